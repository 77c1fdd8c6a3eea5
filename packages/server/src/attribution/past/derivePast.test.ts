import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Projector } from '../../projection/projector.ts';
import { fillExchange } from '../../revenue/rates.ts';
import { createSpectacle, type Spectacle } from '../../server.ts';
import type { Connection } from '../../store/connection.ts';
import { canLink, makeScratch, type Scratch } from '../../store/scratch.ts';
import type { Sql } from '../../store/sql.ts';
import { createToken } from '../../workspaces/tokens.ts';
import { behindSince } from '../behind.ts';
import { derivePast, type PastToDerive } from './derivePast.ts';

/** Random histories; more of them by environment. */
const runs = Number(process.env.SPECTACLE_ATTRIBUTION_RUNS ?? 1);

const minute = 60_000;
const start = Date.UTC(2025, 2, 1);
let now = Date.UTC(2025, 11, 1);
let directory: string;
let spectacle: Spectacle;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-derive-past-'));
  const config = { port: 0, host: '127.0.0.1', store: { directory }, workspaceId: 'ws_first', token: 'sp_first' };
  spectacle = await createSpectacle({ ...config, logLevel: 'error' }, { now: () => now });
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

const referrers = ['', 'https://www.google.com/', 'https://partner.example/post'];
const groups = fc.constantFrom('a', 'b', 'c');
const email = fc.nat(5).map((n) => `p${n}@a.example`);
const call = fc.oneof(
  fc.record({ query: fc.constantFrom('', '?utm_source=google&utm_medium=cpc', '?gclid=1'), referrer: fc.constantFrom(...referrers) }).map(
    ({ query, referrer }) => ({ type: 'page', properties: { url: `https://www.product.example/${query}`, referrer } })),
  email.map((email) => ({ type: 'identify', traits: { email } })),
  groups.map((companyId) => ({ type: 'identify', traits: { companyId } })),
  fc.tuple(groups, fc.constantFrom('free', 'pro')).map(([groupId, plan]) => ({ type: 'group', groupId, traits: { plan } })),
  fc.tuple(fc.constantFrom('Demo Booked', 'Opened'), fc.option(groups)).map(([event, groupId]) => ({
    type: 'track', event, ...(groupId === null ? {} : { context: { groupId } }),
  })),
  fc.tuple(fc.integer({ min: -300, max: 1000 }), fc.nat(4), fc.constantFrom('USD', 'EUR', 'KWD')).map(([revenue, id, currency]) => ({
    type: 'track', event: 'Paid', properties: { revenue, currency, transactionId: `t${id}` },
  })),
  fc.nat(40).map((device) => ({ type: 'alias', userId: 'user-0', previousId: `device-${device}` })),
); // biome-ignore format: a table
const event = fc
  .tuple(call, fc.nat(40), fc.option(fc.nat(12), { freq: 2 }), fc.nat(20_000))
  .map(([call, device, user, quarter]) => ({
    anonymousId: `device-${device}`,
    ...(user === null ? {} : { userId: `user-${user}` }),
    ...call,
    timestamp: new Date(start + quarter * 15 * minute).toISOString(),
  }));
/** Each week's units of a currency for one euro. */
const weekly = (rate: string) =>
  Array.from({ length: 30 }, (_, week) => ({ date: new Date(start + week * 7 * 24 * 60 * minute).toISOString().slice(0, 10), currency: 'USD', rate })); // biome-ignore format: one line
/** What is received at each of three moments, besides some of what was received before: much, and then little, so that few are concerned. */
const few = { minLength: 3, maxLength: 8 };
const histories = fc.tuple(
  fc.array(event, { minLength: 60, maxLength: 80 }),
  fc.array(event, few),
  fc.array(event, few),
);

const on = (day: number) => ({ timestamp: new Date(start + day * 24 * 60 * minute).toISOString() });
const paid = (userId: string, day: number, revenue: number, transactionId: string, currency = 'USD') => ({
  type: 'track', event: 'Paid', userId, ...on(day), properties: { revenue, transactionId, currency },
}); // biome-ignore format: a line of a table
/** Of whom nothing is received later, and who are other people, or have paid something else, because of somebody else's later events. */
const story: object[][] = [
  [
    { type: 'identify', anonymousId: 'browser-x', traits: { email: 'x@z.example' }, ...on(1) },
    { type: 'page', anonymousId: 'browser-x', properties: { url: 'https://www.product.example/' }, ...on(2) },
    paid('payer-p', 20, 500, 'shared'),
    paid('payer-r', 21, 900, 'euros', 'EUR'),
    paid('payer-k', 22, 700, 'dinars', 'KWD'),
    { type: 'group', userId: 'payer-k', groupId: 'z', ...on(23) },
    { type: 'group', userId: 'member-m', groupId: 'z', ...on(1) },
    { type: 'page', userId: 'member-m', properties: { url: 'https://www.product.example/' }, ...on(2) },
    { type: 'track', event: 'Demo Booked', userId: 'member-m', ...on(3) },
  ],
  [],
  [
    { type: 'identify', userId: 'owner-of-x', anonymousId: 'browser-y', traits: { email: 'x@z.example' }, ...on(3) },
    paid('payer-q', 10, 500, 'shared'),
    { type: 'track', event: 'Opened', userId: 'member-m', ...on(30) },
  ],
];

