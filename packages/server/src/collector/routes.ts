import type { RequestListener, Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { allowEveryOrigin, collect, type Desk } from './collect.ts';

/** The short forms of Segment's endpoints. */
const short: Record<string, string> = { p: 'page', s: 'screen', i: 'identify', t: 'track', g: 'group', a: 'alias' };

/** Path → the call it stands for; undefined: the body says it, or is a batch. */
export const endpoints: Record<string, string | undefined> = {
  // Spectacle's pixel
  ...Object.fromEntries(['p', 'i', 't', 'g', 's', 'a'].map((letter) => [`/${letter}`, short[letter]])),
  '/b': undefined,
  // Spectacle's REST
  ...Object.fromEntries(['page', 'identify', 'track', 'group'].map((type) => [`/tracking/${type}`, type])),
  // Segment, RudderStack and their kin
  ...Object.fromEntries(Object.entries(short).flatMap(([letter, type]) => [[`/v1/${letter}`, type], [`/v1/${type}`, type]])),
  '/v1/batch': undefined,
  '/v1/b': undefined,
  '/v1/import': undefined,
}; // biome-ignore format: a table

/** Jitsu's Node and browser clients. */
const jitsu = ['/api/s/s2s/:type', '/api/s/:type'];

/** The collector's endpoints: three dialects, one pipeline. */
export async function collectorRoutes(app: FastifyInstance, desk: Desk): Promise<void> {
  const serve = (path: string, typeOf: (parameters: unknown) => string | undefined) => {
    app.route({
      method: ['POST', 'OPTIONS'],
      url: path,
      schema: { hide: true },
      // A hook that does not call the next keeps the request: neither the framework's body parser nor its reply is wanted.
      onRequest: (request, reply, _next) => {
        reply.hijack();
        if (request.method === 'OPTIONS') allowEveryOrigin(request.raw, reply.raw);
        else void collect(request.raw, reply.raw, typeOf(request.params), desk);
      },
      handler: () => {},
    });
  };
  for (const [path, type] of Object.entries(endpoints)) serve(path, () => type);
  for (const path of jitsu) serve(path, (parameters) => (parameters as { type: string }).type);
}

/**
 * Answers requests for the fixed paths above before the framework sees them: the same answer by a way that costs a tenth
 * less of a busy collector's time. The routes remain for paths with parameters or a query, and for `inject()`.
 */
export function answerDirectly(server: Server, desk: Desk): void {
  const [framework] = server.listeners('request') as RequestListener[];
  if (!framework) throw new Error('The framework must be listening for requests before it can be passed by.');
  const types = new Map(Object.entries(endpoints));
  server.removeListener('request', framework);
  server.on('request', (request, response) => {
    const { method, url = '' } = request;
    if (method === 'POST' && types.has(url)) void collect(request, response, types.get(url), desk);
    else framework(request, response);
  });
}
