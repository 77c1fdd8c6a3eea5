import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divide } from './divide.ts';
import { inOrder, type JourneyVisit, journeyOf, type Milestones } from './journey.ts';
import { ruleModels } from './models.ts';
import { ruleWeights } from './ruleWeights.ts';

const day = 86_400_000;
const cutoff = 100 * day;

/** Visits `days` before the cut-off. */
const visits = (...list: [days: number, channel: string][]): JourneyVisit[] =>
  list.map(([days, channel], i) => ({ timestamp: cutoff - days * day, messageId: `m${i}`, channel }));
const at = (identifiedDaysBefore: number | null): Milestones => ({
  cutoff,
  identified: identifiedDaysBefore === null ? null : cutoff - identifiedDaysBefore * day,
});

const four = visits([30, 'Paid Search'], [20, 'Email'], [10, 'Organic Search'], [1, 'Direct']);

test('first, last and linear', () => {
  expect(ruleWeights('first', four, at(null))).toEqual([1n, 0n, 0n, 0n]);
  expect(ruleWeights('last', four, at(null))).toEqual([0n, 0n, 0n, 1n]);
  expect(ruleWeights('linear', four, at(null))).toEqual([1n, 1n, 1n, 1n]);
});

test('last non-direct passes over Direct, unless there is nothing else', () => {
  expect(ruleWeights('lastNonDirect', four, at(null))).toEqual([0n, 0n, 1n, 0n]);
  expect(ruleWeights('lastNonDirect', visits([2, 'Direct'], [1, 'Direct']), at(null))).toEqual([0n, 1n]);
});

test('position gives 40 % to each end and 20 % to all between; halves to two, all to one', () => {
  expect(divide(100, ruleWeights('position', four, at(null)))).toEqual([40, 10, 10, 40]);
  expect(divide(100, ruleWeights('position', four.slice(0, 3), at(null)))).toEqual([40, 20, 40]);
  expect(divide(100, ruleWeights('position', four.slice(0, 2), at(null)))).toEqual([50, 50]);
  expect(divide(100, ruleWeights('position', four.slice(0, 1), at(null)))).toEqual([100]);
});

test('w gives 30 % to the first, the lead-creating and the last visit, and 10 % to the rest', () => {
  expect(divide(100, ruleWeights('w', four, at(15)))).toEqual([30, 30, 10, 30]);
  const five = visits([40, 'A'], [30, 'B'], [20, 'C'], [10, 'D'], [1, 'E']);
  expect(divide(100, ruleWeights('w', five, at(20)))).toEqual([30, 5, 30, 5, 30]);
});

test('w leaves the part of a stage that coincides with another, or is missing, to all', () => {
  // Created in the last visit: 30, 10 for two others, 30 of 70.
  expect(divide(7000, ruleWeights('w', four, at(0)))).toEqual([3000, 500, 500, 3000]);
  // Identified before the journey, or never.
  expect(divide(7000, ruleWeights('w', four, at(60)))).toEqual([3000, 500, 500, 3000]);
  expect(divide(7000, ruleWeights('w', four, at(null)))).toEqual([3000, 500, 500, 3000]);
  // All three visits are stages: no rest to give 10 to.
  expect(divide(90, ruleWeights('w', four.slice(0, 3), at(15)))).toEqual([30, 30, 30]);
  expect(divide(100, ruleWeights('w', four.slice(0, 2), at(25)))).toEqual([50, 50]);
  expect(divide(100, ruleWeights('w', four.slice(0, 1), at(25)))).toEqual([100]);
});

test('time decay halves the weight every seven days before the cut-off', () => {
  const weeks = visits([21, 'A'], [14, 'B'], [7, 'C'], [0, 'D']);
  expect(divide(1500, ruleWeights('timeDecay', weeks, at(null)))).toEqual([100, 200, 400, 800]);
  // Only the distances between visits count.
  expect(divide(700, ruleWeights('timeDecay', visits([30, 'A'], [23, 'B'], [16, 'C']), at(null)))).toEqual([
    100, 200, 400,
  ]);
});

test('a journey is the visits from the window before the cut-off up to it, both ends included', () => {
  const all = visits([90.00001, 'A'], [90, 'B'], [1, 'C'], [0, 'D'], [-0.00001, 'E']);
  expect(journeyOf(all, cutoff, 90).map(({ channel }) => channel)).toEqual(['B', 'C', 'D']);
});

test('visits of the same millisecond are in the order of their messageIds', () => {
  const [a, b] = [
    { timestamp: 5, messageId: 'b', channel: 'second' },
    { timestamp: 5, messageId: 'a', channel: 'first' },
  ];
  expect(inOrder([a, b].filter((visit) => visit !== undefined)).map(({ channel }) => channel)).toEqual([
    'first',
    'second',
  ]);
});

test('under every model the shares of every journey are one whole', () => {
  const journeys = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 800 * day }), fc.constantFrom('Direct', 'Email', 'Paid Search')), {
      minLength: 1,
      maxLength: 60,
    })
    .map((list) => inOrder(list.map(([timestamp, channel], i) => ({ timestamp, channel, messageId: `${i}` }))));
  const identified = fc.option(fc.integer({ min: 0, max: 800 * day }));
  fc.assert(
    fc.property(fc.constantFrom(...ruleModels), journeys, identified, (model, visits, identified) => {
      const weights = ruleWeights(model, visits, { cutoff: 800 * day, identified });
      expect(weights).toHaveLength(visits.length);
      expect(weights.every((weight) => weight >= 0n)).toBe(true);
      expect(weights.some((weight) => weight > 0n)).toBe(true);
      expect(divide(1_000_000, weights).reduce((sum, part) => sum + part, 0)).toBe(1_000_000);
    }),
  );
});
