import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import {
  type BatchVerdict,
  type Rejection,
  type RequestCode,
  requestCodes,
  retryAfterSeconds,
  shouldRetry,
} from '@spectacle/protocol';
import type { Settings } from './options.ts';
import type { ErrorCode } from './spectacleError.ts';

const compress = promisify(gzip);

/** Under this, a gzip header and the time cost more than the bytes saved. */
const worthCompressing = 1024;

export type Answer =
  /** Those not listed are stored, or share the fate that `others` names. */
  | { outcome: 'verdict'; rejected: Rejection[]; others?: { code: ErrorCode; message: string } }
  | { outcome: 'too_large' }
  | { outcome: 'retry'; reason: string; afterMs?: number }
  | { outcome: 'refused'; code: ErrorCode; message: string };

/** Sends one batch once and says what came of it. Never rejects. */
export async function post(settings: Settings, events: readonly string[], closing: AbortSignal): Promise<Answer> {
  const { workspaceId, endpoint, requestTimeoutMs } = settings;
  // The ids and times of events stay as they are when a batch is repeated; sentAt is of this request, to measure the clock.
  const sentAt = new Date().toISOString();
  const body = `{"writeKey":${JSON.stringify(workspaceId)},"sentAt":"${sentAt}","batch":[${events.join(',')}]}`;
  const zipped = settings.gzip && body.length > worthCompressing;
  try {
    const response = await settings.fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(zipped ? { 'content-encoding': 'gzip' } : {}) },
      body: zipped ? await compress(body) : body,
      redirect: 'manual',
      signal: AbortSignal.any([closing, AbortSignal.timeout(requestTimeoutMs)]),
    });
    return read(response.status, response.headers, await response.text(), endpoint);
  } catch (error) {
    return { outcome: 'retry', reason: `${endpoint} cannot be reached (${reasonOf(error)})` };
  }
}

function read(status: number, headers: Headers, text: string, endpoint: string): Answer {
  if (status === 413) return { outcome: 'too_large' };
  const answer = parse(text);
  if (shouldRetry(status)) {
    const seconds = retryAfterSeconds(headers.get('retry-after'), Date.now());
    const reason = `${endpoint} answered ${status}${answer?.message ? `: ${answer.message}` : ''}`;
    return { outcome: 'retry', reason, ...(seconds === undefined ? {} : { afterMs: seconds * 1_000 }) };
  }
  if (answer && status === 200) return { outcome: 'verdict', rejected: answer.rejected };
  if (answer?.code !== undefined && requestCodes.includes(answer.code)) {
    const others = { code: answer.code, message: answer.message ?? `The collector answered ${answer.code}.` };
    return { outcome: 'verdict', rejected: answer.rejected, others };
  }
  const code: RequestCode | 'unexpected_answer' = status === 401 ? 'unknown_workspace' : 'unexpected_answer';
  const location = headers.get('location');
  const hint = location ? ` and points to ${location}` : '';
  return {
    outcome: 'refused',
    code,
    message: `${endpoint} answered ${status}${hint}, which is no collector's verdict. Check baseUrl and workspaceId.`,
  };
}

/** The verdict in an answer, or undefined if a proxy or another server wrote it. */
function parse(text: string): BatchVerdict | undefined {
  try {
    const value = JSON.parse(text) as Partial<BatchVerdict> | null;
    if (typeof value !== 'object' || value === null || (value.success === undefined && value.code === undefined))
      return undefined;
    return {
      success: value.success === true,
      accepted: value.accepted ?? 0,
      rejected: Array.isArray(value.rejected) ? value.rejected : [],
      ...(value.code ? { code: value.code } : {}),
      ...(value.message ? { message: value.message } : {}),
    };
  } catch {
    return undefined;
  }
}

/** fetch says only "fetch failed"; the reason is its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error
    ? ((cause.message || (cause as NodeJS.ErrnoException).code) ?? error.message)
    : error.message;
}
