import { setTimeout as sleep } from 'node:timers/promises';
import { type BatchVerdict, type Rejection, retryAfterSeconds, shouldRetry } from '@spectacle/protocol';
import { batches } from './batches.ts';

export interface SendDemoOptions {
  /** Address of a Spectacle, such as `http://127.0.0.1:8765`. */
  url: string;
  workspaceId: string;
  events: Iterable<object>;
  /** Called after each stored batch with the number of events stored so far. */
  onProgress?: (stored: number) => void;
  /** Requests under way at the same time. */
  concurrency?: number;
  /** Milliseconds to wait; replaced in tests. */
  wait?: (milliseconds: number) => Promise<unknown>;
}

export type Delivery =
  | { ok: true; stored: number; rejected: Rejection[] }
  | { ok: false; code: 'unreachable' | 'refused'; status: number; message: string };

const tries = 8;

/**
 * Sends events through the collector's HTTP API like any other client, and repeats what may succeed later. Sending the
 * same events again stores nothing new.
 *
 * @example await sendDemo({ url, workspaceId: 'ws_demo', events: simulate({ seed: 1, companies: 200, now, days: 365 }) });
 */
export async function sendDemo(options: SendDemoOptions): Promise<Delivery> {
  const queue = batches(options.events, options.workspaceId);
  const rejected: Rejection[] = [];
  let stored = 0;
  let failure: (Delivery & { ok: false }) | undefined;
  const worker = async () => {
    // The workers draw from one iterator; a `for of` would close it for the others on leaving.
    for (let next = queue.next(); !next.done && !failure; next = queue.next()) {
      const answer = await post(options, next.value.body);
      if (!answer.ok) failure = answer;
      else {
        stored += answer.verdict.accepted;
        rejected.push(...answer.verdict.rejected);
        options.onProgress?.(stored);
      }
    }
  };
  await Promise.all(Array.from({ length: options.concurrency ?? 3 }, worker));
  return failure ?? { ok: true, stored, rejected };
}

async function post(
  { url, wait = sleep }: SendDemoOptions,
  body: string,
): Promise<{ ok: true; verdict: BatchVerdict } | (Delivery & { ok: false })> {
  for (let attempt = 1; ; attempt += 1) {
    const { status, text, retryAfter } = await request(url, body);
    if (status === 200) return { ok: true, verdict: JSON.parse(text) as BatchVerdict };
    if (!shouldRetry(status) || attempt === tries) {
      if (status === 0) return { ok: false, code: 'unreachable', status, message: text };
      return { ok: false, code: 'refused', status, message: text };
    }
    await wait(retryAfter === undefined ? 250 * 2 ** attempt : retryAfter * 1_000);
  }
}

/** One POST; status 0 and the reason when nobody answers. */
async function request(url: string, body: string): Promise<{ status: number; text: string; retryAfter?: number }> {
  try {
    const response = await fetch(new URL('/v1/batch', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const retryAfter = retryAfterSeconds(response.headers.get('retry-after'), Date.now());
    const text = await response.text();
    return { status: response.status, text, ...(retryAfter === undefined ? {} : { retryAfter }) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { status: 0, text: cause instanceof Error ? cause.message : String(cause) };
  }
}
