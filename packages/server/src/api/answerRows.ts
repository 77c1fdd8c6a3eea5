import type { FastifyReply, FastifyRequest } from 'fastify';
import { csvLine, flat } from './csv.ts';

/** Answers a report: whole as JSON, or its rows alone as CSV or NDJSON if the request accepts that. */
export function answerRows<Answer>(
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  rows: readonly object[],
  answer: Answer,
): Answer {
  const accepts = request.headers.accept ?? '';
  if (accepts.includes('application/x-ndjson')) {
    reply.type('application/x-ndjson').send(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return reply as Answer;
  }
  if (accepts.includes('text/csv')) {
    // Twice: a model's credit is two levels deep.
    const flattened = rows.map((row) => flat(flat({ ...row })));
    const columns = [...new Set(flattened.flatMap((row) => Object.keys(row)))];
    const lines = [columns, ...flattened.map((row) => columns.map((column) => row[column]))].map(csvLine);
    reply
      .header('content-disposition', `attachment; filename="${name}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(lines.join(''));
    return reply as Answer;
  }
  return answer;
}
