import { setTimeout as sleep } from 'node:timers/promises';
import { type BatchVerdict, retryAfterSeconds, shouldRetry } from '@spectacle/protocol';
import { request, textOf } from './request.ts';

/** What became of some calls: `refused` by their place among them. */
export type Sent =
  | { ok: true; accepted: number; refused: { index: number; code: string; message: string }[] }
  | { ok: false; code: 'unreachable' | 'refused' | 'stopped'; status: number; message: string };

export interface Recipient {
  /** Address of a Spectacle. */
  url: string;
  /** Whose events they are: the write key. */
  workspaceId: string;
  signal?: AbortSignal | undefined;
  /** Milliseconds to wait; replaced in tests. */
  wait?: (milliseconds: number) => Promise<unknown>;
}

/** About ten minutes of a server that does not answer: long enough for its restart or upgrade. */
const tries = 25;
const quietMs = 60_000;

/**
 * Sends calls (JSON texts) as one batch and repeats what may succeed later. A batch that is refused as a whole, for its
 * size or for what one of its calls does to the store, is halved until the culprit stands alone.
 */
export async function sendCalls(calls: string[], recipient: Recipient): Promise<Sent> {
  const answer = await post(calls, recipient);
  if (!answer.ok) return answer;
  const { status, text } = answer;
  const verdict = readVerdict(text);
  if (status === 200 && verdict) return { ok: true, accepted: verdict.accepted, refused: verdict.rejected };
  const judged = status === 400 && verdict?.rejected.length === calls.length;
  if (judged) return { ok: true, accepted: 0, refused: verdict.rejected };
  if (status !== 400 && status !== 413) {
    return { ok: false, code: 'refused', status, message: verdict?.message ?? text.slice(0, 300) };
  }
  if (calls.length === 1) {
    const code = verdict?.code ?? (status === 413 ? 'too_large' : 'nothing_usable');
    return { ok: true, accepted: 0, refused: [{ index: 0, code, message: verdict?.message ?? text.slice(0, 300) }] };
  }
  const middle = Math.ceil(calls.length / 2);
  const first = await sendCalls(calls.slice(0, middle), recipient);
  if (!first.ok) return first;
  const second = await sendCalls(calls.slice(middle), recipient);
  if (!second.ok) return second;
  const moved = second.refused.map((refused) => ({ ...refused, index: refused.index + middle }));
  return { ok: true, accepted: first.accepted + second.accepted, refused: [...first.refused, ...moved] };
}

async function post(
  calls: string[],
  { url, workspaceId, signal, wait = (milliseconds) => sleep(milliseconds, undefined, { signal }) }: Recipient,
): Promise<{ ok: true; status: number; text: string } | (Sent & { ok: false })> {
  const body = `{"writeKey":${JSON.stringify(workspaceId)},"batch":[${calls.join(',')}]}`;
  for (let attempt = 1; ; ) {
    let status = 0;
    let text = '';
    let retryAfter: number | undefined;
    try {
      const headers = { 'content-type': 'application/json' };
      const reply = await request(new URL('/v1/batch', url), { method: 'POST', headers, body, quietMs, signal });
      text = await textOf(reply);
      status = reply.status;
      retryAfter = retryAfterSeconds(reply.headers['retry-after'], Date.now());
    } catch (error) {
      if (signal?.aborted) return { ok: false, code: 'stopped', status, message: 'Stopped.' };
      text = error instanceof Error ? error.message || error.name : String(error);
    }
    if (status !== 0 && !shouldRetry(status)) return { ok: true, status, text };
    // A server that says when to come back is alive, and waiting for it is no failed try.
    if (status !== 429) attempt++;
    if (attempt > tries) {
      return status === 0 ? { ok: false, code: 'unreachable', status, message: text } : { ok: true, status, text };
    }
    try {
      await wait(
        retryAfter === undefined ? Math.min(250 * 2 ** attempt, 30_000) * (0.5 + Math.random() / 2) : retryAfter * 1000,
      );
    } catch {
      return { ok: false, code: 'stopped', status, message: 'Stopped.' };
    }
  }
}

function readVerdict(text: string): BatchVerdict | undefined {
  try {
    const verdict = JSON.parse(text) as Partial<BatchVerdict>;
    return Array.isArray(verdict.rejected) ? (verdict as BatchVerdict) : undefined;
  } catch {
    return undefined;
  }
}
