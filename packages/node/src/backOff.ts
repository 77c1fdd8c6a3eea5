const firstMs = 500;
const longestMs = 30_000;

/**
 * How long to wait before the next try, in milliseconds: half a second doubled with each failure up to 30 s, of which a
 * random half is taken off so that many processes do not come back in step.
 */
export function backOff(failures: number, random: () => number = Math.random): number {
  const whole = Math.min(firstMs * 2 ** (failures - 1), longestMs);
  return Math.round(whole * (0.5 + random() / 2));
}
