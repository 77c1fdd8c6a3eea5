/** Things that stand too close to be told apart, drawn as one. */
export interface Cluster<Item> {
  x: number;
  items: Item[];
}

/**
 * Joins neighbours that are closer than `room` pixels. A cluster stands in the middle of its items and never grows wider
 * than three times the room, so that a long busy stretch stays a row of clusters instead of one.
 *
 * @param items sorted by their place
 */
export function clusters<Item>(items: Item[], placeOf: (item: Item) => number, room: number): Cluster<Item>[] {
  const found: Cluster<Item>[] = [];
  let start = Number.NEGATIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const place = placeOf(item);
    const current = found[found.length - 1];
    if (current && place - last < room && place - start < 3 * room) {
      current.items.push(item);
      current.x = (start + place) / 2;
    } else {
      found.push({ x: place, items: [item] });
      start = place;
    }
    last = place;
  }
  return found;
}
