import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSpectacle } from '../server.ts';
import { serveCommands } from './servedCommands.ts';

const token = 'sp_import';

const serve = () =>
  serveCommands(
    (directory) =>
      createSpectacle({
        port: 0,
        host: '127.0.0.1',
        store: { directory },
        workspaceId: 'ws_old',
        token,
        logLevel: 'silent',
      }),
    token,
  );
let served: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

async function fileOf(name: string, contents: string | Buffer): Promise<string> {
  const path = join(served.directory, name);
  await writeFile(path, contents);
  return path;
}

const ndjson = (events: object[]) => `${events.map((event) => JSON.stringify(event)).join('\n')}\n`;

/** What the store says of everybody. */
const everything = async () => [await served.ask('ws_old/people'), await served.ask('ws_old/groups')];

test('an archive of Segment keeps its times, and a second import changes nothing', async () => {
  const archived = (type: string, at: string, more: object) => ({
    type,
    ...more,
    timestamp: at,
    originalTimestamp: at.replace('T0', 'T1'),
    sentAt: at.replace('T0', 'T1'),
    receivedAt: at,
    integrations: {},
    writeKey: 'of-segment',
  });
  const events = [
    archived('identify', '2023-03-01T09:00:00.000Z', { messageId: 'a1', userId: 'ada', traits: { email: 'ada@acme.test' } }),
    archived('group', '2023-03-02T09:00:00.000Z', { messageId: 'a2', userId: 'ada', groupId: 'acme', traits: { name: 'Acme' } }),
    archived('track', '2023-03-03T09:00:00.000Z', { messageId: 'a3', userId: 'ada', event: 'Paid', properties: { revenue: 500 } }),
    // Without a messageId: it gets one that stays the same.
    archived('page', '2023-03-04T09:00:00.000Z', { userId: 'ada', properties: { url: 'https://acme.test/' } }),
  ]; // biome-ignore format: a story
  const file = await fileOf('archive.ndjson.gz', gzipSync(ndjson(events)));
  const first = await served.run(['import', file]);
  expect(first).toEqual({
    code: 0,
    out: '',
    err: expect.stringMatching(/^4 events of .*archive\.ndjson\.gz are stored in ws_old \([\d.]+ s\)\.\n$/),
  });
  expect(await served.ask('ws_old/groups/acme')).toMatchObject({
    events: 4,
    revenue: 500,
    firstSeen: '2023-03-01T09:00:00.000Z',
    lastSeen: '2023-03-04T09:00:00.000Z',
  });
  const before = await everything();
  expect((await served.run(['import', file])).code).toBe(0);
  expect(await everything()).toEqual(before);
});

test('refused lines are listed with the verdict of the collector, and the others are stored', async () => {
  const file = await fileOf(
    'mixed.ndjson',
    '{"type":"page","userId":"carl"}\nnot json\n{"type":"track","userId":"carl","messageId":"x"}\n{"type":"page"}',
  );
  const { code, err } = await served.run(['import', file, '--workspace', 'ws_old']);
  expect(code).toBe(2);
  expect(err).toBe(
    `1 event of ${file} is stored in ws_old (${/\(([\d.]+) s\)/.exec(err)?.[1]} s).\n` +
      '1 event said no time: the time of the import is theirs.\n' +
      `3 lines were refused; ${file}.errors.ndjson says which, and why.\n`,
  );
  const errors = (await readFile(`${file}.errors.ndjson`, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(errors.map(({ line, code, messageId }) => [line, code, messageId])).toEqual([
    [2, 'invalid_json', null],
    [3, 'invalid_event_name', 'x'],
    [4, 'missing_who', expect.stringMatching(/^import-/)],
  ]);
  expect(errors[1].message).toBe('track needs the name of the event: track("Trial Started").');
});

test('a file of nothing but refused lines is no failure of the server', async () => {
  const file = await fileOf('bad.ndjson', '{"type":"page"}\n{"type":"page"}\n');
  expect(await served.run(['import', file])).toMatchObject({ code: 2, err: expect.stringContaining('0 events of') });
});

test('CSV with a mapping becomes companies with their people', async () => {
  const mapping = await fileOf(
    'mapping.json',
    JSON.stringify({ columns: { userId: 'Kunde', timestamp: 'Seit' }, set: { type: 'identify' }, rest: 'traits' }),
  );
  const file = await fileOf(
    'kunden.csv',
    '\ufeffKunde;Seit;companyId;companyName;Notiz\r\ndora;2022-01-15;k-1;"Müller; ""Söhne""";"<script>alert(1)</script>"\r\nemil;2022-02-01;k-1;;=1+1\r\n',
  );
  const args = ['import', file, '--map', mapping, '--delimiter', ';', '--column', 'traits.companyId=companyId'];
  expect((await served.run(args)).code).toBe(0);
  expect(await served.ask('ws_old/groups/k-1')).toMatchObject({
    members: 2,
    traits: { name: 'Müller; "Söhne"' },
    firstSeen: '2022-01-15T00:00:00.000Z',
  });
  expect(await served.ask('ws_old/people/user:dora')).toMatchObject({ traits: { Notiz: '<script>alert(1)</script>' } });
  const before = await everything();
  await served.run(args);
  expect(await everything()).toEqual(before);
  expect((await served.run(['export', 'people', '--format', 'csv'])).out).toContain(`"'=1+1"`);
});

test('what was exported can be imported into another workspace', async () => {
  const [, other = ''] = /(sp_\S+)/.exec((await served.run(['workspace', 'create', 'ws_copy'])).out) ?? [];
  const file = join(served.directory, 'events.ndjson');
  await served.run(['export', 'events', '--out', file]);
  expect((await served.run(['import', file], { as: other })).code).toBe(0);
  await served.spectacle.projector.settled();
  for (const list of ['people', 'groups']) {
    const sorted = (text: string) => text.trim().split('\n').sort();
    const [copy, original] = [await served.run(['export', list], { as: other }), await served.run(['export', list])];
    expect(sorted(copy.out)).toEqual(sorted(original.out));
  }
});

test.each<[string[], string | RegExp]>([
  [['no-such-file.ndjson'], 'no-such-file.ndjson does not exist.\n'],
  [['x.ndjson', '--rest', 'columns'], '--rest must be traits or properties, not "columns".\n'],
  [['x.csv', '--delimiter', ';;'], '--delimiter must be one character, or tab; it is ";;".\n'],
  [['x.csv', '--set', 'type'], '--set reads <field>=<value>, like --set userId=id; this is not one: type\n'],
  [['x.csv', '--map', 'no-such-map.json'], /^The mapping no-such-map\.json cannot be read: ENOENT/],
])('%j says what is wrong', async (args, message) => {
  const { code, err } = await served.run(['import', ...args]);
  expect(code).toBe(1);
  expect(err).toMatch(message);
});

test('a workspace that is none is told', async () => {
  const file = await fileOf('one.ndjson', '{"type":"page","userId":"carl"}');
  const { code, err } = await served.run(['import', file, '--workspace', 'ws_nobody']);
  expect([code, err]).toEqual([
    1,
    `${served.url} knows no workspace ws_nobody. Its id is printed at the start of the server; name it with --workspace.\n`,
  ]);
});
