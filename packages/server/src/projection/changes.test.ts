import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { loadArithmetic } from '../attribution/arithmetic.ts';
import { loadSites } from '../journeys/sites.ts';
import type { Connection } from '../store/connection.ts';
import type { Sql } from '../store/sql.ts';
import { openStore, type Store } from '../store/store.ts';
import { Projector } from './projector.ts';

/** Random histories; more of them by environment. */
const numRuns = Number(process.env.SPECTACLE_CUTS ?? 2);
const seed = Number(process.env.SPECTACLE_SEED ?? 1);

const minute = 60_000;
/** Before the store's own clock, so that nothing is older than what has been derived already. */
const start = Date.now() - 2 * 24 * 60 * minute;
let directory: string;
let store: Store;
let made = 0;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-changes-'));
  store = await openStore({ directory }, 1);
  await loadSites(store.intake);
  await loadArithmetic(store.intake);
});
afterAll(async () => {
  await store.close();
  await rm(directory, { recursive: true, force: true });
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(start + made * minute);
  return () => vi.useRealTimers();
});

const columns = ['workspace', 'visitor', 'message_id', 'subject', 'type', 'event', 'timestamp', 'client_time', 'received_at', 'user_id', 'anonymous_id', 'email', 'previous_id', 'group_id', 'acting_group', 'page_url', 'page_path', 'source', 'revenue', 'currency', 'transaction_id', 'traits', 'properties'] as const; // biome-ignore format: one line
type Row = Partial<Record<(typeof columns)[number], string | number>>;
interface Event extends Row {
  message_id: string;
}

const call = fc.record({
  device: fc.option(fc.nat(3), { freq: 5 }),
  user: fc.option(fc.nat(4), { freq: 2 }),
  email: fc.option(fc.nat(2), { freq: 2 }),
  minute: fc.nat(60 * 24 * 3),
  // The same again, received at another time.
  copy: fc.option(fc.nat(20), { freq: 6 }),
  what: fc.oneof(
    fc.nat(2).map((n): Row => ({ type: 'page', page_url: `https://a.example/${n}`, page_path: `/${n}`, source: n === 0 ? '' : `s${n}` })),
    fc.nat(2).map((n): Row => ({ type: 'group', group_id: `g${n}` })),
    fc.nat(2).map((n): Row => ({ type: 'track', event: 'Did', acting_group: n === 0 ? '' : `g${n}` })),
    { weight: 4, arbitrary: fc.nat(2).map((n): Row => ({ type: 'track', event: 'Paid', revenue: 5 + n, currency: 'USD', transaction_id: `t${n}` })) },
    fc.nat(3).map((n): Row => ({ type: 'alias', previous_id: `d${n}` })),
    fc.constant<Row>({ type: 'identify' }),
  ),
}); // biome-ignore format: a table
type Call = typeof call extends fc.Arbitrary<infer T> ? T : never;

/** Rows as the collector makes them. */
function rowsOf({ device, user, email, minute: at, copy, what }: Call, messageId: string): Event[] {
  const user_id = user === null && (what.type === 'alias' || (device === null && email === null)) ? 'u0' : (user === null ? '' : `u${user}`); // biome-ignore format: one line
  const anonymous_id = device === null ? '' : `d${device}`;
  const address = email === null ? '' : `e${email}@a.example`;
  const subject = user_id !== '' ? `user:${user_id}` : address !== '' ? `email:${address}` : `anon:${anonymous_id}`;
  const event: Event = { ...what, message_id: messageId, user_id, anonymous_id, email: address, subject, visitor: anonymous_id === '' ? subject : `anon:${anonymous_id}`, timestamp: start - 9 * 24 * 60 * minute + at * minute, client_time: start - at, received_at: Date.now() }; // biome-ignore format: one line
  return copy === null
    ? [event]
    : [event, { ...event, timestamp: Number(event.timestamp) + (copy - 10) * minute, received_at: Date.now() - copy }];
}

async function keepEvents(workspace: string, events: readonly Event[]): Promise<void> {
  const lines = events.map((event) =>
    JSON.stringify(
      columns.map((column) => ({ client_time: start, received_at: Date.now(), traits: '{}', properties: '{}', ...event, workspace })[column] ?? (column === 'revenue' ? null : '')),
    ),
  ); // biome-ignore format: one line
  await store.intake.append('spectacle.events', columns, lines.join('\n'));
}

const changeOf = (workspaceId: string, { visitor, message_id }: Event) => ({
  workspaceId,
  visitor: String(visitor),
  messageId: message_id,
});

interface Working {
  connection?: Connection;
  keeps?: () => boolean;
  membership?: string;
  onError?: (error: unknown) => void;
}

