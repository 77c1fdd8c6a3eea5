import { expect, test } from 'vitest';
import { divide } from './divide.ts';
import { effectWeights, wholeEffects } from './effectWeights.ts';
import { inOrder, type JourneyVisit } from './journey.ts';
import { knownFraction as fraction, knownNumber as number, knownTable as table } from './knownAnswers.ts';
import { removalEffects } from './markov.ts';
import { type ModelName, models, type RuleModel } from './models.ts';
import { ruleWeights } from './ruleWeights.ts';
import { shapleyValues } from './shapley.ts';
import { type Order, type Path, transitionsOf } from './transitions.ts';

const visits = new Map(
  table('visits.csv').map(({ visit = '', timestamp = '', channel = '' }) => [
    visit,
    { messageId: visit, timestamp: Date.parse(timestamp), channel },
  ]),
);
const cents = new Map(table('payments.csv').map(({ payment = '', cents }) => [payment, Number(cents)]));

const journeys = table('journeys.csv').map((row) => ({
  world: `${row.level}, ${row.membership}`,
  id: row.id ?? '',
  cutoff: row.cutoff ? Date.parse(row.cutoff) : null,
  identified: row.identified ? Date.parse(row.identified) : null,
  visits: inOrder((row.visits ?? '').split(' ').flatMap((id) => visits.get(id) ?? [])),
  payments: (row.payments ?? '').split(' ').flatMap((id) => cents.get(id) ?? []),
}));
type KnownJourney = (typeof journeys)[number];

const worlds = [...new Set(journeys.map(({ world }) => world))];
const of = (world: string) => journeys.filter((journey) => journey.world === world);

function effectsIn(world: string, order: Order, all: boolean): Map<string, number> {
  const paths: Path[] = of(world)
    .filter(({ cutoff }) => all || cutoff !== null)
    .map(({ visits, cutoff }) => ({
      channels: visits.map(({ channel }) => channel),
      converted: cutoff !== null,
      journeys: 1,
    }));
  return removalEffects(transitionsOf(paths, order), order);
}

function weightsOf(model: ModelName, { world, visits, cutoff, identified }: KnownJourney): bigint[] {
  if (model === 'markov') return effectWeights(visits, wholeEffects(effectsIn(world, 1, true)));
  if (model === 'shapley') return effectWeights(visits, new Map());
  return ruleWeights(model satisfies RuleModel, visits, { cutoff: cutoff ?? 0, identified });
}

const expected = (file: string, { world, id }: KnownJourney) =>
  table(file).filter((row) => `${row.level}, ${row.membership}` === world && row.id === id);

test.each(models)('every share under %s is the known one', (model) => {
  for (const journey of journeys.filter(({ cutoff, visits }) => cutoff !== null && visits.length > 0)) {
    const weights = weightsOf(model, journey);
    const total = weights.reduce((sum, weight) => sum + weight, 0n);
    const rows = expected('shares.csv', journey);
    expect(rows.map(({ visit }) => visit)).toEqual(journey.visits.map(({ messageId }: JourneyVisit) => messageId));
    for (const [i, row] of rows.entries()) {
      const [top, bottom] = fraction(row[model]);
      const where = `${journey.world}, ${journey.id}, ${row.visit}`;
      if (model === 'markov') expect(Number(weights[i]) / Number(total), where).toBeCloseTo(number(row[model]), 8);
      else expect((weights[i] ?? 0n) * bottom, where).toBe(top * total);
    }
  }
});

test.each(models)('every cent under %s is where it is known to be', (model) => {
  for (const journey of journeys.filter(({ cutoff, visits }) => cutoff !== null && visits.length > 0)) {
    const weights = weightsOf(model, journey);
    const total = journey.payments.reduce((sum, payment) => sum + payment, 0);
    expect(divide(total, weights), `${journey.world}, ${journey.id}`).toEqual(
      expected('revenue.csv', journey).map((row) => Number(row[model])),
    );
  }
});

test.each(worlds)('effects and values of all channels are the known ones (%s)', (world) => {
  const rows = table('effects.csv').filter((row) => `${row.level}, ${row.membership}` === world);
  for (const order of [1, 2, 3] as const) {
    for (const paths of ['all', 'converting']) {
      const found = effectsIn(world, order, paths === 'all');
      const known = rows.filter((row) => row.model === 'markov' && row.order === `${order}` && row.paths === paths);
      expect([...found.keys()]).toEqual(known.map(({ channel }) => channel));
      for (const { channel = '', effect } of known) expect(found.get(channel)).toBeCloseTo(number(effect), 12);
    }
  }
  const values = shapleyValues(
    of(world)
      .filter(({ cutoff }) => cutoff !== null)
      .map(({ visits }) => ({ channels: visits.map(({ channel }) => channel), conversions: 1 })),
  );
  const known = rows.filter((row) => row.model === 'shapley');
  expect(values.size).toBe(known.length);
  for (const { channel = '', effect } of known) expect(values.get(channel)).toBeCloseTo(number(effect), 12);
});
