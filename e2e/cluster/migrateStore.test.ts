import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '@spectacle/server/servedCommands';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newTally, sendUntilStored } from '../kill/persistentClient.ts';
import { Population } from '../kill/population.ts';
import { type ClickHouseNodes, clusterName, startNodes } from './clickhouseNodes.ts';
import { type Collector, startCollector, startEmbedded } from './collector.ts';

/** More than a page of the copy, when asked for. */
const events = Number(process.env.SPECTACLE_MIGRATED_EVENTS ?? 5_000);

let directory: string;
let shards: ClickHouseNodes;
let collector: Collector | undefined;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-migrate-'));
  shards = await startNodes(2);
});
afterAll(async () => {
  await collector?.spectacle.close();
  await shards?.remove();
  await rm(directory, { recursive: true, force: true });
  await rm(`${directory}.migration.json`, { force: true });
});

const paths = [
  'settings',
  'groups?limit=100&sort=groupId',
  'people?limit=100&sort=personId',
  'groups/company-1/members?limit=100',
  'groups/company-1/timeline?limit=200',
  'groups/company-1/journey',
];

const migrate = () => {
  const url = shards.nodes.map((node) => node.url).join(',');
  return run(['migrate-store', '--data', directory, '--clickhouse-url', url, '--clickhouse-cluster', clusterName]);
};

test('a store moved from one machine to a cluster gives equal answers, whatever arrives there meanwhile', {
  timeout: 600_000,
}, async () => {
  const embedded = await startEmbedded(directory);
  const population = new Population(1, 40);
  const tally = newTally();
  const old = { address: async () => embedded.url };
  await sendUntilStored(old, population.introductions(), tally);
  for (let sent = 0; sent < events; sent += 1_000) await sendUntilStored(old, population.events(1_000), tally);
  await embedded.spectacle.app.inject({
    method: 'PATCH',
    url: '/api/workspaces/ws_kill/settings',
    headers: { authorization: 'Bearer a-token-of-the-kill-test-0123456789' },
    payload: { domains: ['company.example'] },
  });
  const before = await Promise.all(paths.map((path) => embedded.get(path)));
  await embedded.spectacle.close();

  const first = await migrate();
  expect(first.err).toContain('Spectacle can be started on the new store now');
  expect(first.err).toMatch(/ws_kill: \d+ events, equal/);
  expect(first.code).toBe(0);

  collector = await startCollector(shards);
  expect(await Promise.all(paths.map((path) => collector?.get(path)))).toEqual(before);

  // Once more, while events of others arrive there.
  const arriving = Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      fetch(`${collector?.url}/v1/track`, {
        method: 'POST',
        body: JSON.stringify({ writeKey: 'ws_kill', userId: `new-${i}`, event: 'Arrived' }),
      }),
    ),
  );
  const again = await migrate();
  expect((await arriving).map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
  expect(again.code, again.err).toBe(0);
  expect(await collector.get('groups?limit=100&sort=groupId')).toBe(before[1]);
  const { total } = JSON.parse(await collector.get('people?limit=1')) as { total: number };
  expect(total).toBe(60);
});