function projectorOf({
  connection = store.projection,
  keeps = () => false,
  membership,
  onError,
}: Working = {}): Projector {
  return new Projector({
    connection,
    keepsForReports: keeps,
    countsHistory: () => membership === 'history',
    onError: onError ?? ((error) => { throw error; }),
  }); // biome-ignore format: short
}

async function newWorkspace(membership = 'current'): Promise<string> {
  const id = `ws_${++made}`;
  await store.intake.append('spectacle.workspaces', ['workspace', 'settings', 'version'], JSON.stringify([id, JSON.stringify({ membership, currency: 'USD' }), 1])); // biome-ignore format: one line
  return id;
}

/** What is derived of those that are something: of whoever is somebody else by now an empty row is left. */
const tables = [
  ['trails', '* EXCEPT (workspace, version, days)', '1'],
  ['claims', '* EXCEPT (workspace, version)', '1'],
  ['identities', '* EXCEPT (workspace, version, before)', '1'],
  ['people', '* EXCEPT (workspace, version, groups)', 'events > 0 OR notEmpty(emails) OR notEmpty(anonymous_ids)'],
  ['contributions', '* EXCEPT (workspace, version, days)', 'member = 1 OR events > 0 OR revenue != 0'],
  ['groups', '* EXCEPT (workspace, version, days)', 'events > 0 OR calls > 0'],
  ['deeds', 'type, name, group_id, person_id, times', "type != '' AND state IN (SELECT argMax(state, version) FROM spectacle.deeds WHERE workspace = {workspace:String} AND type = '' GROUP BY person_id)"],
  ['person_visits', '* EXCEPT (workspace, version)', 'notEmpty(parts.group_id) OR notEmpty(visits.timestamp) OR notEmpty(payments.timestamp)'],
  ['journeys', '* EXCEPT (workspace, version)', 'isNotNull(cutoff) OR isNotNull(identified) OR notEmpty(visits.timestamp) OR notEmpty(payments.timestamp)'],
] as const; // biome-ignore format: a table

async function dump(workspace: string) {
  const found: Record<string, string[]> = {};
  for (const [table, columns, condition] of tables) {
    const text = `SELECT ${columns} FROM spectacle.${table} FINAL WHERE workspace = {workspace:String} AND (${condition})`;
    found[table] = (await store.reading.lines(text as Sql, { workspace })).trim().split('\n').toSorted();
  }
  return found;
}

/** Everything in one run, in a workspace that saw nothing before. */
async function atOnce(events: readonly Event[], membership: string) {
  const workspace = await newWorkspace(membership);
  await keepEvents(workspace, events);
  const projector = projectorOf({ membership });
  for (const event of events) projector.changed(changeOf(workspace, event));
  await projector.settled();
  await projector.again(workspace);
  await projector.close();
  return await dump(workspace);
}

const step = fc.record({
  calls: fc.array(call, { minLength: 1, maxLength: 5 }),
  minutes: fc.nat(3),
  keeps: fc.boolean(),
  /** After how many statements more events are stored. */
  meanwhile: fc.option(fc.record({ after: fc.nat(28), calls: fc.array(call, { minLength: 1, maxLength: 3 }) }), { freq: 2 }),
  /** After which statement it is cut off, and whether by a failure or by the end of the process. */
  cut: fc.option(fc.record({ after: fc.nat(28), dies: fc.boolean() }), { freq: 3 }),
}); // biome-ignore format: a table

