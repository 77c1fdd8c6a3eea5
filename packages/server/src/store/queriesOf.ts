import type { ClickHouseClient } from '@clickhouse/client';
import type { Opened } from './opened.ts';

/** What every client of ClickHouse does alike, whatever it is connected to. */
export function queriesOf(client: ClickHouseClient): Pick<Opened, 'rows' | 'lines' | 'close'> {
  return {
    rows: async <Row>(query: string, parameters: Record<string, unknown>) => {
      const result = await client.query({ query, query_params: parameters, format: 'JSONEachRow' });
      return await result.json<Row>();
    },
    lines: async (query, parameters) => {
      const result = await client.query({ query, query_params: parameters, format: 'JSONCompactEachRow' });
      return await result.text();
    },
    close: () => client.close(),
  };
}
