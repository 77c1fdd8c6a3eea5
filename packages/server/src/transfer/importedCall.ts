import { createHash } from 'node:crypto';
import { limits } from '@spectacle/protocol';
import { asTime } from '../collector/stamp.ts';

/** A call that is ready to be sent, or why a line of the file is none. */
export type ImportedCall =
  | { ok: true; json: string; dated: boolean }
  | {
      ok: false;
      code: 'not_an_object' | 'invalid_timestamp' | 'event_too_large';
      message: string;
      messageId: string | null;
    };

/** A batch of one event must fit too, with its write key around it. */
const jsonBytesAtMost = limits.batchBytes - 1024;

/**
 * Prepares an event of a file for the collector.
 *
 * Its time is kept: `timestamp` as archives write it is corrected already, so it is sent without `sentAt`, and an
 * `originalTimestamp` that would be preferred to it is left out. A time that cannot be read refuses the line: a history must
 * not be dated today by mistake. Without a messageId it gets one that follows from its content and line, so that
 * importing the file again counts nothing twice.
 *
 * @param line number of the line in its file, from 1
 */
export function importedCall(event: unknown, line: number): ImportedCall {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) {
    const message = Array.isArray(event)
      ? "The line is a JSON array. Write one event a line; jq does it: jq -c '.[]' array.json > events.ndjson."
      : 'The line is no JSON object. Write one event a line, like {"type":"track","event":"Signed Up","userId":"42"}.';
    return { ok: false, code: 'not_an_object', message, messageId: null };
  }
  const { sentAt, originalTimestamp, receivedAt, timestamp, messageId, ...call } = event as Record<string, unknown>;
  const given = hasValue(messageId) ? messageId : undefined;
  const shownId = typeof given === 'string' ? given : null;

  const said = [timestamp, corrected(originalTimestamp, sentAt, receivedAt), receivedAt].find(hasValue);
  const time = said === undefined ? undefined : readTime(said);
  if (said !== undefined && time === undefined) {
    const message = `timestamp cannot be read: ${JSON.stringify(said).slice(0, 60)}. Write ISO 8601 with a zone (2026-01-31T12:00:00Z), or seconds or milliseconds since 1970.`;
    return { ok: false, code: 'invalid_timestamp', message, messageId: shownId };
  }
  const dated = { ...call, ...(time !== undefined && { timestamp: new Date(time).toISOString() }) };
  const json = JSON.stringify({ ...dated, messageId: given ?? idOf(JSON.stringify(dated), line) });
  const bytes = Buffer.byteLength(json);
  if (bytes > jsonBytesAtMost) {
    const message = `The event has ${bytes} bytes; ${limits.eventBytes} are allowed.`;
    return { ok: false, code: 'event_too_large', message, messageId: shownId };
  }
  return { ok: true, json, dated: time !== undefined };
}

const hasValue = (value: unknown) => value !== undefined && value !== null && value !== '';

/** The line too: two equal rows are two events. The content too: a corrected row is another event, its neighbours are not. */
function idOf(content: string, line: number): string {
  return `import-${createHash('sha256').update(`${line}\n${content}`).digest('base64url').slice(0, 24)}`;
}

/** The device's time, moved by what its clock was wrong (SPEC of Segment: receivedAt − sentAt). */
function corrected(originalTimestamp: unknown, sentAt: unknown, receivedAt: unknown): unknown {
  const [original, sent, received] = [originalTimestamp, sentAt, receivedAt].map(asTime);
  if (original === undefined || sent === undefined || received === undefined) return originalTimestamp;
  return original + received - sent;
}

/** ISO 8601, where no zone means UTC; or another notation that names its zone and cannot confuse day and month. */
const unambiguous =
  /^\d{4}-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d([.,]\d+)?)?)?)?$|^(?!\d{1,2}[/.-]\d).*\d\d:\d\d.*(Z|GMT|UTC|[+-]\d\d:?\d\d)$/i;

/** Milliseconds since 1970, or undefined. CSV has its numbers as text. */
function readTime(said: unknown): number | undefined {
  if (typeof said !== 'string') return asTime(said);
  const text = said.trim();
  if (/^\d{9,14}(\.\d+)?$/.test(text)) return asTime(Number(text));
  return unambiguous.test(text) ? asTime(text) : undefined;
}
