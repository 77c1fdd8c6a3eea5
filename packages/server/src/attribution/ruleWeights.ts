import type { JourneyVisit, Milestones } from './journey.ts';
import type { RuleModel } from './models.ts';

/** A visit this long before the latest one has half its weight, in milliseconds. */
const halfLife = 7 * 24 * 60 * 60 * 1000;

/** Weights of time decay are whole multiples of 2^-40 of the latest visit's. */
const fineness = 40;

/**
 * What each visit of a journey weighs under a model. Weights are whole numbers, so that shares are exact fractions of
 * their sum (SPEC section 8).
 *
 * @param visits of the journey, in order
 * @example ruleWeights('position', fourVisits, milestones) // [4n, 1n, 1n, 4n]
 */
export function ruleWeights(model: RuleModel, visits: readonly JourneyVisit[], { identified }: Milestones): bigint[] {
  const count = visits.length;
  const last = count - 1;
  switch (model) {
    case 'first':
      return only(0, count);
    case 'last':
      return only(last, count);
    case 'lastNonDirect': {
      const found = visits.findLastIndex(({ channel }) => channel !== 'Direct');
      return only(found < 0 ? last : found, count);
    }
    case 'linear':
      return visits.map(() => 1n);
    case 'position':
      // 40 % to each end, 20 % to all between: 2m, 1 … 1, 2m of 5m for m between.
      return visits.map((_, i) => (count > 2 && (i === 0 || i === last) ? 2n * BigInt(count - 2) : 1n));
    case 'w': {
      const stages = new Set([0, last]);
      const created = visits.findLastIndex(({ timestamp }) => identified !== null && timestamp <= identified);
      if (created >= 0) stages.add(created);
      // 30 % to each stage, 10 % to all others: 3r and 1 for r others. Stages that coincide or are missing leave their
      // part to all; so do the others where there are none.
      const others = BigInt(count - stages.size);
      return visits.map((_, i) => (stages.has(i) && others > 0n ? 3n * others : 1n));
    }
    case 'timeDecay': {
      // 2^(-days before the cut-off / 7); only proportions count, so it is told from the latest visit on.
      const latest = visits[last]?.timestamp ?? 0;
      return visits.map(({ timestamp }) => BigInt(Math.round(2 ** (fineness - (latest - timestamp) / halfLife))));
    }
  }
}

const only = (place: number, count: number): bigint[] =>
  Array.from({ length: count }, (_, i) => (i === place ? 1n : 0n));