test(
  'whatever order events arrive in, in the middle of a run too, and wherever runs are cut off, the rows are those of deriving everything at once',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 10 }),
        fc.constantFrom('current', 'history'),
        async (steps, membership) => {
          const workspace = await newWorkspace(membership);
          const all: Event[] = [];
          let keeps = false;
          let left = Number.POSITIVE_INFINITY;
          let dies = false;
          let meanwhile: { after: number; events: Event[] } | undefined;
          const cuts: Connection['run'] = async (statement, parameters) => {
            if (meanwhile && meanwhile.after-- === 0) await keepEvents(workspace, meanwhile.events);
            if (left-- === 0 || (dies && left < 0)) {
              if (!dies) left = Number.POSITIVE_INFINITY;
              throw new Error('cut off');
            }
            await store.projection.run(statement, parameters);
          };
          const working = {
            connection: { ...store.projection, run: cuts },
            keeps: () => keeps,
            membership,
            onError: () => {},
          };
          let projector = projectorOf(working);
          for (const [i, { calls, minutes, keeps: kept, meanwhile: more, cut }] of steps.entries()) {
            vi.setSystemTime(Date.now() + minutes * minute);
            const events = calls.flatMap((one, n) => rowsOf(one, `m${i}-${n}`));
            keeps = kept;
            left = cut?.after ?? Number.POSITIVE_INFINITY;
            dies = cut?.dies ?? false;
            all.push(...events);
            await keepEvents(workspace, events);
            for (const event of events) projector.changed(changeOf(workspace, event));
            const late = more?.calls.flatMap((one, n) => rowsOf(one, `late${i}-${n}`)) ?? [];
            meanwhile = more ? { after: more.after, events: late } : undefined;
            await projector.covered();
            if (meanwhile) {
              if (meanwhile.after >= 0) await keepEvents(workspace, late);
              meanwhile = undefined;
              all.push(...late);
              for (const event of late) projector.changed(changeOf(workspace, event));
              await projector.covered();
            }
            if (!dies) continue;
            await projector.close();
            left = Number.POSITIVE_INFINITY;
            // No number of a run is used again.
            vi.setSystemTime(Date.now() + 1_000);
            projector = projectorOf(working);
            await projector.recover();
            await projector.covered();
          }
          left = Number.POSITIVE_INFINITY;
          await projector.settled().catch(() => projector.settled());
          await projector.close();
          expect(await dump(workspace)).toEqual(await atOnce(all, membership));
        },
      ),
      { numRuns, seed, endOnFailure: true },
    );
  },
  30 * minute,
);

test('what is stored in the middle of a run, wherever that is, counts whole after the next one', async () => {
  const paid = (n: number) => ({ ...someone(n), type: 'track', event: 'Paid', revenue: 5, currency: 'USD', group_id: '' });
  for (const after of [0, 2, 4, 6, 8, 10]) {
    const workspace = await newWorkspace();
    let left = Number.POSITIVE_INFINITY;
    const late = { ...paid(1), message_id: 'late', transaction_id: 'T' };
    const run: Connection['run'] = async (statement, parameters) => {
      if (left-- === 0) await keepEvents(workspace, [late]);
      await store.projection.run(statement, parameters);
    };
    const projector = projectorOf({ connection: { ...store.projection, run } });
    projector.changed({ workspaceId: workspace, visitor: '', messageId: 'nobody' });
    await projector.settled();
    const first = paid(1);
    await keepEvents(workspace, [first]);
    left = after;
    projector.changed(changeOf(workspace, first));
    await projector.settled();
    projector.changed(changeOf(workspace, late));
    await projector.settled();
    await projector.close();
    const text = 'SELECT events, revenue FROM spectacle.people FINAL WHERE workspace = {workspace:String}';
    expect(await store.reading.rows(text as Sql, { workspace })).toEqual([{ events: 2, revenue: 10 }]);
  }
}); // biome-ignore format: long

const shared: [string, (n: number) => Event][] = [
  ['anonymousId', (n) => ({ ...someone(n), anonymous_id: 'all', visitor: 'anon:all' })],
  ['email', (n) => ({ ...someone(n), type: 'identify', email: 'all@a.example' })],
  ['transaction', (n) => ({ ...someone(n), type: 'track', event: 'Paid', revenue: 5, currency: 'USD', transaction_id: 'all' })],
]; // biome-ignore format: a table
const someone = (n: number): Event => ({ message_id: `m${n}`, type: 'track', event: 'Did', user_id: `u${n}`, subject: `user:u${n}`, visitor: `user:u${n}`, timestamp: start - 9 * minute + n }); // biome-ignore format: one line

test.each(shared)('who shares %s with hundreds of others and does something is derived without them', async (_what, act) => {
  const workspace = await newWorkspace();
  const projector = projectorOf();
  const derived = async (events: Event[]) => {
    const { lastBatch } = projector;
    await keepEvents(workspace, events);
    for (const event of events) projector.changed(changeOf(workspace, event));
    await projector.settled();
    const text = 'SELECT uniqExact(person_id) AS people FROM spectacle.people WHERE workspace = {workspace:String} AND version > {lastBatch:UInt64}';
    const [row] = await store.reading.rows<{ people: number }>(text as Sql, { workspace, lastBatch });
    return row?.people;
  };
  expect(await derived(Array.from({ length: 300 }, (_, n) => act(n)))).toBe(300);
  const later = (n: number) => ({ ...act(n), message_id: `again-${n}`, timestamp: start + n });
  // He, and whoever has what they share.
  expect(await derived([later(7)])).toBeLessThanOrEqual(2);
  expect(await derived([later(8), later(9)])).toBeLessThanOrEqual(3);
  // Now another one was the first: he, and who it was.
  expect(await derived([{ ...later(10), timestamp: start - 20 * minute }])).toBe(2);
  await projector.close();
}); // biome-ignore format: long
