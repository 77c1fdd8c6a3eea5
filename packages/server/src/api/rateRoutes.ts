import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { listRates, type RatePlace, removeRates, saveRates } from '../revenue/rates.ts';
import { type Rate, readRates } from '../revenue/readRates.ts';
import * as answers from './answers.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { acceptCsv, rowsOf, tableBytes } from './csvBody.ts';
import { answerList } from './list.ts';
import { failures, WorkspacePath } from './paths.ts';
import { readCursor, writeCursor } from './query.ts';

const Day = Type.String({ format: 'date' });
const everything = { from: '1900-01-01', to: '2299-12-31' };
const example = '{"date": "2026-05-29", "currency": "USD", "rate": "1.0873"}';

/** Exchange rates by day: loaded as CSV or JSON, listed, removed. What was paid in other currencies follows. */
export function rateRoutes({ store, ratesChanged, now }: ApiCollaborators): FastifyPluginAsyncTypebox {
  return async (app) => {
    acceptCsv(app);

    app.put(
      '/rates',
      {
        bodyLimit: tableBytes,
        schema: {
          summary: 'Load exchange rates for one euro, as CSV with a header (content type text/csv) or as JSON',
          description:
            'A row has date, currency and rate; or date and a column for each currency, as in the files of the European Central Bank. A day and currency loaded again replaces what was loaded before; payments that it is about are converted again before the answer.',
          params: WorkspacePath,
          response: { 200: answers.RateVerdict, ...failures },
        },
      },
      async ({ params: { ws }, body }) => {
        const rates: Rate[] = [];
        const rejected: answers.RateVerdict['rejected'] = [];
        for (const row of rowsOf(body, 'rates', example)) {
          const read = row.ok ? readRates(row.sent) : row;
          if (!read.ok) rejected.push({ line: row.line, code: read.code, message: read.message });
          else if ('rates' in read) for (const rate of read.rates) rates.push(rate);
        }
        const changed = await saveRates(store.intake, ws, rates, now());
        // Also if nothing is new: the process may have ended the last time before this was done.
        await ratesChanged(ws);
        return { accepted: rates.length, changed, rejected };
      },
    );

    app.get(
      '/rates',
      {
        schema: {
          summary: 'Exchange rates for one euro, by day',
          params: WorkspacePath,
          querystring: Type.Object({
            from: Type.Optional(Day),
            to: Type.Optional(Day),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
            cursor: Type.Optional(Type.String()),
          }),
          response: { 200: answers.RateList, ...failures },
        },
      },
      (request, reply) =>
        answerList(request, reply, 'rates', async (limit, cursor) => {
          const { from = everything.from, to = everything.to } = request.query;
          const after = cursor === undefined ? undefined : readCursor<RatePlace>(cursor, ['date', 'currency']);
          const days = { from, to, after, limit: limit ?? 100 };
          const { rates, next } = await listRates(store.reading, request.params.ws, days);
          return { rows: rates, next: writeCursor(next) };
        }) as never,
    );

    app.delete(
      '/rates',
      {
        schema: {
          summary: 'Remove the exchange rates of some days',
          params: WorkspacePath,
          querystring: Type.Object({ from: Day, to: Day }),
          response: { 200: Type.Object({ removed: Type.Boolean() }), ...failures },
        },
      },
      async ({ params: { ws }, query }) => {
        await removeRates(store.intake, ws, query, now());
        await ratesChanged(ws);
        return { removed: true };
      },
    );
  };
}
