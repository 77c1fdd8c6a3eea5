import fc from 'fast-check';
import { expect, test } from 'vitest';
import { removalEffects } from './markov.ts';
import { type Order, type Path, transitionsOf } from './transitions.ts';

const path = (text: string, converted: boolean, journeys: number): Path => ({
  channels: text === '' ? [] : text.split(' '),
  converted,
  journeys,
});

const effects = (paths: Path[], order: Order = 1) => removalEffects(transitionsOf(paths, order), order);

test('the removal effect of a channel that every conversion needs is 1', () => {
  expect([...effects([path('A', true, 3), path('B A', true, 1), path('B', false, 4)])]).toEqual([
    ['A', 1],
    // Without B a quarter of the conversions is lost: 3 of 8 journeys begin with A, 5 with B, of which 1 goes on to A.
    ['B', expect.closeTo(0.25, 12)],
  ]);
});

test('a chain with a way back, worked by hand', () => {
  // Start → A always. A → B 1/2, A → conversion 1/2. B → A 1/2, B → end 1/2.
  // P = x(A) = 1/2 + 1/2 x(B), x(B) = 1/2 x(A): x(A) = 2/3. Without B: 1/2, so its effect is 1 − (1/2)/(2/3) = 1/4.
  const balanced = [path('A', true, 3), path('A B A', true, 1), path('A B', false, 1), path('A B A B', false, 1)];
  // A is left 8 times: 4 to conversion, 4 to B. B is left 4 times: 2 to A, 2 to the end.
  expect(effects(balanced).get('B')).toBeCloseTo(1 / 4, 12);
  expect(effects(balanced).get('A')).toBe(1);
});

test('journeys that did not convert change the effects; journeys without a visit do not', () => {
  const converting = [path('A B', true, 1), path('B', true, 1)];
  expect([...effects(converting)]).toEqual([
    ['A', expect.closeTo(0.5, 12)],
    ['B', 1],
  ]);
  // Start → A 1/4, → B 3/4; A → B 1/3; B → conversion 1/2, → A 1/2: x(B) = 3/5, x(A) = 1/5, P = 1/2; without A 3/8.
  expect(effects([...converting, path('B A', false, 2)]).get('A')).toBeCloseTo(1 / 4, 12);
  expect(effects([...converting, path('', true, 7)])).toEqual(effects(converting));
});

test('a chain of a higher order remembers more of the way', () => {
  const paths = [path('A C', true, 1), path('B C', false, 1)];
  // Order 1 forgets who came to C from where; order 2 knows that those from B never convert.
  expect(effects(paths, 1).get('B')).toBeCloseTo(0.5, 12);
  expect(effects(paths, 2).get('B')).toBeCloseTo(0, 12);
  expect(effects(paths, 2).get('A')).toBe(1);
});

/** The same numbers by following all journeys at once, step by step, until hardly anybody is under way. */
function bruteForce(paths: Path[], order: Order): Map<string, number> {
  const suffix = (channels: readonly string[]) => JSON.stringify(channels.slice(-order));
  const chance = (without?: string) => {
    const outcomes = new Map<string, Map<string, number>>();
    for (const { channels, converted, journeys } of paths) {
      for (let i = 0; i <= channels.length; i++) {
        const state = suffix(channels.slice(0, i));
        const next = channels[i];
        const row = outcomes.get(state) ?? new Map<string, number>();
        const to =
          next === undefined
            ? converted
              ? 'won'
              : 'lost'
            : next === without
              ? 'lost'
              : suffix(channels.slice(0, i + 1));
        outcomes.set(state, row.set(to, (row.get(to) ?? 0) + journeys));
      }
    }
    let under = new Map([[suffix([]), 1]]);
    let won = 0;
    for (let step = 0; step < 3000; step++) {
      const after = new Map<string, number>();
      for (const [state, part] of under) {
        const row = outcomes.get(state) ?? new Map<string, number>();
        const all = [...row.values()].reduce((sum, journeys) => sum + journeys, 0);
        for (const [to, journeys] of row) {
          const some = (part * journeys) / all;
          if (to === 'won') won += some;
          else if (to !== 'lost') after.set(to, (after.get(to) ?? 0) + some);
        }
      }
      under = after;
    }
    return won;
  };
  const all = chance();
  const channels = [...new Set(paths.flatMap(({ channels }) => channels))].sort();
  return new Map(channels.map((channel) => [channel, all === 0 ? 0 : 1 - chance(channel) / all]));
}

test('the algebra agrees with following the journeys step by step, in orders 1 to 3', () => {
  const paths = fc.array(
    fc.record({
      channels: fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1, maxLength: 6 }),
      converted: fc.boolean(),
      journeys: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(paths, fc.constantFrom<Order>(1, 2, 3), (paths, order) => {
      const expected = bruteForce(paths, order);
      const found = effects(paths, order);
      expect([...found.keys()]).toEqual([...expected.keys()]);
      for (const [channel, effect] of expected) expect(found.get(channel)).toBeCloseTo(effect, 9);
    }),
    { numRuns: 150 },
  );
});

test('the order of the journeys changes no digit', () => {
  const paths = [
    path('A B A', true, 7),
    path('B C', true, 3),
    path('C A C B', false, 11),
    path('A', false, 5),
    path('C', true, 1),
  ];
  for (const order of [1, 2, 3] as const)
    expect([...effects(paths.toReversed(), order)]).toEqual([...effects(paths, order)]);
});

test('long journeys are solved as exactly as short ones', () => {
  // 500 visits on average: A again with chance 499/500. B is tried once in a thousand journeys.
  const paths = [path(Array(500).fill('A').join(' '), true, 999), path(`${Array(499).fill('A').join(' ')} B`, true, 1)];
  // Without B only the ends of A in a conversion count: 999 of 999 + 1 exits.
  expect(effects(paths).get('B')).toBeCloseTo(1 / 1000, 12);
  expect(effects(paths, 3).get('B')).toBeCloseTo(1 / 1000, 12);
});
