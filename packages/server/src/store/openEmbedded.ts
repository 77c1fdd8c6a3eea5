import { type ClickHouseSettings, createClient, parseError } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';
import type { Opened } from './opened.ts';
import { queriesOf } from './queriesOf.ts';
import { storeSettings } from './storeSettings.ts';

type ClientConnection = NonNullable<NonNullable<Parameters<typeof createClient>[0]>['connection']>;

/** Handing a few thousand rows from thread to thread costs more than it gains; the cores have other work. */
const oneThread = { max_threads: 1, input_format_parallel_parsing: 0 };

/** Opens a connection to the engine inside (chDB). Its statements run one after the other. */
export function openEmbedded(directory: string, limits: ClickHouseSettings): Opened {
  const chdb = createChdbConnection({ path: directory });
  // chDB implements the client's Connection interface, but is typed against another copy of it; the versions of both are
  // pinned because of this cast.
  const connection = chdb as unknown as ClientConnection;
  const client = createClient({ connection, clickhouse_settings: { ...storeSettings, ...limits } });
  return {
    ...queriesOf(client),
    run: async (query, parameters) => {
      await client.command({ query, query_params: parameters });
    },
    append: async (table, columns, lines) => {
      try {
        // As bytes: as the text of a statement the same lines cost 70 % more, most of it in copies and in their parser.
        const values = typeof lines === 'string' ? Buffer.from(lines) : lines;
        await chdb.chdb.rawInsert({ table, columns, format: 'JSONCompactEachRow', values, settings: oneThread });
      } catch (error) {
        // Into the client's kind of error, with the name of what is wrong, as its own methods do.
        throw error instanceof Error ? parseError(error.message) : error;
      }
    },
  };
}
