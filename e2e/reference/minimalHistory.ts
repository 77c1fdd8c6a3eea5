import type { History } from './history.ts';

/**
 * The smallest history that still fails: copies are left out, in halves, quarters, … and at last one by one, as long as
 * the rest fails. What is found can be read and worked out by hand.
 */
export async function minimalHistory(
  history: History,
  fails: (history: History) => Promise<boolean>,
): Promise<History> {
  let smallest = history;
  for (let size = Math.ceil(history.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < smallest.length; ) {
      const rest = [...smallest.slice(0, start), ...smallest.slice(start + size)];
      if (rest.length > 0 && (await fails(rest))) smallest = rest;
      else start += size;
    }
  }
  return smallest;
}
