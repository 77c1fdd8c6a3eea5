import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSpectacle, type Spectacle } from '../server.ts';
import { createToken } from '../workspaces/tokens.ts';
import type { ExportedEvent, GroupExport, PersonExport } from './answers.ts';

let directory: string;
let spectacle: Spectacle;
const token = 'sp_export_test';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-export-'));
  const config = { port: 0, host: '127.0.0.1', store: { directory }, token, logLevel: 'silent' };
  spectacle = await createSpectacle({ ...config, workspaceId: 'ws_export' });
  await spectacle.workspaces.create('ws_copy');
  await send('ws_export', story);
  await send('ws_export', [
    { type: 'track', userId: 'ada', event: '' },
    { type: 'track', userId: 'adam', event: '' },
  ]);
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 9, minute)).toISOString();
const formula = '=HYPERLINK("https://evil.example","click")';
const script = '<script>alert(1)</script>';

const story = [
  { type: 'page', messageId: 'm1', anonymousId: 'laptop', timestamp: at(0), properties: { title: script }, context: { userAgent: 'Firefox', page: { url: 'https://a.test/pricing', referrer: 'https://www.google.com/' }, campaign: { source: 'google', medium: 'cpc', name: 'brand' }, clickIds: { gclid: 'g1' } } },
  { type: 'identify', messageId: 'm2', anonymousId: 'laptop', userId: 'ada', timestamp: at(1), traits: { email: 'ada@acme.test', name: formula, plan: 'free' } },
  { type: 'group', messageId: 'm3', userId: 'ada', groupId: 'acme', timestamp: at(2), traits: { name: 'Acme', '=cmd': 1 } },
  { type: 'identify', messageId: 'm4', userId: 'ada', timestamp: at(3), traits: { plan: 'pro', companyId: 'acme', companyName: 'Acme Inc.' } },
  { type: 'track', messageId: 'm5', userId: 'ada', event: 'Paid', timestamp: at(4), properties: { revenue: 9995, transactionId: 't1' } },
  { type: 'track', messageId: 'm6', userId: 'ada', event: 'Acted', timestamp: at(5), context: { groupId: 'other' } },
  { type: 'alias', messageId: 'm7', userId: 'ada', previousId: 'tablet', timestamp: at(6) },
  { type: 'page', messageId: 'm8', anonymousId: 'tablet', timestamp: at(7), name: 'Docs', properties: { url: 'https://a.test/docs' } },
  { type: 'identify', messageId: 'm9', email: 'bob@acme.test', timestamp: at(8), traits: { companyId: 'acme' } },
]; // biome-ignore format: a story

async function send(workspaceId: string, batch: object[]) {
  await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload: { writeKey: workspaceId, batch } });
}

async function get(path: string, accept = 'application/json') {
  await spectacle.projector.settled();
  const headers = { authorization: `Bearer ${token}`, accept };
  return await spectacle.app.inject({ url: `/api/workspaces/ws_export/${path}`, headers });
}

test('the export of a person has its profile, ids, companies, traits over time, and every event with its context', async () => {
  const document = (await get('people/user:ada/export')).json<PersonExport>();
  expect(document).toMatchObject({
    workspaceId: 'ws_export',
    person: { personId: 'user:ada', anonymousIds: ['laptop', 'tablet'], currency: 'USD', revenue: 9995 },
    memberships: [{ groupId: 'acme', since: at(2), until: null, messageId: 'm3' }],
  });
  expect(document.identity.map(({ id }) => id)).toEqual([
    'anon:laptop',
    'anon:tablet',
    'email:ada@acme.test',
    'user:ada',
  ]);
  expect(document.traitHistory.filter(({ trait }) => trait === 'plan')).toEqual([
    { trait: 'plan', value: 'pro', timestamp: at(3), messageId: 'm4' },
    { trait: 'plan', value: 'free', timestamp: at(1), messageId: 'm2' },
  ]);
  expect(document.events.map(({ messageId }) => messageId)).toEqual(['m8', 'm7', 'm6', 'm5', 'm4', 'm3', 'm2', 'm1']);
  expect(document.events.at(-1)).toMatchObject({
    context: { userAgent: 'Firefox' },
    receivedAt: expect.stringMatching(/Z$/),
    properties: { title: script },
    visit: { channel: 'Paid Search', campaign: 'brand' },
  });
});

