import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSpectacle, type Spectacle } from './server.ts';
import type { Sql } from './store/sql.ts';

let directory: string;
let spectacle: Spectacle;
const token = 'sp_test';

async function open() {
  spectacle = await createSpectacle({
    port: 0,
    host: '127.0.0.1',
    store: { directory },
    workspaceId: 'ws_test',
    token,
    logLevel: 'error',
  });
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-server-'));
  await open();
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

async function send(...batch: object[]) {
  const response = await spectacle.app.inject({
    method: 'POST',
    url: '/v1/batch',
    payload: { writeKey: 'ws_test', batch },
  });
  return { status: response.statusCode, verdict: response.json() };
}

async function ask(path: string) {
  await spectacle.projector.settled();
  const response = await spectacle.app.inject({
    url: `/api/workspaces/ws_test/${path}`,
    headers: { authorization: `Bearer ${token}` },
  });
  return response.json();
}

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 9, minute)).toISOString();

test('from an anonymous ad click to the company page', async () => {
  const page = {
    url: 'https://www.acme.test/pricing?utm_source=google&utm_medium=cpc&utm_campaign=brand',
    title: 'Pricing',
  };
  const { status, verdict } = await send(
    { type: 'page', messageId: 'm1', anonymousId: 'ada-laptop', timestamp: at(0), properties: page },
    { type: 'identify', messageId: 'm2', anonymousId: 'ada-laptop', userId: 'ada', timestamp: at(5), traits: { email: 'ada@acme.test', name: 'Ada' } },
    { type: 'group', messageId: 'm3', anonymousId: 'ada-laptop', userId: 'ada', groupId: 'company_123', timestamp: at(6),
      traits: { name: 'Acme Inc.', website: 'https://www.acme.test', employees: 329, plan: 'enterprise', customerSince: '2022-01-15' } },
    { type: 'group', messageId: 'm4', userId: 'bob', groupId: 'company_123', timestamp: at(7), traits: { plan: 'pro' } },
    { type: 'track', messageId: 'm5', userId: 'bob', event: 'Paid', timestamp: at(8), properties: { revenue: 9995, currency: 'USD', transactionId: 't1' } },
  ); // biome-ignore format: a story
  expect(verdict).toEqual({ success: true, accepted: 5, rejected: [] });
  expect(status).toBe(200);

  const { groups } = await ask('groups');
  expect(groups).toEqual([
    {
      groupId: 'company_123',
      traits: {
        name: 'Acme Inc.',
        website: 'https://www.acme.test',
        employees: 329,
        plan: 'pro',
        customerSince: '2022-01-15',
      },
      special: {
        name: 'Acme Inc.',
        domain: 'acme.test',
        website: 'https://www.acme.test',
        employees: 329,
        employeesText: '329',
        plan: 'pro',
      },
      members: 2,
      events: 5,
      visits: 1,
      revenue: 9995,
      currency: 'USD',
      firstSeen: at(0),
      lastSeen: at(8),
      firstTouch: { channel: 'Paid Search', source: 'google', medium: 'cpc', campaign: 'brand' },
      lead: at(5),
      customer: at(8),
      activity: expect.any(Array),
    },
  ]);

  const { members } = await ask('groups/company_123/members');
  expect(
    members.map((member: { personId: string; name: string; anonymousIds: string[]; events: number }) => [
      member.personId,
      member.name,
      member.anonymousIds,
      member.events,
    ]),
  ).toEqual([
    ['user:ada', 'Ada', ['ada-laptop'], 3],
    ['user:bob', null, [], 2],
  ]);

  const { events } = await ask('groups/company_123/timeline');
  expect(
    events.map((event: { messageId: string; personId: string; anonymous: boolean }) => [
      event.messageId,
      event.personId,
      event.anonymous,
    ]),
  ).toEqual([
    ['m5', 'user:bob', false],
    ['m4', 'user:bob', false],
    ['m3', 'user:ada', false],
    ['m2', 'user:ada', false],
    ['m1', 'user:ada', true],
  ]);
  expect(events.at(-1).visit).toMatchObject({ channel: 'Paid Search', campaign: 'brand', landingPage: page.url });

  const { traits } = await ask('groups/company_123/traits');
  expect(traits.filter((change: { trait: string }) => change.trait === 'plan')).toEqual([
    { trait: 'plan', value: 'pro', timestamp: at(7), messageId: 'm4' },
    { trait: 'plan', value: 'enterprise', timestamp: at(6), messageId: 'm3' },
  ]);
});

