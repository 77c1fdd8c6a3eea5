import { hash } from 'node:crypto';

/** Moments fit 44 bits until the year 2527. */
const momentBits = 44n;
const latest = 2 ** 44 - 1;

/**
 * Which row of one message counts: the larger. Different contents are decided by their hash (40 bits), copies of one content
 * by the first receipt, and then by the earlier timestamp.
 *
 * @param content what a retry repeats: the row without the times that differ from try to try
 * @param receivedAt milliseconds since 1970, as is `timestamp`
 * @returns a UInt128 as text
 */
export function versionOf(content: string, receivedAt: number, timestamp: number): string {
  const contentHash = BigInt(`0x${hash('sha1', content).slice(0, 10)}`);
  const received = BigInt(latest - receivedAt);
  // A clock far behind can bring a time near 1970 to before it.
  const happened = BigInt(latest - Math.max(0, timestamp));
  return String((((contentHash << momentBits) | received) << momentBits) | happened);
}
