import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { flat, toCsv } from './csv.ts';

/** Rows of one page of an export. */
const exportPage = 1000;

type Page<Row> = (
  limit: number | undefined,
  cursor: string | undefined,
) => Promise<{ rows: Row[]; next: string | null; total?: number }>;

/**
 * Answers a list: one page as JSON, or all of it as NDJSON (as it is read) or CSV (at once: its header needs every trait)
 * if the request accepts that.
 */
export async function answerList<Row extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  page: Page<Row>,
): Promise<unknown> {
  const { cursor, limit } = request.query as { cursor?: string; limit?: number };
  const accepts = request.headers.accept ?? '';
  if (accepts.includes('application/x-ndjson')) {
    reply.type('application/x-ndjson');
    return Readable.from(ndjson(page, cursor));
  }
  if (accepts.includes('text/csv')) {
    const all: Row[] = [];
    for await (const row of everyRow(page, cursor)) all.push(row);
    reply.header('content-disposition', `attachment; filename="${name}.csv"`).type('text/csv; charset=utf-8');
    return toCsv(all.map((row) => flat(row as Record<string, unknown>)));
  }
  const { rows, next, total } = await page(limit, cursor);
  return { [name]: rows, next, ...(total === undefined ? {} : { total }) };
}

async function* everyRow<Row>(page: Page<Row>, cursor: string | undefined): AsyncGenerator<Row> {
  for (let at = cursor; ; ) {
    const { rows, next } = await page(exportPage, at);
    yield* rows;
    if (next === null) return;
    at = next;
  }
}

async function* ndjson<Row>(page: Page<Row>, cursor: string | undefined): AsyncGenerator<string> {
  for await (const row of everyRow(page, cursor)) yield `${JSON.stringify(row)}\n`;
}
