/**
 * Moves positions apart until each is at least `gap` from its neighbours, keeping their order and staying within 0 and
 * `room`, so that labels at them can be read.
 *
 * @example spread([10, 12, 50], 10, 100) // [10, 20, 50]
 */
export function spread(positions: number[], gap: number, room: number): number[] {
  const order = positions.map((_, index) => index).toSorted((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const step = Math.min(gap, room / Math.max(order.length - 1, 1));
  const placed: number[] = [];
  let free = 0;
  for (const index of order) {
    const at = Math.max(positions[index] ?? 0, free);
    placed[index] = at;
    free = at + step;
  }
  // What was pushed out at the end moves back, and whatever is in its way with it.
  let limit = room;
  for (const index of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? 0, limit);
    limit = (placed[index] ?? 0) - step;
  }
  return placed;
}
