import type { SpectacleError } from './spectacleError.ts';

const quietMs = 10_000;

/**
 * Logs the first error of each code at once, then at most one in ten seconds with the number of those passed over: an
 * outage under load must not flood the host's log.
 */
export function createErrorLog(
  log: (line: string) => void = console.error,
  now: () => number = Date.now,
): (error: SpectacleError) => void {
  const last = new Map<string, { at: number; passedOver: number }>();
  return (error) => {
    const before = last.get(error.code);
    if (before && now() - before.at < quietMs) {
      before.passedOver += 1;
      return;
    }
    const more = before?.passedOver ? ` (and ${before.passedOver} more like it)` : '';
    last.set(error.code, { at: now(), passedOver: 0 });
    log(`[spectacle] ${error.message}${more}`);
  };
}
