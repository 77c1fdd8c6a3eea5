import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { LoggerOptions } from 'pino';

/**
 * Structured logs without personal data. Addresses of the API hold ids and emails, and the store's messages quote the rows
 * that they complain about; so of a request only its method and route are logged, of an error what is no quotation.
 */
export function logging(level: string): LoggerOptions {
  return {
    level,
    serializers: { err: withoutData, req: routeOf, res: ({ statusCode }: { statusCode?: number }) => ({ statusCode }) },
  };
}

/** Requests leave no lines in the log, except those that failed by a fault of ours. */
export class FailuresOnly extends LogController {
  constructor() {
    super({ disableRequestLogging: true });
  }

  override defaultErrorLog(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    if (reply.statusCode >= 500) request.log.error({ req: request, err: error }, 'A request failed.');
  }
}

interface Logged {
  name: string;
  /** Name and number of an error of the store or of the system. */
  type?: string;
  code?: string;
  message: string;
  stack?: string;
}

function withoutData(error: unknown): Logged {
  if (!(error instanceof Error)) return { name: typeof error, message: 'Something other than an error was thrown.' };
  const { name, stack } = error;
  const frames = stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  return {
    name,
    ...field(error, 'type'),
    ...field(error, 'code'),
    message: withoutQuotations(error.message),
    ...(frames ? { stack: frames } : {}),
  };
}

function field<K extends string>(error: object, key: K): { [key in K]?: string } {
  const value = (error as Record<string, unknown>)[key];
  return (typeof value === 'string' || typeof value === 'number' ? { [key]: String(value) } : {}) as {
    [key in K]?: string;
  };
}

/** The start of the first sentence: from the first quotation mark, colon or line break on, messages speak of data. */
function withoutQuotations(message: string): string {
  return (/^[^'"`\n:(]*/.exec(message)?.[0] ?? '').trim().slice(0, 200);
}

function routeOf(request: { method?: string; routeOptions?: { url?: string } }) {
  return { method: request.method, route: request.routeOptions?.url };
}