test('refused events that name the person are in its export, those of others are not', async () => {
  await expect
    .poll(async () => (await get('people/user:ada/export')).json<PersonExport>().refused, { timeout: 10_000 })
    .toMatchObject([{ code: 'invalid_event_name', payload: '{"type":"track","userId":"ada","event":""}' }]);
});

test('the export of a company has its people, traits over time, and what they did', async () => {
  const document = (await get('groups/acme/export')).json<GroupExport>();
  expect(document.group).toMatchObject({ groupId: 'acme', members: 2, revenue: 9995, currency: 'USD' });
  expect(document.members.map(({ personId }) => personId)).toEqual(['email:bob@acme.test', 'user:ada']);
  expect(document.formerMembers).toEqual([]);
  expect(document.traitHistory).toContainEqual({ trait: 'name', value: 'Acme', timestamp: at(2), messageId: 'm3' });
  expect(document.events.map(({ messageId }) => messageId)).toEqual(['m9', 'm8', 'm7', 'm5', 'm4', 'm3', 'm2', 'm1']);
  expect(document.events.every(({ context }) => context !== undefined)).toBe(true);
});

test('whom nobody knows cannot be exported', async () => {
  expect((await get('people/user:nobody/export')).statusCode).toBe(404);
  expect((await get('groups/nobody/export')).statusCode).toBe(404);
});

test('events exported and sent to another workspace give the same people and companies', async () => {
  const lines = (await get('events/export', 'application/x-ndjson')).body.trim().split('\n');
  const events = lines.map((line) => JSON.parse(line) as ExportedEvent);
  expect(events.map(({ messageId }) => messageId).sort()).toEqual(story.map(({ messageId }) => messageId));
  expect(events.find(({ messageId }) => messageId === 'm8')).toMatchObject({ personId: 'user:ada', event: 'Docs' });
  await send('ws_copy', events);
  await spectacle.projector.settled();
  const copyToken = await createToken(spectacle.store.intake, { workspaceId: 'ws_copy', role: 'read' });
  for (const path of [
    'groups',
    'people',
    'groups/acme/members',
    'groups/other',
    'people/user:ada/timeline',
    'people/user:ada/identity',
  ]) {
    const copied = await spectacle.app.inject({
      url: `/api/workspaces/ws_copy/${path}`,
      headers: { authorization: `Bearer ${copyToken}` },
    });
    expect(copied.json(), path).toEqual((await get(path)).json());
  }
});

test('events are exported page by page, each once', async () => {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { events: ExportedEvent[]; next: string | null } = (
      await get(`events/export?limit=2${cursor && `&cursor=${cursor}`}`)
    ).json();
    ids.push(...page.events.map(({ messageId }) => messageId));
    cursor = page.next;
  }
  expect(ids.sort()).toEqual(story.map(({ messageId }) => messageId));
});

test('a spreadsheet runs nothing of a CSV, and hostile text arrives as it was sent', async () => {
  const people = (await get('people', 'text/csv')).body;
  const [header = '', ...rows] = people.trim().split('\r\n');
  expect(header.split(',')).toContain('traits.plan');
  expect(rows).toHaveLength(2);
  expect(people).toContain(`"'=HYPERLINK(""https://evil.example"",""click"")"`);
  const groups = (await get('groups', 'text/csv')).body;
  expect(groups).toContain('traits.=cmd');
  expect(groups).not.toMatch(/(^|[,"\n])[=+@]/);
  const events = (await get('events/export', 'text/csv')).body;
  expect(events.split('\r\n')[0]).toBe(
    'type,event,timestamp,receivedAt,messageId,personId,userId,anonymousId,email,previousId,groupId,properties,traits,context',
  );
  expect(events).toContain('<script>alert(1)</script>');
  expect(events.trim().split('\r\n')).toHaveLength(10);
});
