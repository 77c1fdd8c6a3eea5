/**
 * How long a request may be under way before its lateness is taken for a wrong clock. Within it the client's times are
 * kept as they are: correcting by the transit time would let two requests of one browser overtake each other (a `group`
 * after another, 100 ms apart, in a slow and a fast request), and make a retry another moment than its first try.
 */
const transitMs = 5_000;

export interface Stamp {
  /** Event time in milliseconds since 1970. */
  timestamp: number;
  /** The event said a time after its receipt, and got the receipt's. */
  future: boolean;
}

/**
 * Event time by the server's clock: `receivedAt − (sentAt − original)` when both were sent (SPEC section 4, as in Segment's
 * spec), so that a browser's wrong clock cancels out. Old times are kept: they are backfill.
 */
export function stamp(original: number | undefined, sentAt: number | undefined, receivedAt: number): Stamp {
  if (original === undefined) return { timestamp: receivedAt, future: false };
  const late = sentAt === undefined ? 0 : receivedAt - sentAt;
  const corrected = late >= 0 && late <= transitMs ? original : original + late;
  return corrected > receivedAt ? { timestamp: receivedAt, future: true } : { timestamp: corrected, future: false };
}

const earliest = 0;
const latest = Date.UTC(2200, 0);

/** A date and time without a zone. `Date.parse` would take it for the server's own, and servers differ. */
const withoutZone = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?$/;

/** Numbers below are seconds, as Python's and PHP's clocks give them: as milliseconds they would lie before March 1973. */
const firstMilliseconds = 100_000_000_000;

/**
 * Reads a time as clients send it: ISO 8601 text (UTC if it names no zone), or a number of milliseconds or seconds since
 * 1970. Undefined if it is none.
 *
 * @example asTime('2026-01-31T12:00:00Z') // 1769860800000
 */
export function asTime(value: unknown): number | undefined {
  const time =
    typeof value === 'string' ? fromText(value.trim()) : typeof value === 'number' ? fromNumber(value) : Number.NaN;
  return time >= earliest && time < latest ? time : undefined;
}

function fromText(text: string): number {
  return Date.parse(withoutZone.test(text) ? `${text.replace(',', '.')}Z` : text);
}

function fromNumber(number: number): number {
  return Math.trunc(number < firstMilliseconds ? number * 1000 : number);
}
