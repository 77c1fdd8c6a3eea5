import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ImportOptions, importFile } from './importFile.ts';
import { type Answered, StandInCollector } from './standInCollector.ts';

let directory: string;
let collector: StandInCollector;
let files = 0;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-import-'));
});
afterAll(() => rm(directory, { recursive: true }));
afterEach(() => collector.close());

async function fileOf(contents: string | Buffer, name = 'events.ndjson'): Promise<string> {
  const path = join(directory, `${++files}-${name}`);
  await writeFile(path, contents);
  return path;
}

async function importInto(file: string, more: Partial<ImportOptions> = {}) {
  const recipient = { url: collector.url, workspaceId: 'ws_a', wait: async () => {} };
  return await importFile({ file, format: { csv: false }, ...recipient, ...more });
}

/** Events so large that a batch holds 20 of them. */
const large = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    type: 'track',
    messageId: `m${n + 1}`,
    userId: 'u',
    event: 'x',
    timestamp: '2024-01-31',
    properties: { text: 'x'.repeat(25_000) },
  }));

const ndjson = (events: object[]) => `${events.map((event) => JSON.stringify(event)).join('\n')}\n`;
const ids = (count: number) => large(count).map(({ messageId }) => messageId);
const linesOf = async (path: string) =>
  (await readFile(path, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('every event is sent once, in batches within the limits, without sentAt', async () => {
  const sizes: number[] = [];
  collector = await StandInCollector.open((batch) => {
    sizes.push(JSON.stringify(batch).length);
    return undefined;
  });
  const events = large(50).map((event) => ({ ...event, sentAt: '2024-02-01T00:00:00Z' }));
  const file = await fileOf(ndjson(events));
  expect(await importInto(file)).toMatchObject({ ok: true, progress: { stored: 50, refused: 0 }, errorsIn: undefined });
  expect(collector.stored.map(({ messageId }) => messageId).sort()).toEqual(ids(50).sort());
  expect(collector.stored.some((event) => 'sentAt' in event)).toBe(false);
  expect(Math.max(...sizes)).toBeLessThan(500 * 1024);
  expect(sizes).toHaveLength(3);
  expect(existsSync(`${file}.import.json`)).toBe(false);
  expect(existsSync(`${file}.errors.ndjson`)).toBe(false);
});

test('no more than 2,500 events go in a batch', async () => {
  collector = await StandInCollector.open();
  const events = Array.from({ length: 5_001 }, (_, n) => ({ type: 'page', messageId: `${n}`, userId: 'u' }));
  expect(await importInto(await fileOf(ndjson(events)))).toMatchObject({ progress: { stored: 5_001, undated: 5_001 } });
  expect(collector.requests).toBe(3);
});

test('a file compressed with gzip is told by its contents', async () => {
  collector = await StandInCollector.open();
  const file = await fileOf(gzipSync(ndjson(large(30))), 'events');
  expect(await importInto(file)).toMatchObject({ ok: true, progress: { stored: 30 } });
});

test('refused events and unreadable lines are listed by line, in the order of the file', async () => {
  collector = await StandInCollector.open((batch) => {
    const index = batch.findIndex(({ messageId }) => messageId === 'bad');
    if (index < 0) return undefined;
    const rejected = [{ index, messageId: 'bad', code: 'missing_who', message: 'The event names nobody.' }];
    return { status: 200, body: { success: false, accepted: batch.length - 1, rejected } };
  });
  const good = JSON.stringify(large(1)[0]);
  const file = await fileOf(`${good}\n{"type":\n\n{"type":"page","messageId":"bad"}\n[1]\n${good}`);
  const outcome = await importInto(file);
  expect(outcome).toMatchObject({ ok: true, progress: { stored: 2, refused: 3 }, errorsIn: `${file}.errors.ndjson` });
  expect(await linesOf(`${file}.errors.ndjson`)).toEqual([
    { line: 2, code: 'invalid_json', message: expect.stringContaining('not JSON'), messageId: null },
    { line: 4, code: 'missing_who', message: 'The event names nobody.', messageId: 'bad' },
    { line: 5, code: 'not_an_object', message: expect.stringContaining('jq'), messageId: null },
  ]);
});

test('a busy server is asked again after the time it names, for as long as it says so', async () => {
  const waits: number[] = [];
  collector = await StandInCollector.open((_batch, request): Answered | undefined =>
    request <= 40 ? { status: 429, headers: { 'retry-after': '7' } } : request === 41 ? { status: 503 } : undefined,
  );
  const wait = async (milliseconds: number) => waits.push(milliseconds);
  expect(await importInto(await fileOf(ndjson(large(1))), { wait })).toMatchObject({
    ok: true,
    progress: { stored: 1 },
  });
  expect(waits.slice(0, 40)).toEqual(Array(40).fill(7_000));
  expect(waits).toHaveLength(41);
});

test('a batch that is refused as a whole is halved until the culprit stands alone', async () => {
  collector = await StandInCollector.open((batch) => {
    if (batch.length > 8) return { status: 413 };
    const culprit = batch.some(({ messageId }) => messageId === 'm7');
    return culprit
      ? {
          status: 400,
          body: { success: false, accepted: 0, rejected: [], code: 'nothing_usable', message: 'A fault of ours.' },
        }
      : undefined;
  });
  const file = await fileOf(ndjson(large(20)));
  expect(await importInto(file)).toMatchObject({ ok: true, progress: { stored: 19, refused: 1 } });
  expect(await linesOf(`${file}.errors.ndjson`)).toEqual([
    { line: 7, code: 'nothing_usable', message: 'A fault of ours.', messageId: 'm7' },
  ]);
});

test('an unknown workspace ends the import at once', async () => {
  collector = await StandInCollector.open(() => ({
    status: 401,
    body: { rejected: [], message: 'No such workspace.' },
  }));
  expect(await importInto(await fileOf(ndjson(large(50))))).toEqual({
    ok: false,
    code: 'refused',
    status: 401,
    message: 'No such workspace.',
  });
  expect(collector.requests).toBeLessThan(5);
});

/** A collector that is out of order whenever it gets an event from this one on, until it is repaired. */
async function brokenFrom(first: number) {
  let broken = true;
  const number = (messageId: string) => Number(messageId.slice(1));
  collector = await StandInCollector.open((batch) =>
    broken && batch.some(({ messageId }) => number(messageId) >= first) ? { status: 500 } : undefined,
  );
  return {
    repair: () => {
      broken = false;
    },
  };
}

/** Imports again; returns the outcome and the line at which it went on. */
async function importAgain(file: string, more: Partial<ImportOptions> = {}) {
  const begins: (number | undefined)[] = [];
  const outcome = await importInto(file, { ...more, onBegin: ({ resumedAt }) => begins.push(resumedAt) });
  return { outcome, resumedAt: begins[0] };
}

test.each(['plain', 'gzip'])('a run that was cut off goes on where it stopped (%s)', async (kind) => {
  const { repair } = await brokenFrom(50);
  // The unreadable line is in what was done, so it is listed once though the import is run twice.
  const contents = `nonsense\n${ndjson(large(200))}`;
  const file = await fileOf(kind === 'gzip' ? gzipSync(contents) : contents);
  expect(await importInto(file)).toMatchObject({ ok: false, status: 500 });
  const stored = collector.stored.length;
  expect(stored).toBeGreaterThan(19);
  repair();
  const { outcome, resumedAt } = await importAgain(file);
  expect(outcome).toMatchObject({ ok: true, progress: { stored: 200, refused: 1 } });
  expect(resumedAt).toBeGreaterThan(20);
  expect([...new Set(collector.stored.map(({ messageId }) => messageId))].sort()).toEqual(ids(200).sort());
  expect(collector.stored.length).toBeLessThan(200 + 20 * 4);
  expect(await linesOf(`${file}.errors.ndjson`)).toMatchObject([{ line: 1, code: 'invalid_json' }]);
});

test('errors that a cut-off run had listed beyond its last step are not listed twice', async () => {
  const { repair } = await brokenFrom(50);
  const file = await fileOf(`nonsense\n${ndjson(large(100))}more nonsense\n`);
  await importInto(file);
  await appendFile(`${file}.errors.ndjson`, '{"line":102,"cut off in the mid');
  repair();
  await importInto(file);
  expect((await linesOf(`${file}.errors.ndjson`)).map(({ line }) => line)).toEqual([1, 102]);
});

test.each<[string, (file: string) => Promise<Partial<ImportOptions>>]>([
  ['another workspace', async () => ({ workspaceId: 'ws_b' })],
  ['a changed file', async (file) => utimes(file, 1, 1).then(() => ({}))],
  ['the wish to', async () => ({ restart: true })],
])('%s begins at the first line', async (_, change) => {
  const { repair } = await brokenFrom(50);
  const file = await fileOf(ndjson(large(100)));
  await importInto(file);
  repair();
  expect((await importAgain(file, await change(file))).resumedAt).toBeUndefined();
});

test('an import that is stopped goes on later', async () => {
  const stop = new AbortController();
  collector = await StandInCollector.open((_batch, request) => {
    if (request === 2) stop.abort();
    return undefined;
  });
  const file = await fileOf(ndjson(large(200)));
  expect(await importInto(file, { signal: stop.signal })).toMatchObject({ ok: false, code: 'stopped' });
  expect(collector.stored.length).toBeLessThan(200);
  expect(await importInto(file)).toMatchObject({ ok: true, progress: { stored: 200 } });
  expect(new Set(collector.stored.map(({ messageId }) => messageId)).size).toBe(200);
});

test('of a compressed file that is cut off, what stands before is imported, and the rest is asked for', async () => {
  collector = await StandInCollector.open();
  const noise = large(40).map((event, n) => ({ ...event, properties: { text: noiseOf(n) } }));
  const whole = gzipSync(ndjson(noise));
  const file = await fileOf(whole.subarray(0, whole.length - 20_000));
  expect(await importInto(file)).toMatchObject({
    ok: false,
    code: 'unreadable',
    message: expect.stringContaining('cannot be read to its end: unexpected end of file'),
  });
  expect(collector.stored.length).toBeGreaterThan(20);
});

/** Text that does not shrink. */
function noiseOf(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: 12_000 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (state % 90));
  }).join('');
}

