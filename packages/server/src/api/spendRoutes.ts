import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { readSpend, type Spend } from '../revenue/readSpend.ts';
import { listSpend, removeSpend, type SpendPlace, saveSpend } from '../revenue/spend.ts';
import * as answers from './answers.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { acceptCsv, rowsOf, tableBytes } from './csvBody.ts';
import { answerList } from './list.ts';
import { failures, WorkspacePath } from './paths.ts';
import { readCursor, writeCursor } from './query.ts';

const Day = Type.String({ format: 'date' });
const Range = { from: Type.Optional(Day), to: Type.Optional(Day) };
const everything = { from: '1900-01-01', to: '2299-12-31' };
const place: (keyof SpendPlace)[] = ['date', 'source', 'medium', 'campaign', 'channel'];

const example = '{"date": "2026-05-31", "source": "google", "medium": "cpc", "amount": 12345}';

interface Refused {
  line: number;
  code: string;
  message: string;
}

/** What ads cost: sent as JSON or CSV, listed, removed. */
export function spendRoutes({ store, workspaces }: ApiCollaborators): FastifyPluginAsyncTypebox {
  return async (app) => {
    acceptCsv(app);

    app.post(
      '/spend',
      {
        bodyLimit: tableBytes,
        schema: {
          summary: 'Tell what ads cost, as JSON or as CSV with a header (content type text/csv)',
          description:
            'A row has date, source, medium, campaign (or channel), and amount in the smallest unit of the currency, or cost in its main unit. The same date, source, medium, campaign and channel sent again replaces what was sent before.',
          params: WorkspacePath,
          response: { 200: answers.SpendVerdict, ...failures },
        },
      },
      async ({ params: { ws }, body }) => {
        const good: Spend[] = [];
        const rejected: Refused[] = [];
        for (const row of rowsOf(body, 'rows', example)) {
          const read = row.ok ? readSpend(row.sent, workspaces.settings(ws).currency) : row;
          if (!read.ok) rejected.push({ line: row.line, code: read.code, message: read.message });
          else if ('spend' in read) good.push(read.spend);
        }
        await saveSpend(store.intake, ws, good, Date.now());
        return { accepted: good.length, rejected };
      },
    );

    app.get(
      '/spend',
      {
        schema: {
          summary: 'What ads cost, by day',
          params: WorkspacePath,
          querystring: Type.Object({
            ...Range,
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
            cursor: Type.Optional(Type.String()),
          }),
          response: { 200: answers.SpendList, ...failures },
        },
      },
      (request, reply) =>
        answerList(request, reply, 'spend', async (limit, cursor) => {
          const { from = everything.from, to = everything.to } = request.query;
          const after = cursor === undefined ? undefined : readCursor<SpendPlace>(cursor, place);
          const { spend, next } = await listSpend(store.reading, request.params.ws, {
            from,
            to,
            after,
            limit: limit ?? 100,
          });
          return { rows: spend, next: writeCursor(next) };
        }) as never,
    );

    app.delete(
      '/spend',
      {
        schema: {
          summary: 'Remove what ads cost on some days',
          params: WorkspacePath,
          querystring: Type.Object({ from: Day, to: Day }),
          response: { 200: Type.Object({ removed: Type.Boolean() }), ...failures },
        },
      },
      async ({ params: { ws }, query }) => {
        await removeSpend(store.intake, ws, query);
        return { removed: true };
      },
    );
  };
}
