import type { JourneyVisit } from './journey.ts';

/** Effects as whole numbers: this is an effect of 1. With `parts` and 19 channels the sum of weights stays under 2^63. */
const effectUnit = 2 ** 30;

/** Divisible by every number of visits up to 20, so that a channel's part divides among them without a rest. */
const parts = 232_792_560n;

/** Effects as the whole numbers that weights are made of; any effect at all is at least 1. */
export function wholeEffects(effects: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(
    [...effects].map(([channel, effect]) => [channel, effect > 0 ? Math.max(1, Math.round(effect * effectUnit)) : 0]),
  );
}

/**
 * Divides a journey by what its channels are worth: each channel of the journey by its effect, and a channel's part equally
 * among its visits. Channels without effect share equally if there are no others.
 *
 * @param effects from wholeEffects; Shapley's journeys have the same for each
 */
export function effectWeights(visits: readonly JourneyVisit[], effects: ReadonlyMap<string, number>): bigint[] {
  const counts = new Map<string, number>();
  for (const { channel } of visits) counts.set(channel, (counts.get(channel) ?? 0) + 1);
  const known = [...counts.keys()].some((channel) => (effects.get(channel) ?? 0) > 0);
  return visits.map(({ channel }) => {
    const effect = known ? (effects.get(channel) ?? 0) : 1;
    return (BigInt(effect) * parts) / BigInt(counts.get(channel) ?? 1);
  });
}