test.each<[string, string | Buffer, string]>([
  ['a spreadsheet', Buffer.from('504b030414000600', 'hex'), 'is a ZIP archive or a spreadsheet. Unpack it, or save it as CSV.'],
  ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), 'is UTF-16. Save it as UTF-8 (in a spreadsheet: "CSV UTF-8").'],
])('%s is told before anything is sent', async (_, contents, message) => {
  collector = await StandInCollector.open();
  const file = await fileOf(contents);
  expect(await importInto(file)).toEqual({ ok: false, code: 'unreadable', message: `${file} ${message}` });
  expect(await importInto(`${file}-not-there`)).toMatchObject({ message: `${file}-not-there does not exist.` });
}); // biome-ignore format: a table

test('rows of CSV become calls; rows that cannot be read are listed', async () => {
  collector = await StandInCollector.open();
  const rows = [
    '\ufeff"id";"Firma, Ort";Notiz;Datum',
    '1;"Müller & Söhne; ""GmbH""";"zwei\r\nZeilen";2024-01-31 12:00:00',
    '2;<script>alert(1)</script>;=1+1;1706702400',
    '3;zu;viele;Spalten;hier',
    '4;"offen"x;a;2024-01-31',
    '5;Datum;a;31.01.2024',
  ];
  const file = await fileOf(Buffer.concat([Buffer.from(`${rows.join('\r\n')}\r\n`), Buffer.from('6;M\xfcller;a;\r\n', 'latin1')]), 'kunden.csv');
  const mapping = { columns: { groupId: 'id', timestamp: 'Datum', 'traits.name': 'Firma, Ort' }, set: { type: 'group', userId: 'import' }, rest: 'traits' } as const;
  const outcome = await importInto(file, { format: { csv: true, delimiter: ';', mapping } });
  expect(outcome).toMatchObject({ ok: true, progress: { stored: 2, refused: 4 } });
  const calls = collector.stored.map(({ messageId: _id, ...call }) => call);
  expect(calls).toEqual([
    { type: 'group', userId: 'import', groupId: '1', timestamp: '2024-01-31T12:00:00.000Z', traits: { name: 'Müller & Söhne; "GmbH"', Notiz: 'zwei\r\nZeilen' } },
    { type: 'group', userId: 'import', groupId: '2', timestamp: '2024-01-31T12:00:00.000Z', traits: { name: '<script>alert(1)</script>', Notiz: '=1+1' } },
  ]);
  expect((await linesOf(`${file}.errors.ndjson`)).map(({ line, code }) => [line, code])).toEqual([
    [5, 'wrong_number_of_columns'],
    [6, 'malformed_row'],
    [7, 'invalid_timestamp'],
    [8, 'not_utf8'],
  ]);
}); // biome-ignore format: a table

test('a mapping that does not fit the header is told before anything is sent', async () => {
  collector = await StandInCollector.open();
  const file = await fileOf('id,plan\n1,pro\n', 'users.csv');
  const mapping = { columns: { userId: 'uid' }, set: { type: 'identify' } };
  expect(await importInto(file, { format: { csv: true, delimiter: ',', mapping } })).toEqual({
    ok: false,
    code: 'unmapped',
    message: 'The file has no column "uid". It has "id", "plan".',
  });
  const empty = await fileOf('', 'empty.csv');
  expect(await importInto(empty, { format: { csv: true, delimiter: ',', mapping } })).toMatchObject({
    code: 'unmapped',
  });
  expect(collector.requests).toBe(0);
});