test('a retry with another sentAt changes no number, also after a restart', async () => {
  const before = await Promise.all(['groups', 'people', 'groups/company_123/timeline'].map(ask));
  await send({
    type: 'group',
    messageId: 'm4',
    userId: 'bob',
    groupId: 'company_123',
    timestamp: at(7),
    sentAt: new Date().toISOString(),
    traits: { plan: 'pro' },
  });
  await spectacle.close();
  await open();
  await send({
    type: 'track',
    messageId: 'm5',
    userId: 'bob',
    event: 'Paid',
    timestamp: at(8),
    properties: { revenue: 9995, currency: 'USD', transactionId: 't1' },
  });
  expect(await Promise.all(['groups', 'people', 'groups/company_123/timeline'].map(ask))).toEqual(before);
});

test('whoever calls group again is in the new group, whatever arrives first', async () => {
  const a = { type: 'group', messageId: 'move-a', userId: 'mover', groupId: 'a', timestamp: at(1) };
  const b = { type: 'group', messageId: 'move-b', userId: 'mover', groupId: 'b', timestamp: at(2) };
  await send(b);
  expect(await ask('people/user:mover')).toMatchObject({ groupId: 'b' });
  await Promise.all([send(a), send(b)]);
  await spectacle.close();
  await open();
  await Promise.all([send(b), send(a)]);
  expect(await ask('people/user:mover')).toMatchObject({ groupId: 'b', events: 2 });
  expect(await ask('groups/b')).toMatchObject({ members: 1, events: 2 });
  expect(await ask('groups/a')).toMatchObject({ members: 0, events: 0 });
  expect((await ask('people/user:mover/memberships')).memberships).toEqual([
    { groupId: 'a', groupName: null, since: at(1), until: at(2), messageId: 'move-a' },
    { groupId: 'b', groupName: null, since: at(2), until: null, messageId: 'move-b' },
  ]);
  expect((await ask('groups/a/members?former=true')).members).toMatchObject([
    { personId: 'user:mover', since: at(1), until: at(2) },
  ]);
});

test('two different events with one messageId: one counts, whichever arrives first', async () => {
  const x = { type: 'group', messageId: 'twice-1', userId: 'xavier', groupId: 'conflict-1', timestamp: at(1) };
  const y = { type: 'track', messageId: 'twice-1', userId: 'yves', event: 'Hello', timestamp: at(2) };
  await send(x);
  await spectacle.projector.settled();
  await send(y);
  const first = [await ask('people/user:xavier'), await ask('people/user:yves')].map(
    (person) => person.code ?? person.events,
  );
  const other = [x, y].map((event) => ({ ...event, messageId: 'twice-2', userId: `${event.userId}-2` }));
  await send(other[1] ?? {});
  await spectacle.projector.settled();
  await send(other[0] ?? {});
  const second = [await ask('people/user:xavier-2'), await ask('people/user:yves-2')].map(
    (person) => person.code ?? person.events,
  );
  for (const outcome of [first, second]) expect([...outcome].sort()).toEqual([1, 'not_found']);
});

test('who moves takes the past along in current, and leaves it behind in history', async () => {
  const story = [
    { type: 'page', messageId: 'h1', userId: 'hugo', timestamp: at(0), properties: { url: 'https://a.test/' } },
    { type: 'group', messageId: 'h2', userId: 'hugo', groupId: 'first', timestamp: at(1) },
    { type: 'track', messageId: 'h3', userId: 'hugo', event: 'Paid', timestamp: at(2), properties: { revenue: 100 } },
    { type: 'group', messageId: 'h4', userId: 'hugo', groupId: 'second', timestamp: at(3) },
    { type: 'track', messageId: 'h5', userId: 'hugo', event: 'Paid', timestamp: at(4), properties: { revenue: 20 } },
    { type: 'track', messageId: 'h6', userId: 'hugo', event: 'Acted', timestamp: at(5), context: { groupId: 'first' } },
  ];
  await send(...story);
  const told = async () => [
    await ask('groups/first').then(({ members, events, visits, revenue }) => [members, events, visits, revenue]),
    await ask('groups/second').then(({ members, events, visits, revenue }) => [members, events, visits, revenue]),
    await ask('groups/first/timeline').then(({ events }) =>
      events.map((event: { messageId: string }) => event.messageId),
    ),
    await ask('groups/second/timeline').then(({ events }) =>
      events.map((event: { messageId: string }) => event.messageId),
    ),
  ];
  const change = (membership: string) =>
    spectacle.app.inject({
      method: 'PATCH',
      url: '/api/workspaces/ws_test/settings',
      headers: { authorization: `Bearer ${token}` },
      payload: { membership },
    });
  const current = [[0, 1, 0, 0], [1, 5, 1, 120], ['h6'], ['h5', 'h4', 'h3', 'h2', 'h1']];
  const history = [
    [0, 4, 1, 100],
    [1, 2, 0, 20],
    ['h6', 'h3', 'h2', 'h1'],
    ['h5', 'h4'],
  ];
  expect(await told()).toEqual(current);
  await change('history');
  expect(await told()).toEqual(history);
  await change('current');
  expect(await told()).toEqual(current);
});

