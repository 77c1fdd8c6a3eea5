import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sql } from '../store/sql.ts';
import { openStore, type Store } from '../store/store.ts';
import { loadArithmetic } from './arithmetic.ts';
import { divide } from './divide.ts';
import { effectWeights, wholeEffects } from './effectWeights.ts';
import { inOrder } from './journey.ts';
import { type ModelName, models } from './models.ts';
import { ruleWeights } from './ruleWeights.ts';

let directory: string;
let store: Store;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-arithmetic-'));
  store = await openStore({ directory });
  await loadArithmetic(store.intake);
});
afterAll(async () => {
  await store.close();
  await rm(directory, { recursive: true });
});

const channels = ['Direct', 'Email', 'Paid Search', 'Organic Social', 'Referral'];
const year = 365 * 86_400_000;
const start = Date.UTC(2025, 0, 1);

const cases = fc.record({
  model: fc.constantFrom<ModelName>(...models),
  visits: fc
    .array(fc.tuple(fc.nat(year), fc.constantFrom(...channels)), { minLength: 1, maxLength: 40 })
    .map((list) => inOrder(list.map(([at, channel], i) => ({ timestamp: start + at, channel, messageId: `${i}` })))),
  identified: fc.option(fc.nat(year).map((at) => start + at)),
  amount: fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -500, max: 500 })),
});

const effects = new Map([['Email', 0.31], ['Paid Search', 0.7], ['Referral', 1e-12], ['Organic Social', 0]]); // biome-ignore format: a table

const arithmetic = `
SELECT arrayMap(w -> toString(w), weights) AS weights, arrayMap(p -> toString(p), spectacle_divide(amount, given)) AS parts
FROM
(
    SELECT spectacle_weights(model, channels, arrayMap(t -> fromUnixTimestamp64Milli(t, 'UTC'), times),
               if(identified < 0, NULL, fromUnixTimestamp64Milli(identified, 'UTC')), {effects:Map(String, UInt64)}) AS weights, amount,
           arrayMap(w -> toUInt64(w), given_weights) AS given
    FROM (SELECT arrayJoin(JSONExtract({cases:String},
              'Array(Tuple(model String, channels Array(LowCardinality(String)), times Array(Int64), identified Int64, amount Int64, given_weights Array(String)))')) AS c,
              c.model AS model, c.channels AS channels, c.times AS times, c.identified AS identified, c.amount AS amount, c.given_weights AS given_weights)
)` as Sql;

test('the store weighs and divides as the models say, journey by journey', async () => {
  const sample = fc.sample(cases, { numRuns: 600, seed: 6 });
  const expected = sample.map(({ model, visits, identified }) =>
    model === 'markov'
      ? effectWeights(visits, wholeEffects(effects))
      : model === 'shapley'
        ? effectWeights(visits, new Map())
        : ruleWeights(model, visits, { cutoff: start + year, identified }),
  );
  const rows = await store.reading.rows<{ weights: string[]; parts: string[] }>(arithmetic, {
    effects: wholeEffects(effects),
    cases: JSON.stringify(
      sample.map(({ model, visits, identified, amount }, i) => ({
        model,
        channels: visits.map(({ channel }) => channel),
        times: visits.map(({ timestamp }) => timestamp),
        identified: identified ?? -1,
        amount,
        given_weights: expected[i]?.map(String),
      })),
    ),
  });
  expect(rows).toHaveLength(sample.length);
  for (const [i, { model, amount }] of sample.entries()) {
    const [weights, row] = [expected[i] ?? [], rows[i]];
    if (model === 'timeDecay') {
      // The last bit of 2^x differs between machines.
      for (const [k, weight] of weights.entries())
        expect(Math.abs(Number(weight - BigInt(row?.weights[k] ?? 0)))).toBeLessThanOrEqual(1);
    } else {
      expect(row?.weights, model).toEqual(weights.map(String));
    }
    expect(row?.parts, `${amount} by ${weights}`).toEqual(divide(amount, weights).map(String));
  }
});
