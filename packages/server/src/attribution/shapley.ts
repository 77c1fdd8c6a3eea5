/** Journeys that converted and touched just these channels, in whatever order and number. */
export interface Coalition {
  channels: readonly string[];
  conversions: number;
}

/**
 * The Shapley value of each channel in the game where a set of channels is worth the conversions of the journeys that need
 * no other channel. Exact for any number of channels: the game is a sum of unanimity games, one for each set of channels,
 * and in each of those the value is divided equally (Shapley 1953, axioms of symmetry and additivity). So nothing is
 * enumerated and nothing estimated, and what a channel is worth is the sum of what it earns in each journey. Journeys that
 * did not convert add nothing to any coalition.
 *
 * @returns conversions by channel; they add up to all conversions
 */
export function shapleyValues(coalitions: Iterable<Coalition>): Map<string, number> {
  const bySize = new Map<string, number[]>();
  for (const { channels, conversions } of coalitions) {
    const distinct = new Set(channels);
    for (const channel of distinct) {
      const sizes = bySize.get(channel) ?? [];
      bySize.set(channel, sizes);
      sizes[distinct.size] = (sizes[distinct.size] ?? 0) + conversions;
    }
  }
  // Whole numbers are added before they are divided, so that the order of the coalitions changes no digit.
  return new Map(
    [...bySize].map(([channel, sizes]) => [
      channel,
      sizes.reduce((sum, conversions, size) => sum + conversions / size, 0),
    ]),
  );
}
