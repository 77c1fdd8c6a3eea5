import { type ClickHouseSettings, createClient, parseError } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';
import { bind } from './bind.ts';
import type { Opened, Parameters as Values } from './opened.ts';
import { queriesOf } from './queriesOf.ts';
import type { Sql } from './sql.ts';
import { storeSettings } from './storeSettings.ts';

type ClientConnection = NonNullable<NonNullable<Parameters<typeof createClient>[0]>['connection']>;

/** Handing a few thousand rows from thread to thread costs more than it gains; the cores have other work. */
const oneThread = { max_threads: 1, input_format_parallel_parsing: 0 };

/** Values stand in the text of a statement. In bytes; the longest list of values is that of the visitors of one run. */
const longestStatement = { max_query_size: '1000000000' };

/** Opens a connection to the engine inside (chDB). Its statements run one after the other, beside those of other connections. */
export function openEmbedded(directory: string, limits: ClickHouseSettings): Opened {
  const chdb = createChdbConnection({ path: directory });
  // chDB implements the client's Connection interface, but is typed against another copy of it; the versions of both are
  // pinned because of this cast.
  const connection = chdb as unknown as ClientConnection;
  const client = createClient({ connection });
  // Each in its turn: one that waits inside the engine would keep a thread of libuv busy.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };
  // Settings stay with the connection. Sent with every statement they cost as much as a small statement itself.
  const isSet = inTurn(() => setAll(client, { ...storeSettings, ...limits, ...longestStatement }));
  // Whoever asks hears of it.
  isSet.catch(() => {});
  const { rows, lines, close } = queriesOf(client);
  const bound = <Result>(query: Sql, values: Values, work: (text: string) => Promise<Result>): Promise<Result> =>
    inTurn(async () => {
      await isSet;
      return await work(bind(query, values));
    });
  return {
    rows: <Row>(query: Sql, values: Values) => bound(query, values, (text) => rows<Row>(text, {})),
    lines: (query, values) => bound(query, values, (text) => lines(text, {})),
    run: (query, values) =>
      bound(query, values, async (text) => {
        await client.command({ query: text });
      }),
    close: () => inTurn(close),
    append: async (table, columns, text) => {
      try {
        // As bytes: as the text of a statement the same lines cost 70 % more, most of it in copies and in their parser.
        const values = typeof text === 'string' ? Buffer.from(text) : text;
        const insert = { table, columns, format: 'JSONCompactEachRow', values, settings: oneThread } as const;
        await inTurn(() => chdb.chdb.rawInsert(insert));
      } catch (error) {
        // Into the client's kind of error, with the name of what is wrong, as its own methods do.
        throw error instanceof Error ? parseError(error.message) : error;
      }
    },
  };
}

async function setAll(client: ReturnType<typeof createClient>, settings: ClickHouseSettings): Promise<void> {
  for (const [name, value] of Object.entries(settings)) {
    await client.command({ query: bind(`SET ${name} = {value:String}`, { value: String(value) }) });
  }
}
