import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSpectacle, type Spectacle } from '../server.ts';
import type { Sql } from '../store/sql.ts';

let directory: string;
let spectacle: Spectacle;
/** Of the runs, which leaves what only reports read to later: told by each history. */
let keeps: () => boolean = () => true;

const own = { port: 0, host: '127.0.0.1', logLevel: 'error', workspaceId: 'ws_own', token: 'own' };
const open = () => createSpectacle({ ...own, store: { directory } }, { keepsForReports: () => keeps() });

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-reports-'));
  spectacle = await open();
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true, force: true });
});

const call = fc.record({
  device: fc.nat(4),
  user: fc.option(fc.nat(3)),
  what: fc.constantFrom('page', 'group', 'track', 'payment', 'identify'),
  group: fc.nat(2),
  minute: fc.nat(60 * 24 * 20),
});

/** What somebody did, as a client sends it. */
function message(
  { device, user, what, group, minute }: typeof call extends fc.Arbitrary<infer T> ? T : never,
  i: number,
) {
  const common = {
    messageId: `m${i}`,
    anonymousId: `a${device}`,
    ...(user !== null && { userId: `u${user}` }),
    timestamp: new Date(Date.now() - 30 * 86_400_000 + minute * 60_000).toISOString(),
  };
  const page = { url: `https://acme.example/p${group}?utm_source=s${group}`, path: `/p${group}` };
  if (what === 'page') return { ...common, type: 'page', context: { page }, properties: page };
  if (what === 'group') return { ...common, type: 'group', groupId: `g${group}` };
  if (what === 'identify') return { ...common, type: 'identify', userId: `u${user ?? 0}`, traits: { n: i } };
  if (what === 'track') return { ...common, type: 'track', event: `Did ${group}` };
  return { ...common, type: 'track', event: 'Paid', properties: { revenue: 5 + i, currency: 'USD' } };
}

const read = async (workspace: string) =>
  JSON.stringify(
    await Promise.all(
      [
        `SELECT * EXCEPT (workspace, version) FROM spectacle.person_visits FINAL WHERE workspace = {workspace:String} ORDER BY person_id`,
        `SELECT * EXCEPT (workspace, version) FROM spectacle.journeys FINAL WHERE workspace = {workspace:String} ORDER BY level, id`,
        `SELECT type, name, group_id, person_id, times FROM spectacle.deeds FINAL
         WHERE workspace = {workspace:String} AND state IN (SELECT state FROM spectacle.deeds FINAL WHERE workspace = {workspace:String} AND type = '')
         ORDER BY type, name, group_id, person_id`,
      ].map((query) => spectacle.store.reading.rows(query as Sql, { workspace })),
    ),
  );

test('what reports read is the same, whichever runs left it to later and whenever that was', async () => {
  let made = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(call, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 6 }),
      fc.array(fc.boolean(), { minLength: 1 }),
      fc.constantFrom('current', 'history'),
      async (batches, kept, membership) => {
        const workspace = await spectacle.workspaces.create(`ws_${++made}`);
        await spectacle.workspaces.change(workspace, { membership });
        let runs = 0;
        keeps = () => kept[runs++ % kept.length] ?? true;
        for (const [i, calls] of batches.entries()) {
          const batch = calls.map((one, n) => message(one, i * 10 + n));
          const response = await spectacle.app.inject({
            method: 'POST',
            url: '/v1/batch',
            payload: { writeKey: workspace, batch },
          });
          expect(response.json()).toMatchObject({ accepted: batch.length });
          await spectacle.projector.covered();
        }
        await spectacle.projector.settled();
        const found = await read(workspace);
        expect(found).toContain('user:');
        await spectacle.projector.again(workspace);
        expect(found).toBe(await read(workspace));
      },
    ),
    { numRuns: 6, seed: 1 },
  );
}, 300_000);

test('what was kept is derived before somebody is forgotten, and by the next start after a stop', async () => {
  keeps = () => true;
  const batch = [message({ device: 1, user: 1, what: 'page', group: 1, minute: 5 }, 1)];
  await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload: { writeKey: 'ws_own', batch } });
  await spectacle.projector.covered();
  await spectacle.projector.exclusively(async () => expect(await read('ws_own')).toContain('user:u1'));
  const later = [message({ device: 2, user: 2, what: 'page', group: 1, minute: 6 }, 2)];
  await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload: { writeKey: 'ws_own', batch: later } });
  await spectacle.close();
  keeps = () => false;
  spectacle = await open();
  await spectacle.projector.settled();
  expect(await read('ws_own')).toContain('user:u2');
});
