import type { FastifyInstance } from 'fastify';
import { type CsvLine, csvLines } from '../revenue/csvLines.ts';
import { BadQuery } from './query.ts';

/** What a table may be sent with, in bytes. */
export const tableBytes = 20_000_000;

/** Lets the routes of a scope take CSV beside JSON. */
export function acceptCsv(app: FastifyInstance): void {
  app.addContentTypeParser('text/csv', { parseAs: 'string', bodyLimit: tableBytes }, (_request, body, done) => {
    done(null, { csv: body });
  });
}

/**
 * The rows of a body with the lines they stand in: of a file, or of the list of that name from 1.
 *
 * @throws BadQuery with an example if it has none.
 */
export function rowsOf(body: unknown, list: string, example: string): CsvLine[] {
  if (typeof body === 'object' && body !== null) {
    if ('csv' in body && typeof body.csv === 'string') return csvLines(body.csv);
    const rows = (body as Record<string, unknown>)[list];
    if (Array.isArray(rows)) {
      return rows.map((sent: unknown, i) =>
        typeof sent === 'object' && sent !== null
          ? { line: i + 1, ok: true, sent: sent as Record<string, unknown> }
          : { line: i + 1, ok: false, code: 'not_an_object', message: `A row is an object, like ${example}.` },
      );
    }
  }
  throw new BadQuery(`Send {"${list}": [${example}]}, or CSV.`);
}
