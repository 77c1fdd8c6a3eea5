import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { csvLine, flat } from './csv.ts';

/** Rows of one page of an export. */
const exportPage = 1000;

type Page<Row> = (
  limit: number | undefined,
  cursor: string | undefined,
) => Promise<{ rows: Row[]; next: string | null; total?: number }>;

/**
 * Answers a list: one page as JSON, or all of it as NDJSON or CSV if the request accepts that. Memory stays flat: a CSV whose
 * `columns` are not known is read twice, for its header needs every trait.
 */
export async function answerList<Row extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  page: Page<Row>,
  columns?: readonly string[],
): Promise<unknown> {
  const { cursor, limit } = request.query as { cursor?: string; limit?: number };
  const accepts = request.headers.accept ?? '';
  if (accepts.includes('application/x-ndjson')) {
    reply.type('application/x-ndjson');
    return Readable.from(ndjson(page, cursor));
  }
  if (accepts.includes('text/csv')) {
    reply.header('content-disposition', `attachment; filename="${name}.csv"`).type('text/csv; charset=utf-8');
    return Readable.from(csv(page, cursor, columns ?? (await columnsOf(page, cursor))));
  }
  const { rows, next, total } = await page(limit, cursor);
  return { [name]: rows, next, ...(total === undefined ? {} : { total }) };
}

/** All rows of a list, in pieces as they are read. */
async function* pieces<Row>(page: Page<Row>, cursor: string | undefined): AsyncGenerator<Row[]> {
  for (let at = cursor; ; ) {
    const { rows, next } = await page(exportPage, at);
    yield rows;
    if (next === null) return;
    at = next;
  }
}

async function* ndjson<Row>(page: Page<Row>, cursor: string | undefined): AsyncGenerator<string> {
  for await (const rows of pieces(page, cursor)) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

async function columnsOf<Row extends object>(page: Page<Row>, cursor: string | undefined): Promise<string[]> {
  const columns = new Set<string>();
  for await (const rows of pieces(page, cursor)) {
    for (const row of rows) for (const name of Object.keys(flat(row))) columns.add(name);
  }
  return [...columns];
}

async function* csv<Row extends object>(
  page: Page<Row>,
  cursor: string | undefined,
  columns: readonly string[],
): AsyncGenerator<string> {
  yield csvLine([...columns]);
  for await (const rows of pieces(page, cursor)) {
    yield rows
      .map(flat)
      .map((row) => csvLine(columns.map((name) => row[name])))
      .join('');
  }
}
