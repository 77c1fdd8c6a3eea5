import type { Connection } from '../store/connection.ts';
import { sql, statements } from '../store/sql.ts';

const definitions = statements(sql(import.meta.url, 'definitions.sql'));

/** Makes the store know what its reports share (definitions.sql). Before the first report, at every start. */
export async function loadDefinitions(connection: Connection): Promise<void> {
  for (const statement of definitions) await connection.run(statement);
}
