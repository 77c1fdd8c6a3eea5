/**
 * The top of an axis with about `steps` round steps below it.
 *
 * @example niceMaximum(283) // 300
 */
export function niceMaximum(value: number, steps = 3): number {
  if (!(value > 0)) return 1;
  const rough = value / steps;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * magnitude).find((each) => each >= rough) ?? 10 * magnitude;
  return Math.ceil(value / step - 1e-9) * step;
}
