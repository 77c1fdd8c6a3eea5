import { knownCountries } from '../collector/country.ts';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';

const fill = sql(import.meta.url, 'fillCountries.sql');

/**
 * Tells the country of the events that an older version stored, or whose time zone it did not know. Returns when it is done; the
 * visits are to be derived again then.
 */
export async function fillCountries(connection: Connection): Promise<void> {
  await connection.run(fill, { known: [...knownCountries.keys()], codes: [...knownCountries.values()] });
}
