import type { FastifyInstance } from 'fastify';
import { BadQuery } from './query.ts';

/** Answers what the routes of a scope throw: a question that makes no sense, or a failure whose cause is for the log alone. */
export function answerFailures(app: FastifyInstance): void {
  app.setErrorHandler((error: Error & { validation?: unknown; statusCode?: number }, request, reply) => {
    if (error instanceof BadQuery || error.validation) {
      return reply.code(400).send({ code: 'bad_request', message: error.message });
    }
    if (error.statusCode !== undefined && error.statusCode < 500) throw error;
    // What went wrong may quote the query with its parameters: that is for the log of the operator at most.
    request.log.error({ code: (error as { code?: unknown }).code }, 'A question could not be answered.');
    return reply.code(500).send({
      code: 'internal',
      message:
        'This question could not be answered. The events are safe; try again, and look at the log if it stays so.',
    });
  });
}
