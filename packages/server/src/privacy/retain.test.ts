import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSpectacle, type Spectacle } from '../server.ts';
import type { Sql } from '../store/sql.ts';

let directory: string;
let spectacle: Spectacle;
const now = Date.UTC(2026, 5, 30, 12);
const headers = { authorization: 'Bearer a' };
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-retain-'));
  const own = { workspaceId: 'ws_a', token: 'a', logLevel: 'error' };
  spectacle = await createSpectacle({ port: 0, host: '127.0.0.1', store: { directory }, ...own }, { now: () => now });
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString();

async function send(...batch: object[]) {
  const payload = { writeKey: 'ws_a', batch };
  expect((await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload })).json()).toMatchObject({
    rejected: [],
  });
  await spectacle.projector.settled();
}

async function ask(path: string) {
  return (await spectacle.app.inject({ url: `/api/workspaces/ws_a/${path}`, headers })).json();
}

async function keep(retentionDays: number) {
  const payload = { retentionDays };
  return await spectacle.app.inject({ method: 'PATCH', url: '/api/workspaces/ws_a/settings', headers, payload });
}

test('what is older than the workspace keeps it leaves, with the money and the memberships that it told', async () => {
  await send(
    { type: 'group', messageId: 'g1', userId: 'ann', groupId: 'acme', timestamp: daysAgo(40) },
    { type: 'group', messageId: 'g2', userId: 'bob', groupId: 'acme', timestamp: daysAgo(20), traits: { plan: 'pro' } },
    { type: 'track', messageId: 't1', userId: 'ann', event: 'Paid', timestamp: daysAgo(35), properties: { revenue: 100 } },
    { type: 'track', messageId: 't2', userId: 'bob', event: 'Paid', timestamp: daysAgo(31), properties: { revenue: 20 } },
    { type: 'track', messageId: 't3', userId: 'bob', event: 'Paid', timestamp: daysAgo(2), properties: { revenue: 3 } },
    { type: 'track', messageId: 't4', userId: 'ann', event: 'Seen', timestamp: daysAgo(1) },
    { type: 'track', messageId: 't5', userId: 'old', event: 'Seen', timestamp: daysAgo(400) },
  ); // biome-ignore format: a story
  expect((await ask('groups')).groups).toMatchObject([{ groupId: 'acme', members: 2, events: 6, revenue: 123 }]);
  expect((await keep(30)).json()).toMatchObject({ retentionDays: 30 });
  // Ann's only word of her company was 40 days old; Bob's is kept, and of his payments the later one.
  expect((await ask('groups')).groups).toMatchObject([{ groupId: 'acme', members: 1, events: 2, revenue: 3 }]);
  expect((await ask('people?sort=personId')).people).toMatchObject([
    { personId: 'user:ann', events: 1, groupId: null },
    { personId: 'user:bob', events: 2, groupId: 'acme' },
  ]);
});

test('an address that two users claimed is the second one’s when the first is forgotten', async () => {
  await send(
    { type: 'identify', messageId: 'i1', userId: 'first', traits: { email: 'team@acme.test' }, timestamp: daysAgo(9) },
    { type: 'identify', messageId: 'i2', userId: 'second', traits: { email: 'team@acme.test' }, timestamp: daysAgo(8) },
  );
  const url = '/api/workspaces/ws_a/people/user:first';
  expect((await spectacle.app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(200);
  await send({ type: 'identify', messageId: 'i3', anonymousId: 'phone', traits: { email: 'team@acme.test' }, timestamp: daysAgo(1) }); // biome-ignore format: one line
  expect(await ask('people/user:second')).toMatchObject({
    emails: ['team@acme.test'],
    anonymousIds: ['phone'],
    events: 2,
  });
});

test('of the visitor that somebody was before the log-in nothing is left when that somebody is forgotten', async () => {
  await send({ type: 'page', messageId: 'p1', anonymousId: 'tablet', timestamp: daysAgo(4) });
  expect((await ask('people/anon:tablet')).events).toBe(1);
  await send({ type: 'identify', messageId: 'i4', anonymousId: 'tablet', userId: 'third', timestamp: daysAgo(3) });
  const url = '/api/workspaces/ws_a/people/user:third';
  expect((await spectacle.app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(200);
  const ids = (await ask('people')).people.map(({ personId }: { personId: string }) => personId);
  expect(ids).not.toContain('anon:tablet');
  expect(ids).not.toContain('user:third');
});

test('nothing tells that an address was for a while that of somebody who is forgotten', async () => {
  const traits = { email: 'desk@acme.test' };
  await send({ type: 'identify', messageId: 'i5', userId: 'later', traits, timestamp: daysAgo(8) });
  await send({ type: 'identify', messageId: 'i6', userId: 'earlier', traits, timestamp: daysAgo(9) });
  const told = async () => {
    const text = `SELECT before FROM spectacle.identities FINAL WHERE workspace = 'ws_a' AND subject = 'email:desk@acme.test'`;
    return await spectacle.store.reading.rows(text as Sql);
  };
  expect(await told()).toEqual([{ before: ['user:later'] }]);
  const url = '/api/workspaces/ws_a/people/user:later';
  expect((await spectacle.app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(200);
  expect(await told()).toEqual([{ before: [] }]);
  expect((await ask('people/user:earlier')).emails).toEqual(['desk@acme.test']);
});

test('what somebody paid who is forgotten is what the next one paid who reported the same transaction', async () => {
  const paid = { type: 'track', event: 'Paid', properties: { revenue: 500, transactionId: 'twice' } };
  await send(
    { ...paid, messageId: 't6', userId: 'payer', timestamp: daysAgo(5) },
    { ...paid, messageId: 't7', userId: 'next', timestamp: daysAgo(4) },
  );
  expect((await ask('people/user:next')).revenue).toBe(0);
  const url = '/api/workspaces/ws_a/people/user:payer';
  expect((await spectacle.app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(200);
  expect((await ask('people/user:next')).revenue).toBe(500);
});

test('a workspace keeps a whole number of days, or with 0 everything', async () => {
  expect((await keep(1.5)).statusCode).toBe(400);
  expect((await keep(0)).json()).toMatchObject({ retentionDays: 0 });
});
