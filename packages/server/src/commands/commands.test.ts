import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GroupSummary, Person, PersonExport } from '../api/answers.ts';
import { createSpectacle } from '../server.ts';
import { run as runAnywhere, serveCommands } from './servedCommands.ts';

const token = 'sp_commands';

const serve = () =>
  serveCommands(
    (directory) =>
      createSpectacle({
        port: 0,
        host: '127.0.0.1',
        store: { directory },
        workspaceId: 'ws_shop',
        token,
        logLevel: 'silent',
      }),
    token,
  );
let served: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  served = await serve();
  const batch = [
    { type: 'identify', messageId: 'c1', userId: 'ada', anonymousId: 'laptop', timestamp: '2026-01-05', traits: { email: 'Ada@acme.test', name: '=cmd()' } },
    { type: 'group', messageId: 'c2', userId: 'ada', groupId: 'acme/1', timestamp: '2026-01-05', traits: { name: '<b>Acme</b>' } },
    { type: 'identify', messageId: 'c3', userId: 'bob', timestamp: '2026-01-06' },
  ]; // biome-ignore format: a story
  await served.spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload: { writeKey: 'ws_shop', batch } });
  await served.spectacle.projector.settled();
});
afterAll(() => served.close());

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('people, groups and events are exported as NDJSON', async () => {
  const people = await served.run(['export', 'people']);
  expect([people.code, people.err]).toEqual([0, '']);
  expect(
    lines(people.out)
      .map(({ personId }: Person) => personId)
      .sort(),
  ).toEqual(['user:ada', 'user:bob']);
  const groups = await served.run(['export', 'groups']);
  expect(lines(groups.out)).toMatchObject([
    { groupId: 'acme/1', traits: { name: '<b>Acme</b>' } },
  ] satisfies Partial<GroupSummary>[]);
  const events = await served.run(['export', 'events']);
  expect(
    lines(events.out)
      .map(({ messageId }) => messageId)
      .sort(),
  ).toEqual(['c1', 'c2', 'c3']);
});

test('a CSV goes into a file, whose formulas are text', async () => {
  const file = join(served.directory, 'people.csv');
  const { code, out, err } = await served.run(['export', 'people', '--format', 'csv', '--out', file]);
  expect([code, out, err]).toEqual([0, '', `${file} is written.\n`]);
  expect(await readFile(file, 'utf8')).toContain(`"'=cmd()"`);
});

test.each(['user:ada', 'ada', 'ada@acme.test', 'email:ada@acme.test'])(
  'everything about one person, named %s',
  async (id) => {
    const { code, out } = await served.run(['export', 'person', id]);
    expect(code).toBe(0);
    const document = JSON.parse(out) as PersonExport;
    expect(document.person).toMatchObject({ personId: 'user:ada', emails: ['ada@acme.test'] });
    expect(document.events).toHaveLength(2);
  },
);

test('everything about one company, whatever its id', async () => {
  const { out } = await served.run(['export', 'group', 'acme/1']);
  expect(JSON.parse(out)).toMatchObject({ group: { groupId: 'acme/1' }, members: [{ personId: 'user:ada' }] });
});

test.each([
  [['export', 'person', 'user:nobody'], 'There is no person "user:nobody". A person is named user:<userId>, email:<address> or anon:<anonymousId>.'],
  [['export', 'group', 'nobody'], 'No event has named this company yet.'],
  [['export', 'person'], 'Name the person: spectacle export person <id>.'],
  [['export', 'people', 'ada'], '"export people" takes no id. Is "export person ada" meant?'],
  [['export', 'pepole'], '"pepole" cannot be exported; people, groups, events, person and group can.'],
  [['export', 'people', '--format', 'xml'], '--format must be ndjson or csv, not "xml".'],
  [['token', 'create', '--role', 'owner'], '--role must be read, write or admin, not "owner".'],
  [['workspace', 'settings', 'colour=red'], 'A change reads <setting>=<value>, and the settings are name, currency, membership, level, cutoffEvents, attributionWindowDays, domains, channelRules, timeZone, retentionDays; this is none: colour=red'],
  [['workspace', 'create', 'ws_shop'], 'There is a workspace ws_shop already. Take another id, or leave it out to get one made.'],
])('%j says what to do', async (args, message) => {
  const { code, out, err } = await served.run(args);
  expect([code, out, err]).toEqual([1, '', `${message}\n`]);
}); // biome-ignore format: a table

test('a wrong token and a missing server are told apart, with the remedy', async () => {
  expect(await served.run(['export', 'people'], { as: 'sp_wrong' })).toEqual({
    code: 1,
    out: '',
    err: `The token opens nothing at ${served.url}. Set SPECTACLE_TOKEN, or use --token.\n`,
  });
  const { code, err } = await runAnywhere(['rebuild', '--url', 'http://127.0.0.1:1', '--token', token]);
  expect(code).toBe(1);
  expect(err).toMatch(/^No Spectacle answers at http:\/\/127\.0\.0\.1:1 \(.+\)\. Start it with "npm start"/);
});

