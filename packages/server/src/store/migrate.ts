import type { Connection } from './connection.ts';
import { type Sql, sql, statements } from './sql.ts';

/** All migrations ever released, in order. A file is never changed after its release; a change is a new file. */
export const migrations = [
  '001-events',
  '002-workspaces',
  '003-derived',
  '004-made-by',
  '005-journeys',
  '006-journeys',
  '007-spend',
  '008-person-events',
  '009-deeds',
  '010-no-person-events',
  '020-currencies',
  '021-channel-rules',
  '022-webhook-secrets',
  '030-leases',
  '040-accounts',
  '041-sessions-are-no-tokens',
  '045-views',
  '046-webhook-receipts',
  '047-countries',
  '048-paid',
  '049-blocks',
  '050-changes',
] as const;

const prepare = statements(sql(import.meta.url, 'prepare.sql'));
const functions = statements(sql(import.meta.url, 'functions.sql'));
const applied = sql(import.meta.url, 'migrations.sql');

/**
 * Brings the schema up to date, or to an earlier state that is wanted. Forward only: a store that was written by a newer program is
 * refused.
 * @throws if the store is newer than this program, or if it does not answer.
 */
export async function migrate(connection: Connection, wanted: readonly string[] = migrations): Promise<void> {
  for (const statement of prepare) await connection.run(statement);
  const done = new Set((await connection.rows<{ name: string }>(applied)).map((row) => row.name));
  const unknown = [...done].filter((name) => !migrations.some((known) => known === name));
  if (unknown.length > 0) {
    throw new Error(
      `This store was written by a newer Spectacle (it has ${unknown.join(', ')}). Start that version, or restore a backup made before the upgrade.`,
    );
  }
  for (const name of wanted) {
    if (done.has(name)) continue;
    for (const statement of statements(sql(import.meta.url, `migrations/${name}.sql`))) {
      await connection.run(repeatable(statement));
    }
    await connection.append('spectacle.migrations', ['name'], JSON.stringify([name]));
  }
  for (const statement of functions) await connection.run(statement);
}

/** A migration that was cut off half-way runs again from its start. */
function repeatable(statement: Sql): Sql {
  return statement.replace(/CREATE (TABLE|MATERIALIZED VIEW|FUNCTION) (?!IF)/, 'CREATE $1 IF NOT EXISTS ') as Sql;
}