test('a forgotten person is gone from every table, and the rest is as if it had never been seen', async () => {
  const shared = [
    {
      type: 'page',
      messageId: 'f1',
      anonymousId: 'f-laptop',
      timestamp: at(0),
      properties: { url: 'https://a.test/?utm_source=google&utm_medium=cpc' },
    },
    {
      type: 'identify',
      messageId: 'f2',
      anonymousId: 'f-laptop',
      userId: 'forget-me',
      timestamp: at(1),
      traits: { email: 'forget-me@a.test' },
    },
    {
      type: 'group',
      messageId: 'f3',
      anonymousId: 'f-laptop',
      userId: 'forget-me',
      groupId: 'f-group',
      timestamp: at(2),
      traits: { plan: 'by forget-me' },
    },
    {
      type: 'track',
      messageId: 'f4',
      userId: 'forget-me',
      event: 'Paid',
      timestamp: at(3),
      properties: { revenue: 500, transactionId: 'forget-me-1' },
    },
    { type: 'identify', anonymousId: 'f-laptop', userId: ['forget-me'] },
  ];
  const others = [
    {
      type: 'group',
      messageId: 'f5',
      userId: 'stays',
      groupId: 'f-group',
      timestamp: at(4),
      traits: { name: 'Stays' },
    },
    {
      type: 'page',
      messageId: 'f6',
      anonymousId: 'f-laptop',
      userId: 'stays',
      timestamp: at(90),
      properties: { url: 'https://a.test/' },
    },
  ];
  await send(...others);
  const answers = () =>
    Promise.all(['groups/f-group', 'groups/f-group/members', 'groups/f-group/timeline', 'people/user:stays'].map(ask));
  const before = await answers();
  await send(...shared);
  expect(await answers()).not.toEqual(before);
  const forgotten = await spectacle.app.inject({
    method: 'DELETE',
    url: '/api/workspaces/ws_test/people/user:forget-me',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(forgotten.json()).toEqual({ events: 4, payments: 1, groupCalls: 1, rejections: 1 });
  expect(await answers()).toEqual(before);
  expect(await ask('people/user:forget-me')).toMatchObject({ code: 'not_found' });

  const tables = await spectacle.store.reading.rows<{ name: string }>(
    "SELECT name FROM system.tables WHERE database = 'spectacle' AND (engine LIKE '%MergeTree' OR engine = 'Distributed')" as Sql,
  );
  expect(tables.length).toBeGreaterThan(15);
  for (const { name } of tables) {
    const [row] = await spectacle.store.reading.rows<{ traces: number }>(
      `SELECT count() AS traces FROM spectacle.${name} WHERE position(toString(tuple(*)), 'forget-me') > 0` as Sql,
    );
    expect([name, row?.traces]).toEqual([name, 0]);
  }
});

test('a forgotten company leaves its people, who were never in it', async () => {
  await send({
    type: 'page',
    messageId: 'g1',
    userId: 'remains',
    timestamp: at(0),
    properties: { url: 'https://a.test/' },
  });
  const before = await ask('people/user:remains');
  await send(
    {
      type: 'group',
      messageId: 'g2',
      userId: 'remains',
      groupId: 'forget-group',
      timestamp: at(1),
      traits: { name: 'Gone' },
    },
    {
      type: 'track',
      messageId: 'g3',
      userId: 'remains',
      event: 'Acted',
      timestamp: at(2),
      context: { groupId: 'forget-group' },
    },
  );
  expect(await ask('groups/forget-group')).toMatchObject({ members: 1, events: 3 });
  await spectacle.app.inject({
    method: 'DELETE',
    url: '/api/workspaces/ws_test/groups/forget-group',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await ask('groups/forget-group')).toMatchObject({ code: 'not_found' });
  expect(await ask('people/user:remains')).toEqual(before);
});

test('deriving everything again changes no answer', async () => {
  const paths = ['groups', 'people', 'groups/company_123/members', 'groups/company_123/timeline'];
  const before = await Promise.all(paths.map(ask));
  const rebuilt = await spectacle.app.inject({
    method: 'POST',
    url: '/api/workspaces/ws_test/rebuild',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(rebuilt.json()).toEqual({ rebuilt: true });
  expect(await Promise.all(paths.map(ask))).toEqual(before);
});

test('a support engineer can read why some ids are one person', async () => {
  const { ids } = await ask('people/user:ada/identity');
  expect(ids).toEqual([
    {
      id: 'anon:ada-laptop',
      linkedBy: { to: 'user:ada', messageId: 'm2', timestamp: at(5), type: 'identify' },
      because: `Browser ada-laptop was first seen together with user ada in the identify call of ${at(5)} (message m2).`,
    },
    {
      id: 'email:ada@acme.test',
      linkedBy: { to: 'user:ada', messageId: 'm2', timestamp: at(5), type: 'identify' },
      because: `Email ada@acme.test was first seen together with user ada in the identify call of ${at(5)} (message m2).`,
    },
    { id: 'user:ada', linkedBy: null, because: 'User ada is the id this person is known by.' },
  ]);
});

test('a read after the last run returns at once', async () => {
  await ask('groups');
  expect(
    (
      await spectacle.app.inject({
        url: '/api/workspaces/ws_test/groups',
        headers: { authorization: `Bearer ${token}` },
      })
    ).statusCode,
  ).toBe(200);
});

test('pages of a list, a timeline and the feed join without a gap or a repeat', async () => {
  const collect = async (path: string, name: string, id: string) => {
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Record<string, { [id: string]: string }[]> & { next: string | null } = await ask(
        `${path}${path.includes('?') ? '&' : '?'}limit=2${cursor && `&cursor=${cursor}`}`,
      );
      found.push(...(page[name] ?? []).map((row) => row[id] ?? ''));
      cursor = page.next;
    }
    return found;
  };
  for (const [path, name, id] of [
    ['groups/company_123/timeline', 'events', 'messageId'],
    ['people/user:ada/timeline?type=page,group', 'events', 'messageId'],
    ['groups?sort=-events', 'groups', 'groupId'],
    ['groups?sort=name', 'groups', 'groupId'],
    ['groups?sort=traits.plan', 'groups', 'groupId'],
    ['people?sort=-lastSeen', 'people', 'personId'],
    ['groups/company_123/members', 'members', 'personId'],
  ] as const) {
    const whole: Record<string, { [id: string]: string }[]> = await ask(path);
    expect([path, await collect(path, name, id)]).toEqual([path, whole[name]?.map((row) => row[id])]);
  }
  const arrived = await collect('events', 'events', 'messageId');
  expect(arrived.filter((id) => id !== '').length).toBe(new Set(arrived.filter((id) => id !== '')).size);
  expect(arrived.length).toBeGreaterThan(8);
});

test('companies are filtered by any column or trait, numbers and dates by value', async () => {
  const found = async (...filters: string[]) =>
    (
      await ask(`groups?sort=groupId&${filters.map((filter) => `filter=${encodeURIComponent(filter)}`).join('&')}`)
    ).groups.map((group: { groupId: string }) => group.groupId);
  expect(await found('traits.employees > 300')).toEqual(['company_123']);
  expect(await found('traits.employees > 1000')).toEqual([]);
  expect(await found('employees is 329', 'plan is pro')).toEqual(['company_123']);
  expect(await found('traits.customerSince < 2023-01-01')).toEqual(['company_123']);
  expect(await found('traits.customerSince > 2023-01-01')).toEqual([]);
  expect(await found('name contains acme')).toEqual(['company_123']);
  expect(await found('traits.customerSince exists')).toEqual(['company_123']);
  expect(await found('revenue >= 9995')).toEqual(['company_123']);
  expect(await ask(`groups?filter=${encodeURIComponent("plan'; DROP TABLE x")}`)).toMatchObject({
    code: 'bad_request',
  });
  expect(await ask('groups?cursor=nonsense')).toMatchObject({ code: 'bad_request' });
  expect((await ask('groups?q=acme.test')).groups).toHaveLength(1);
});
