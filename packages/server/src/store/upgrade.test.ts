import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSpectacle } from '../server.ts';
import { connect } from './connection.ts';
import { migrate, migrations } from './migrate.ts';
import { openEmbedded } from './openEmbedded.ts';

const workspaceId = 'ws_old';
const columns = ['workspace', 'visitor', 'message_id', 'subject', 'type', 'timestamp', 'client_time', 'received_at', 'user_id', 'anonymous_id', 'group_id', 'page_url', 'referrer_domain', 'traits', 'revenue', 'currency', 'properties', 'context'] as const; // biome-ignore format: one line

const today = Date.now();
const times = (minutes: number) => ({ timestamp: today + minutes * 60_000, client_time: today + minutes * 60_000 });
const browser = { workspace: workspaceId, visitor: 'anon:b', anonymous_id: 'b', received_at: today, properties: '{}', traits: '{}', context: '{"timezone":"Europe/Paris"}' }; // biome-ignore format: one line
const stored: Partial<Record<(typeof columns)[number], string | number>>[] = [
  { ...browser, ...times(-30), message_id: '1', subject: 'anon:b', type: 'page', page_url: 'https://a.example/?utm_source=x', referrer_domain: 'google.com' },
  { ...browser, ...times(-20), message_id: '2', subject: 'user:ada', user_id: 'ada', type: 'group', group_id: 'acme', traits: '{"plan":"pro"}' },
  { ...browser, ...times(-10), message_id: '3', subject: 'user:ada', user_id: 'ada', type: 'track', revenue: 4_200, currency: 'USD' },
]; // biome-ignore format: a table

/** Stores events in a new store that has only the first migrations, as a program of that time would have left them. */
async function leave(directory: string, known: readonly string[]): Promise<void> {
  const opened = openEmbedded(directory, {});
  const connection = connect(opened, {});
  await migrate(connection, known);
  const kept = columns.filter((column) => stored.some((row) => row[column] !== undefined));
  const lines = stored.map((row) =>
    JSON.stringify(kept.map((column) => row[column] ?? (column === 'revenue' ? null : ''))),
  );
  await connection.append('spectacle.events', kept, lines.join('\n'));
  await opened.close();
}

/** What today's program then tells of the company and its journey. */
async function answers(directory: string): Promise<unknown[]> {
  const config = {
    port: 0,
    host: '127.0.0.1',
    store: { directory },
    workspaceId,
    token: 'sp_upgrade',
    logLevel: 'error',
  };
  const spectacle = await createSpectacle(config);
  try {
    await spectacle.projector.settled();
    const found: unknown[] = [];
    for (const path of ['groups/acme', 'groups/acme/members', 'groups/acme/timeline', 'groups/acme/journey']) {
      const url = `/api/workspaces/${workspaceId}/${path}`;
      found.push((await spectacle.app.inject({ url, headers: { authorization: 'Bearer sp_upgrade' } })).json());
    }
    return found;
  } finally {
    await spectacle.close();
  }
}

/**
 * The first four make the store that the first program had; whatever came later is a store that somebody may have. The oldest and the
 * latest of them, or with SPECTACLE_EVERY_SCHEMA=1 all.
 */
const earlier = migrations.slice(4).map((_, index) => migrations.slice(0, index + 4));
const states = process.env.SPECTACLE_EVERY_SCHEMA
  ? earlier
  : earlier.filter((_, index) => index % (earlier.length - 1) === 0);

test('a store that stands at any earlier migration, with events in it, is brought up to date and answers as a new one', async () => {
  const from = async (known: readonly string[]) => {
    const directory = await mkdtemp(join(tmpdir(), 'spectacle-upgrade-'));
    try {
      await leave(directory, known);
      return await answers(directory);
    } finally {
      await rm(directory, { recursive: true });
    }
  };
  const expected = await from(migrations);
  expect(expected).toMatchObject([
    { groupId: 'acme', members: 1, events: 3, revenue: 4_200, traits: { plan: 'pro' } },
    { members: [{ userId: 'ada' }] },
    { events: [{ messageId: '3' }, { messageId: '2' }, { messageId: '1' }] },
    { visits: [{ channel: expect.any(String) }] },
  ]);
  for (const known of states) expect(await from(known), `from ${known.at(-1)}`).toEqual(expected);
}, 120_000);
