/** A reproducible source of chance: the same seed gives the same values on every machine. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number, both ends included. */
  integer(min: number, max: number): number;
  /** A number between the two. */
  between(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Picks by weight; the weights need not add up to anything. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T;
  /** Waiting time until the next of events that come `mean` apart on average. */
  wait(mean: number): number;
  /** Lower-case letters and digits. */
  id(length: number): string;
  /** An independent source: what is drawn from it changes nothing here, so stories can grow without disturbing each other. */
  fork(label: string): Random;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * @example createRandom('1').fork('company 7').integer(1, 6) // always the same
 */
export function createRandom(seed: string): Random {
  const next = sfc32(hash32(seed, 1), hash32(seed, 2), hash32(seed, 3));
  const random: Random = {
    next,
    integer: (min, max) => min + Math.floor(next() * (max - min + 1)),
    between: (min, max) => min + next() * (max - min),
    chance: (probability) => next() < probability,
    pick: (items) => at(items, Math.floor(next() * items.length)),
    weighted: (items) => {
      let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        rest -= weight;
        if (rest < 0) return item;
      }
      return at(items, items.length - 1)[0];
    },
    wait: (mean) => -Math.log(1 - next()) * mean,
    id: (length) => Array.from({ length }, () => random.pick([...alphabet])).join(''),
    fork: (label) => createRandom(`${seed}/${label}`),
  };
  return random;
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError('There is nothing to pick from an empty list.');
  return item;
}

/** FNV-1a over UTF-16 code units, started from another basis for each `salt`, with a final mix. */
function hash32(text: string, salt: number): number {
  let hash = (0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1)) >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The generator "small fast counter" with 32-bit words (C. Doty-Humphrey, PractRand; in the public domain). */
function sfc32(a: number, b: number, c: number): () => number {
  let counter = 1;
  const step = (): number => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return (result >>> 0) / 2 ** 32;
  };
  // Twelve steps mix the seed into all of the state.
  for (let index = 0; index < 12; index += 1) step();
  return step;
}