test('rebuild changes no answer', async () => {
  const before = await served.ask('ws_shop/people');
  const { code, err } = await served.run(['rebuild']);
  expect([code, err]).toEqual([0, expect.stringMatching(/^Deriving ws_shop again.*\nDone in [\d.]+ s\.\n$/)]);
  expect(await served.ask('ws_shop/people')).toEqual(before);
});

test('settings are shown and changed, each by its type', async () => {
  const { out } = await served.run([
    'workspace',
    'settings',
    'currency=EUR',
    'cutoffEvents=Signed Up, Trial Started',
    'attributionWindowDays=30',
  ]);
  expect(out).toMatch(/^currency +EUR$/m);
  expect(await served.ask('ws_shop/settings')).toMatchObject({
    currency: 'EUR',
    cutoffEvents: ['Signed Up', 'Trial Started'],
    attributionWindowDays: 30,
  });
  expect((await served.run(['workspace', 'settings', 'cutoffEvents='])).out).toMatch(/^cutoffEvents$/m);
  expect((await served.run(['workspace', 'settings', 'attributionWindowDays=9999'])).code).toBe(1);
});

test('a token is made, listed and revoked', async () => {
  const made = await served.run(['token', 'create', 'Grafana']);
  const grafana = made.out.trim();
  const id = /Token (\w{12}) may read\./.exec(made.err)?.[1] ?? '';
  expect((await served.run(['export', 'people'], { as: grafana })).code).toBe(0);
  expect((await served.run(['token', 'list'])).out).toMatch(
    new RegExp(`^${id}  read   \\d{4}-\\d\\d-\\d\\d  Grafana$`, 'm'),
  );
  expect((await served.run(['token', 'list'], { as: grafana })).err).toBe(
    'Only an owner of the workspace may do this. Ask one of them, or use an admin token.\n',
  );
  expect((await served.run(['token', 'revoke', id])).err).toBe(`Token ${id} (Grafana) opens nothing any more.\n`);
  expect((await served.run(['export', 'people'], { as: grafana })).code).toBe(1);
  expect((await served.run(['token', 'revoke', id])).err).toContain('no token of that id');
});

test('a workspace is made and listed', async () => {
  const { out } = await served.run(['workspace', 'create', 'ws_other']);
  const [, other = ''] = /^Workspace +ws_other\nToken +(sp_\S+) {3}\(shown once\)\n$/.exec(out) ?? [];
  const named = await served.run(['workspace', 'create', 'ws_staging', '--name', ' Shop staging ']);
  expect(named.out).toMatch(/^Workspace +ws_staging\nName +Shop staging\nToken +sp_/);
  expect((await served.run(['workspace', 'list'])).out).toBe(
    'ws_shop   (of this token)\nws_other\nws_staging   Shop staging\n',
  );
  expect((await served.run(['export', 'people'], { as: other })).out).toBe('');
});

test('nobody is forgotten without a yes', async () => {
  const { code, err } = await served.run(['forget', 'person', 'bob']);
  expect([code, err]).toEqual([1, 'Nobody is there to confirm. Add --yes to erase without a question.\n']);
  expect((await served.run(['forget', 'person', 'bob'], { answer: 'no' })).err).toBe('Nothing was erased.\n');
  expect(await served.ask('ws_shop/people/user:bob')).toMatchObject({ status: 200 });
  expect((await served.run(['forget', 'person', 'bob'], { answer: 'yes' })).out).toBe(
    'Erased person user:bob:\nevents          1\npayments        0\ngroup calls     0\nrefused events  0\n',
  );
  expect(await served.ask('ws_shop/people/user:bob')).toMatchObject({ status: 404 });
});

test('a forgotten company leaves its people', async () => {
  const { out } = await served.run(['forget', 'group', 'acme/1', '--yes']);
  expect(out).toBe(
    'Erased group acme/1 (<b>Acme</b>), but not its people:\nevents          1\npayments        0\ngroup calls     1\nrefused events  0\n',
  );
  expect(await served.ask('ws_shop/people/user:ada')).toMatchObject({ status: 200, groupId: null });
});

test('help names every command', async () => {
  const { code, out } = await runAnywhere(['--help']);
  expect(code).toBe(0);
  const named = ['start', 'demo', 'import', 'export', 'forget', 'rebuild', 'workspace', 'token'];
  for (const name of named) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
  expect((await runAnywhere(['import', '--help'])).out).toContain('--delimiter');
  expect((await runAnywhere(['export', '--nonsense'])).code).toBe(1);
});