async function receive(workspaceId: string, batch: object[], rate: string | undefined): Promise<void> {
  const payload = { writeKey: workspaceId, batch, sentAt: new Date(now + 20_000).toISOString() };
  const { statusCode } = await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload });
  expect(statusCode).toBe(200);
  await spectacle.projector.settled();
  if (rate === undefined) return;
  const token = await createToken(spectacle.store.intake, { workspaceId, role: 'admin' });
  const headers = { authorization: `Bearer ${token}` };
  const url = `/api/workspaces/${workspaceId}/rates`;
  const answer = await spectacle.app.inject({ method: 'PUT', url, headers, payload: { rates: weekly(rate) } });
  expect(answer.statusCode).toBe(200);
}

/** Everything that is derived but for the numbers of runs, and for what somebody is no longer known to have been or done. */
const tables = [
  ['trails', '* EXCEPT (version, days, print)', '1'],
  ['claims', '* EXCEPT version', '1'],
  ['identities', '* EXCEPT (version, before)', '1'],
  ['payments', '*', '1'],
  ['group_calls', '*', '1'],
  ['people', '* EXCEPT (version, groups)', '1'],
  ['contributions', '* EXCEPT (version, days)', 'member = 1 OR events > 0 OR revenue != 0'],
  ['groups', '* EXCEPT (version, days)', '1'],
  ['deeds', 'type, name, group_id, person_id, times', "type != '' AND state IN (SELECT argMax(state, version) FROM spectacle.deeds WHERE workspace = {workspace:String} AND type = '' GROUP BY person_id)"],
  ['person_visits', '* EXCEPT version', '1'],
  ['journeys', '* EXCEPT version', '1'],
  ['exchange', 'currency, day, numerator, denominator', '1'],
] as const; // biome-ignore format: a table

async function dump(connection: Connection, workspace: string) {
  const found = new Map<string, string[]>();
  for (const [table, columns, condition] of tables) {
    const text = `SELECT ${columns} FROM spectacle.${table} FINAL WHERE workspace = {workspace:String} AND (${condition})`;
    found.set(table, (await connection.lines(text as Sql, { workspace })).trim().split('\n').toSorted());
  }
  return Object.fromEntries(found);
}

type Way = (scratch: Scratch, past: PastToDerive) => Promise<void>;
type Purpose = Parameters<typeof makeScratch>[1];

/** What is then derived in a scratch database. */
async function derived(purpose: Purpose, way: Way, past: PastToDerive) {
  const scratch = await makeScratch(spectacle.store, purpose);
  try {
    await way(scratch, past);
    return await dump(scratch.connection, past.workspaceId);
  } finally {
    await scratch.remove();
  }
}

/** The oracle: the events received by then, and run after run of the projection. */
const everythingAgain: Way = async (scratch, past) => {
  await scratch.copyPast(past);
  await fillExchange(scratch.connection, past.workspaceId, 'USD', now);
  const projector = new Projector({
    connection: scratch.connection,
    countsHistory: () => past.history,
    onError: (error) => {
      throw error;
    },
  });
  await projector.again(past.workspaceId);
  await projector.close();
};
const whomItConcerns: Way = async (scratch, past) => {
  await spectacle.projector.exclusively(() => scratch.linkToday(past, spectacle.store.projection));
  await fillExchange(scratch.connection, past.workspaceId, 'USD', now);
  const since = await behindSince(scratch.connection, past.workspaceId);
  expect(since, 'something is known to be derived').toBeGreaterThan(0);
  await derivePast(scratch.connection, { ...past, behindSince: since });
};
/** As on a cluster. */
const withoutToday: Way = async (scratch, past) => {
  await scratch.copyPast(past);
  await fillExchange(scratch.connection, past.workspaceId, 'USD', now);
  await derivePast(scratch.connection, past);
};

test.each(['current', 'history'] as const)(
  'a past is what deriving everything again from the events received by then gives (membership %s)',
  async (membership) => {
    for (const [run, history] of fc.sample(histories, { numRuns: runs, seed: 7 }).entries()) {
      const workspaceId = `ws_${membership}_${run}`;
      await spectacle.workspaces.create(workspaceId);
      await spectacle.workspaces.change(workspaceId, { membership, cutoffEvents: ['Demo Booked'] });
      const moments: { asOf: number; otherRates: boolean }[] = [];
      for (const [i, random] of history.entries()) {
        const batch = [...random, ...(story[i] ?? [])];
        now += 60 * minute;
        const named = (batch: object[], i: number) =>
          batch.map((event, j): object => ({ ...event, messageId: `m${i}-${j}` }));
        // Some come again, and one calls itself as another one did.
        const [taken, ...again] = named(history[i - 1] ?? [], i - 1).slice(0, 6);
        const other = taken === undefined ? [] : [{ ...taken, ...batch[0] }];
        await receive(workspaceId, [...again, ...other, ...named(batch, i)], ['1.1', '1.3'][i]);
        moments.push({ asOf: now + minute, otherRates: i < 1 });
      }
      for (const moment of moments.slice(0, -1)) {
        const past = { workspaceId, ...moment, behindSince: 0, history: membership === 'history', mayGoOn: () => true };
        const expected = await derived('empty', everythingAgain, past);
        const linkable = await canLink(spectacle.store);
        if (linkable) expect(await derived('links', whomItConcerns, past)).toEqual(expected);
        if (!linkable || moment === moments[0]) expect(await derived('empty', withoutToday, past)).toEqual(expected);
      }
    }
  },
  10 * minute,
);
