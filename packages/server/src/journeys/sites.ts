import { createHash } from 'node:crypto';
import { countryFacts } from '../collector/countryFacts.ts';
import type { Connection } from '../store/connection.ts';
import { sql, statements } from '../store/sql.ts';
import { knownSites } from './knownSites.ts';

const stored = sql(import.meta.url, 'sites.sql');
const clear = sql(import.meta.url, 'clearSites.sql');
const channel = sql(import.meta.url, 'channel.sql');

/** What a start has to do about visits that were derived by other rules. */
export interface SitesLoaded {
  /** Other rules or sites were known before this start. */
  changed: boolean;
  /** They changed at this start or an earlier one, and not everything has been derived by them since (`allDerived`). */
  behind: boolean;
}

/** Makes the store know today's channel rules and sites. What tells a country is of the same kind: with it visits change as well. */
export async function loadSites(connection: Connection): Promise<SitesLoaded> {
  for (const statement of statements(channel)) await connection.run(statement);
  const sites = knownSites();
  const text = sites.map((site) => JSON.stringify([site.domain, site.name, site.kind])).join('\n');
  const version = Number.parseInt(
    createHash('sha256').update(channel).update(text).update(countryFacts).digest('hex').slice(0, 12),
    16,
  );
  const [now] = await connection.rows<{ sites: number; version: number; behind: 0 | 1 }>(stored);
  if (now?.sites === sites.length && now.version === version) return { changed: false, behind: now.behind === 1 };
  const changed = now !== undefined && now.sites > 0;
  // Before the sites: whoever is killed from here on starts with visits that are behind.
  if (changed) await note(connection, Date.now());
  await connection.run(clear);
  const lines = sites.map((site) => JSON.stringify([site.domain, site.name, site.kind, version])).join('\n');
  await connection.append('spectacle.sites', ['domain', 'name', 'kind', 'version'], lines);
  return { changed, behind: changed };
}

/** Notes that everything has been derived by today's rules and sites. */
export async function allDerived(connection: Connection): Promise<void> {
  await note(connection, 0);
}

/** Since when visits have been behind, in milliseconds since 1970; 0: they are not. */
async function note(connection: Connection, since: number): Promise<void> {
  const line = JSON.stringify(['visits behind', since, Date.now()]);
  await connection.append('spectacle.checkpoints', ['name', 'received_at', 'version'], line);
}
