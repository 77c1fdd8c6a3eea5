import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divide } from './divide.ts';
import { effectWeights } from './effectWeights.ts';
import { type Coalition, shapleyValues } from './shapley.ts';

test('a journey of one channel is all its own; a journey of two is half of each', () => {
  const values = shapleyValues([
    { channels: ['Email'], conversions: 3 },
    { channels: ['Email', 'Paid Search'], conversions: 4 },
  ]);
  expect([...values]).toEqual([
    ['Email', 5],
    ['Paid Search', 2],
  ]);
});

/** By the definition: what a channel adds to those before it, on average over all orders in which the channels may come. */
function bruteForce(coalitions: Coalition[]): Map<string, number> {
  const channels = [...new Set(coalitions.flatMap(({ channels }) => channels))];
  const worth = (present: readonly string[]) =>
    coalitions
      .filter(({ channels }) => channels.every((channel) => present.includes(channel)))
      .reduce((sum, { conversions }) => sum + conversions, 0);
  const orders = permutations(channels);
  const values = new Map(channels.map((channel) => [channel, 0]));
  for (const order of orders) {
    for (const [i, channel] of order.entries()) {
      const added = worth(order.slice(0, i + 1)) - worth(order.slice(0, i));
      values.set(channel, (values.get(channel) ?? 0) + added / orders.length);
    }
  }
  return values;
}

function permutations(list: readonly string[]): string[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((first) => permutations(list.filter((other) => other !== first)).map((rest) => [first, ...rest]));
}

const coalitions = fc.array(
  fc.record({
    channels: fc.array(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), { minLength: 1, maxLength: 8 }),
    conversions: fc.nat(50),
  }),
  { minLength: 1, maxLength: 10 },
);

test('the values are those of the definition, over every order of the channels', () => {
  fc.assert(
    fc.property(coalitions, (coalitions) => {
      const expected = bruteForce(coalitions);
      const found = shapleyValues(coalitions);
      for (const [channel, value] of expected) expect(found.get(channel)).toBeCloseTo(value, 9);
    }),
    { numRuns: 60 },
  );
});

test('the values add up to all conversions, also for more channels than could be enumerated', () => {
  const many = fc.array(
    fc.record({
      channels: fc.array(fc.integer({ min: 1, max: 200 }).map(String), { minLength: 1, maxLength: 40 }),
      conversions: fc.nat(1000),
    }),
  );
  fc.assert(
    fc.property(many, (coalitions) => {
      const all = coalitions.reduce((sum, { conversions }) => sum + conversions, 0);
      const sum = [...shapleyValues(coalitions).values()].reduce((sum, value) => sum + value, 0);
      expect(sum).toBeCloseTo(all, 6);
    }),
  );
});

test('what the journeys earn one by one is what the game gives in all', () => {
  fc.assert(
    fc.property(coalitions, (coalitions) => {
      const unit = 232_792_560;
      const earned = new Map<string, number>();
      for (const { channels, conversions } of coalitions) {
        const visits = channels.map((channel, i) => ({ timestamp: i, messageId: `${i}`, channel }));
        for (const [i, part] of divide(unit, effectWeights(visits, new Map())).entries()) {
          const channel = channels[i] ?? '';
          earned.set(channel, (earned.get(channel) ?? 0) + (part * conversions) / unit);
        }
      }
      for (const [channel, value] of shapleyValues(coalitions)) expect(earned.get(channel)).toBeCloseTo(value, 6);
    }),
  );
});
