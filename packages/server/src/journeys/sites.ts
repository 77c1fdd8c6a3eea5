import { createHash } from 'node:crypto';
import type { Connection } from '../store/connection.ts';
import { sql, statements } from '../store/sql.ts';
import { knownSites } from './knownSites.ts';

const stored = sql(import.meta.url, 'sites.sql');
const clear = sql(import.meta.url, 'clearSites.sql');
const channel = sql(import.meta.url, 'channel.sql');

/** Makes the store know today's channel rules and sites. True if others were known before, so that visits must be derived again. */
export async function loadSites(connection: Connection): Promise<boolean> {
  for (const statement of statements(channel)) await connection.run(statement);
  const sites = knownSites();
  const text = sites.map((site) => JSON.stringify([site.domain, site.name, site.kind])).join('\n');
  const version = Number.parseInt(createHash('sha256').update(channel).update(text).digest('hex').slice(0, 12), 16);
  const [now] = await connection.rows<{ sites: number; version: number }>(stored);
  if (now?.sites === sites.length && now.version === version) return false;
  await connection.run(clear);
  const lines = sites.map((site) => JSON.stringify([site.domain, site.name, site.kind, version])).join('\n');
  await connection.append('spectacle.sites', ['domain', 'name', 'kind', 'version'], lines);
  return now !== undefined && now.sites > 0;
}
