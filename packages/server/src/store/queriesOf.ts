import type { ClickHouseClient } from '@clickhouse/client';
import type { Parameters } from './opened.ts';

/** What every client of ClickHouse does alike, whatever it is connected to. */
export function queriesOf(client: ClickHouseClient) {
  return {
    rows: async <Row>(query: string, parameters: Parameters) => {
      const result = await client.query({ query, query_params: parameters, format: 'JSONEachRow' });
      return await result.json<Row>();
    },
    lines: async (query: string, parameters: Parameters) => {
      const result = await client.query({ query, query_params: parameters, format: 'JSONCompactEachRow' });
      return await result.text();
    },
    close: () => client.close(),
  };
}
