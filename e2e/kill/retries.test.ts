import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSpectacle, type Spectacle } from '@spectacle/server/server';
import { afterAll, beforeAll, expect, test } from 'vitest';

const second = 1_000;
const hour = 3_600 * second;
const day = 24 * hour;
// Ahead of the store's own clock, by which it forgets the order of arrival after a week and draws the last 30 days.
const sent = Math.ceil(Date.now() / day) * day + 60 * day;
const token = 'a-token-of-the-retry-test-0123456789';

let directory: string;
let spectacle: Spectacle;
/** The server's clock. */
let now = sent;

const open = async () => {
  const config = {
    port: 0,
    host: '127.0.0.1',
    store: { directory },
    workspaceId: 'ws_retry',
    token,
    logLevel: 'silent',
  };
  spectacle = await createSpectacle(config, { now: () => now });
};
const restart = async () => {
  await spectacle.close();
  await open();
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-retry-'));
  await open();
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

/** How wrong the clock of each client is; `undefined`: the client sends no times at all. */
const clocks = { right: 0, slow: -3 * hour, fast: 5 * hour, timeless: undefined };

const calls = [
  { type: 'page', properties: { url: 'https://site.example/?utm_source=google&utm_medium=cpc', title: 'Home' } },
  {
    type: 'identify',
    user: true,
    traits: { email: 'x@acme.example', plan: 'free', companyId: 'acme', companyName: 'Acme' },
  },
  { type: 'page', properties: { url: 'https://site.example/pricing', referrer: 'https://news.example.com/' } },
  { type: 'group', user: true, groupId: 'globex', traits: { name: 'Globex', employees: 329, plan: 'pro' } },
  { type: 'track', user: true, event: 'Paid', properties: { revenue: 9995, currency: 'USD', transactionId: 't' } },
  { type: 'track', user: true, event: 'Refunded', properties: { revenue: -500, transactionId: 'r' } },
  { type: 'alias', user: true, previousId: 'older-browser' },
];

/** The story of one client, an event every ten minutes up to the first sending; the same in each sending but for sentAt. */
function* story(client: keyof typeof clocks, sentAt: number) {
  const error = clocks[client];
  for (const [index, { user, ...call }] of calls.entries()) {
    const time = sent - (calls.length - index) * 600 * second;
    const times =
      error === undefined
        ? {}
        : { timestamp: new Date(time + error).toISOString(), sentAt: new Date(sentAt + error).toISOString() };
    const properties = call.properties && { ...call.properties, ...suffixed(call.properties, client) };
    yield {
      ...call,
      ...(properties && { properties }),
      ...times,
      messageId: `${client}-${index}`,
      anonymousId: `${client}-browser`,
      ...(user && { userId: client }),
    };
  }
}

const suffixed = (properties: object, client: string) =>
  'transactionId' in properties ? { transactionId: `${properties.transactionId}-${client}` } : {};

/** Sends everything, cut into batches of a size, in an order. */
async function send(sentAt: number, size: number, reversed = false) {
  const events = (Object.keys(clocks) as (keyof typeof clocks)[]).flatMap((client) => [...story(client, sentAt)]);
  if (reversed) events.reverse();
  for (let start = 0; start < events.length; start += size) {
    const batch = events.slice(start, start + size);
    const payload = { writeKey: 'ws_retry', batch };
    const response = await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload });
    expect(response.json()).toEqual({ success: true, accepted: batch.length, rejected: [] });
  }
}

/** Every answer about the workspace. */
async function everything() {
  await spectacle.projector.settled();
  const answers: Record<string, unknown> = {};
  const ask = async (path: string) => {
    const response = await spectacle.app.inject({
      url: `/api/workspaces/ws_retry/${path}`,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.statusCode, path).toBe(200);
    answers[path] = response.json();
    return response.json();
  };
  const { groups } = await ask('groups');
  const { people } = await ask('people');
  await ask('events?limit=200');
  for (const { groupId } of groups) {
    for (const part of ['', '/members?former=true', '/timeline', '/traits']) await ask(`groups/${groupId}${part}`);
  }
  for (const { personId } of people) {
    for (const part of ['', '/timeline', '/memberships']) await ask(`people/${encodeURIComponent(personId)}${part}`);
  }
  return answers;
}

test('an event sent again 2 s, 2 h and 40 days later with another sentAt, across restarts, changes no number', {
  timeout: 180_000,
}, async () => {
  await send(now, 5);
  const before = await everything();
  expect(before.groups).toMatchObject({
    groups: [
      { groupId: 'globex', events: 28, revenue: 4 * 9495, members: 4 },
      { groupId: 'acme', members: 0 },
    ],
  });

  for (const [later, size, reversed] of [
    [2 * second, 1, false],
    [2 * hour, 100, true],
    [40 * day, 3, false],
  ] as const) {
    now = sent + later;
    await send(now, size, reversed);
    expect(await everything(), `${later / second} s later`).toEqual(before);
    await restart();
    expect(await everything(), `${later / second} s later, after a restart`).toEqual(before);
  }

  // A request under way for 30 seconds: the corrected times of its events differ from those of the first try.
  await send(now - 30 * second, 7);
  expect(await everything()).toEqual(before);
});
