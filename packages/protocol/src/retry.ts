/**
 * May a client send the same request again? Yes for "too many" and for the server's own faults, never for its own
 * mistakes: a 400 stays a 400. 0 stands for a network failure.
 */
export function shouldRetry(status: number): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

/** Seconds named by a `Retry-After` header (a number, or an HTTP date; RFC 9110, 10.2.3), within 0 and 300. */
export function retryAfterSeconds(header: string | null | undefined, now: number): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header) >= 0 ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), 300);
}
