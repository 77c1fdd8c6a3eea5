import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ClickHouseLogLevel, type ClickHouseSettings, createClient } from '@clickhouse/client';
import { formOf } from './formOf.ts';
import type { Opened } from './opened.ts';
import { queriesOf } from './queriesOf.ts';

/** Servers take addresses of 1 MiB. Parameters that are longer than this, in characters, travel in the body. */
const longestInAddress = 100_000;

export interface ServerOptions {
  settings: ClickHouseSettings;
  /** Milliseconds after which an answer is not waited for any more. */
  patienceMs: number;
  /** Statements on their way at the same time; others wait for their turn here. */
  atOnce: number;
}

/** Opens one ClickHouse server by its HTTP address. */
export function openServer(url: string, { settings, patienceMs, atOnce }: ServerOptions): Opened {
  const client = createClient({
    url,
    clickhouse_settings: settings,
    request_timeout: patienceMs,
    max_open_connections: atOnce,
    use_multipart_params_auto: true,
    // What goes wrong is thrown, and logged by whoever catches it.
    log: { level: ClickHouseLogLevel.OFF },
  });
  return {
    ...queriesOf(client),
    run: async (query, parameters) => {
      if (JSON.stringify(parameters).length < longestInAddress) {
        await client.command({ query, query_params: parameters });
        return;
      }
      const boundary = randomUUID();
      const { stream } = await client.exec({
        query,
        values: Readable.from([Buffer.from(formOf(parameters, boundary))]),
        http_headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      });
      await text(stream);
    },
    append: async (table, columns, lines) => {
      const query = `INSERT INTO ${table} (${columns.join(', ')}) FORMAT JSONCompactEachRow`;
      const values = Readable.from([typeof lines === 'string' ? Buffer.from(lines) : lines]);
      const { stream } = await client.exec({ query, values });
      await text(stream);
    },
  };
}
