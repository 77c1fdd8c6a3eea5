import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TupleParam } from '@clickhouse/client';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bind } from './bind.ts';
import { openEmbedded } from './openEmbedded.ts';
import type { Opened } from './opened.ts';
import type { Sql } from './sql.ts';

let directory: string;
let store: Opened;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-bind-'));
  store = openEmbedded(directory, {});
});
afterAll(async () => {
  await store.close();
  await rm(directory, { recursive: true, force: true });
});

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom("'", '\\', '"', '`', '\0', '\n', '\t', '\r', '{x:String}', '--', '/*', ';', '?', '%', 'é', '𝄞'),
    )
    .map((parts) => parts.join('')),
);

test('any text arrives as it is: alone, in lists, in pairs and as the name of a number', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 20 }), async (texts) => {
      const [first = ''] = texts;
      const parameters = {
        first,
        texts,
        pairs: texts.map((one, i) => new TupleParam([one, i, [one]])),
        counts: new Map(texts.map((one, i) => [one, i])),
      };
      const query = `SELECT {first:String} AS first, {texts:Array(String)} AS texts,
        {pairs:Array(Tuple(String, Int64, Array(String)))} AS pairs, mapKeys({counts:Map(String, UInt64)}) AS names`;
      expect(await store.rows(query as Sql, parameters)).toEqual([
        { first, texts, pairs: texts.map((one, i) => [one, i, [one]]), names: [...new Set(texts)] },
      ]);
    }),
    { numRuns: 300 },
  );
});

test('a value stays within the comment that names its parameter', async () => {
  const query = '-- of {who:String}\nSELECT {who:String} AS who' as Sql;
  expect(await store.rows(query, { who: 'x\nSELECT 1; --\r\n' })).toEqual([{ who: 'x\nSELECT 1; --\r\n' }]);
});

test('numbers, truth values and times are of the type that the statement says', async () => {
  const query = `SELECT toTypeName({batch:UInt64}) AS type, {batch:UInt64} AS batch, {below:Int64} AS below, {share:Float64} AS share, {yes:Bool} AS yes,
    {at:DateTime64(3, 'UTC')} AS at, {day:Date32} AS day, {none:Array(String)} AS none, {ids:Array(UInt64)} AS ids
    FROM numbers(10) LIMIT {limit:UInt32}`;
  const parameters = {
    batch: Number.MAX_SAFE_INTEGER,
    below: -5,
    share: 1e-7,
    yes: false,
    at: '1969-12-31 23:59:58.007',
    day: '2026-02-28',
    none: [],
    ids: [1, 2],
    limit: 1,
  };
  expect(await store.rows(query as Sql, parameters)).toEqual([
    { type: 'UInt64', ...parameters, at: '1969-12-31T23:59:58.007Z', limit: undefined },
  ]);
});

test('a wrong value is refused by the engine, or a bug', async () => {
  await expect(store.rows('SELECT {limit:UInt32}' as Sql, { limit: '1) UNION ALL SELECT (2' })).rejects.toThrow();
  await expect(store.rows('SELECT {a:String}' as Sql, {})).rejects.toThrow('a');
  expect(() => bind('SELECT {a:String}', { a: 5 })).toThrow(TypeError);
  expect(() => bind('SELECT {a:UInt8}', { a: null })).toThrow(TypeError);
  expect(() => bind('DROP DATABASE {a:Identifier}', { a: 'spectacle; DROP' })).toThrow(TypeError);
});

test('a question is answered while another connection is busy', async () => {
  const other = openEmbedded(directory, {});
  const done: string[] = [];
  try {
    const long = store
      .rows('SELECT sleepEachRow(0.5) FROM numbers({rows:UInt64}) SETTINGS max_block_size = 1' as Sql, { rows: 4 })
      .then(() => done.push('long'));
    const short = other.rows('SELECT {a:UInt8} AS a' as Sql, { a: 1 }).then(() => done.push('short'));
    await Promise.all([long, short]);
  } finally {
    await other.close();
  }
  expect(done).toEqual(['short', 'long']);
});
