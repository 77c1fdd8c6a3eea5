import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSpectacle, type Spectacle } from '../server.ts';
import type { Sql } from '../store/sql.ts';
import { knownSites } from './knownSites.ts';

interface Case {
  parameters: string;
  referrer: string;
  source: string;
  medium: string;
  channel: string;
}

/** The rows of the tables under "The cases". */
const cases: Case[] = readFileSync(new URL('../../../../docs/channels.md', import.meta.url), 'utf8')
  .split('## The cases')[1]
  ?.split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (parameters|--)/.test(line))
  .map((line) => {
    const [parameters = '', referrer = '', source = '', medium = '', channel = ''] = line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1'));
    return { parameters, referrer, source, medium, channel };
  }) ?? []; // biome-ignore format: a chain

let directory: string;
let spectacle: Spectacle;
const visits = new Map<string, [source: string, medium: string, channel: string]>();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-channels-'));
  const workspaceId = 'ws_channels';
  spectacle = await createSpectacle({
    port: 0,
    host: '127.0.0.1',
    store: { directory },
    workspaceId,
    token: 'sp_channels',
    logLevel: 'error',
  });
  await spectacle.workspaces.change(workspaceId, { domains: ['acme.example', 'acme-status.example'] });
  const batch = cases.map(({ parameters, referrer }, i) => ({
    type: 'page',
    messageId: `m${i}`,
    anonymousId: `visitor-${i}`,
    properties: { url: `https://www.acme.example/${parameters && `?${parameters}`}`, referrer },
  }));
  const { statusCode } = await spectacle.app.inject({
    method: 'POST',
    url: '/v1/batch',
    payload: { writeKey: workspaceId, batch },
  });
  expect(statusCode).toBe(200);
  await spectacle.projector.settled();
  const rows = await spectacle.store.reading.rows<{ visitor: string; visit: [string, string, string] }>(
    'SELECT visitor, (visits[1].source, visits[1].medium, visits[1].channel) AS visit FROM spectacle.trails FINAL' as Sql,
  );
  for (const { visitor, visit } of rows) visits.set(visitor, visit);
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

test('the table has at least 150 cases and every channel', () => {
  expect(cases.length).toBeGreaterThanOrEqual(150);
  expect(new Set(cases.map(({ channel }) => channel)).size).toBe(20);
});

test.each(cases.map((known, i) => [`${known.parameters || '-'} from ${known.referrer || '-'} is ${known.channel}`, known, i] as const))(
  '%s',
  (_name, { source, medium, channel }, i) => {
    expect(visits.get(`anon:visitor-${i}`)).toEqual([source, medium, channel]);
  },
); // biome-ignore format: the name on one line

test('every site has one kind, and ordinary words are no search engines', () => {
  const sites = new Map(knownSites().map((site) => [site.domain, site]));
  expect(sites.size).toBe(knownSites().length);
  for (const word of ['free', 'orange', 'meta', 'www', 'you', 'line 1'])
    expect(sites.get(word)?.kind).not.toBe('search');
});
