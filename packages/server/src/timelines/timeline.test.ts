import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSpectacle, type Spectacle } from '../server.ts';
import { stretches } from './stretches.ts';
import { readTimeline, type TimelinePart } from './timeline.ts';

const workspaceId = 'ws_stretches';
const hour = 3_600_000;
const now = Date.UTC(2026, 5, 1);
let directory: string;
let spectacle: Spectacle;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-timeline-'));
  const config = { port: 0, host: '127.0.0.1', store: { directory }, workspaceId, token: 'sp_t', logLevel: 'error' };
  spectacle = await createSpectacle(config, { now: () => now });
  const send = async (batch: object[], sentAt: number) => {
    const payload = { writeKey: workspaceId, batch, sentAt: new Date(sentAt).toISOString() };
    expect((await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload })).statusCode).toBe(200);
  };
  const event = (n: number) => ({
    messageId: `m${n}`,
    userId: `user-${n % 5}`,
    anonymousId: `browser-${n % 7}`,
    timestamp: new Date(now - (n * n * hour) / 16).toISOString(),
    ...(n % 9 === 0
      ? { type: 'group', groupId: n % 45 === 0 ? 'other' : 'acme' }
      : n % 4 === 0
        ? { type: 'page', properties: { url: 'https://a.example/?utm_source=x' } }
        : { type: 'track', event: 'Opened', ...(n % 31 === 0 ? { context: { groupId: 'acme' } } : {}) }),
  });
  const events = Array.from({ length: 240 }, (_, n) => event(n));
  await send(events, now);
  // Sent again with the time of the first try, some look 40 days newer or older; the first copy counts.
  const again = events.filter((_, n) => n % 6 === 1);
  await send(again, now - 40 * 24 * hour);
  await send(again, now + 3 * 24 * hour);
  await spectacle.projector.settled();
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

type Whose = Parameters<typeof readTimeline>[2];

/** All pages of a story, one after the other. */
async function pages(whose: Whose, part: Omit<TimelinePart, 'after'>) {
  const found: unknown[] = [];
  let after: TimelinePart['after'];
  do {
    const page = await readTimeline(spectacle.store.reading, workspaceId, whose, { ...part, after });
    found.push(page);
    after = page.next ?? undefined;
  } while (after);
  return found;
}

test.each<[string, Whose, string[]]>([
  ['a company', { groupId: 'acme', history: false }, []],
  ['a company, of one type', { groupId: 'acme', history: false }, ['group']],
  ['a company with its former members', { groupId: 'acme', history: true }, []],
  ['a person', { personId: 'user:user-3' }, []],
])(
  'the pages of %s are the same whether stretches of its story are looked through or all of it',
  async (_, whose, types) => {
    const whole = await pages(whose, { types, limit: 20, longFrom: Number.POSITIVE_INFINITY });
    expect(whole.length).toBeGreaterThan(1);
    expect(await pages(whose, { types, limit: 20, longFrom: 0 })).toEqual(whole);
  },
);

test('a long story is looked through from its end, in ever wider stretches, and at last as a whole', () => {
  const members = [{ events: 100_000, firstSeen: now - 100_000 * hour, lastSeen: now }];
  const found = [...stretches(members, undefined, 50, 20_000)];
  const hours = found.map(({ since }) => (now - Date.parse(`${since}Z`)) / hour);
  expect(hours.slice(0, -1)).toEqual([200, 3_200, 51_200]);
  expect(found.map(({ whole }) => whole)).toEqual([false, false, false, true]);
  expect([...stretches(members, undefined, 50, 100_001)]).toHaveLength(1);
});
