import { limits } from '@spectacle/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accept, type Collaborators } from './accept.ts';
import { tooLarge } from './read.ts';

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

/** Bodies above this are refused before they are read whole. */
const bodyLimit = limits.batchBytes + 1024;

/** The collector's endpoints: three dialects, one pipeline. */
export async function collectorRoutes(app: FastifyInstance, collaborators: Collaborators): Promise<void> {
  // Any content type: what the bytes are is decided by looking at them.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error: { statusCode?: number; code?: string }, _request, reply) => {
    if (error.statusCode === 413)
      return reply.code(413).send({ success: false, accepted: 0, rejected: [], ...without(tooLarge) });
    throw error;
  });
  app.addHook('onRequest', async (request, reply) => allowEveryOrigin(request, reply));

  for (const [path, type] of Object.entries(endpoints)) {
    app.post(path, (request, reply) => answer(request, reply, type));
    app.options(path, (_request, reply) => reply.code(204).send());
  }
  for (const path of jitsu) {
    app.post<{ Params: { type: string } }>(path, (request, reply) => answer(request, reply, request.params.type));
    app.options(path, (_request, reply) => reply.code(204).send());
  }

  async function answer(request: FastifyRequest, reply: FastifyReply, type: string | undefined) {
    const { headers } = request;
    const { status, verdict } = await accept(
      {
        bytes: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        type,
        authorization: headers.authorization,
        writeKeyHeader: first(headers['x-write-key']),
        sentAtHeader: first(headers.sentat),
      },
      collaborators,
    );
    if (status === 503) reply.header('retry-after', '1');
    return reply.code(status).send(verdict);
  }
}

const first = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);

function without({ ok: _ok, ...rest }: typeof tooLarge) {
  return rest;
}

/** The write key is public and a page on any site may send; no cookie is read here, so no origin needs to be told apart. */
function allowEveryOrigin(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('access-control-allow-origin', '*');
  if (request.method !== 'OPTIONS') return;
  reply.header('access-control-allow-methods', 'POST, OPTIONS');
  reply.header(
    'access-control-allow-headers',
    request.headers['access-control-request-headers'] ?? 'authorization, content-type',
  );
  reply.header('access-control-max-age', '86400');
}
