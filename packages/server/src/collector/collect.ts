import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, type Collaborators, type Prepared, prepare, store, turnAway } from './accept.ts';
import type { Admission, Admitted } from './admission.ts';
import { readBody } from './body.ts';
import { tooLarge } from './read.ts';

export interface Desk extends Collaborators {
  admission: Admission;
  /** A bug in a step; must not throw. */
  failed(error: unknown): void;
}

/**
 * Answers one POST: lets it in, reads its body, and says what became of its events. Works on the bare request and
 * response, because at ten thousand requests a second a framework's own body and reply cost more than the event.
 *
 * @param type the call named by the endpoint; undefined for a batch
 */
export async function collect(
  request: IncomingMessage,
  response: ServerResponse,
  type: string | undefined,
  desk: Desk,
) {
  const admitted = desk.admission.enter();
  if (!admitted) {
    const message = desk.admission.closed ? 'Spectacle is shutting down. Send it again in a moment.' : overloaded;
    respond(response, turnAway(desk, 'overloaded', message), desk.admission.closed);
    return;
  }
  try {
    // In two calls, so that only the rows are kept while they wait, and neither the body nor what it was parsed into.
    const prepared = await receive(request, type, admitted, desk);
    if (prepared) respond(response, await store(prepared, desk), desk.admission.closed);
  } catch (error) {
    desk.failed(error);
    if (!response.headersSent)
      respond(
        response,
        turnAway(
          desk,
          'store_unavailable',
          'Something failed here that should not. Send it again, it will count once.',
        ),
        true,
      );
  } finally {
    admitted.leave();
  }
}

/** Reads the body and prepares its rows; undefined if the client has gone. */
async function receive(
  request: IncomingMessage,
  type: string | undefined,
  admitted: Admitted,
  desk: Desk,
): Promise<Prepared | Answer | undefined> {
  const body = await readBody(request, admitted);
  if (body.ok) {
    const { headers } = request;
    const intake = {
      bytes: body.bytes,
      contentType: headers['content-type'],
      contentEncoding: headers['content-encoding'],
      type,
      authorization: headers.authorization,
      writeKeyHeader: one(headers['x-write-key']),
      sentAtHeader: one(headers.sentat),
    };
    return prepare(intake, desk);
  }
  if (body.code === 'gone') return undefined;
  return turnAway(desk, body.code, body.code === 'too_large' ? tooLarge.message : overloaded);
}

const overloaded = 'More is arriving than can be stored. Nothing of this request was kept; send it again later.';

const one = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);

/** The write key is public and a page on any site may send; no cookie is read here, so no origin needs to be told apart. */
const anyOrigin = ['access-control-allow-origin', '*', 'access-control-expose-headers', 'retry-after'];

function respond(response: ServerResponse, { status, verdict, retryAfter }: Answer, last: boolean): void {
  const body = JSON.stringify(verdict);
  const headers = [
    'content-type',
    'application/json; charset=utf-8',
    'content-length',
    String(Buffer.byteLength(body)),
    ...anyOrigin,
  ];
  if (retryAfter !== undefined) headers.push('retry-after', String(retryAfter));
  if (last) headers.push('connection', 'close');
  response.writeHead(status, headers).end(body);
}

/** Answers the preflight of a browser. */
export function allowEveryOrigin(request: IncomingMessage, response: ServerResponse): void {
  const wanted = request.headers['access-control-request-headers'] ?? 'authorization, content-type';
  response
    .writeHead(204, [
      ...anyOrigin,
      'access-control-allow-methods', 'POST, OPTIONS',
      'access-control-allow-headers', wanted,
      'access-control-max-age', '86400',
    ]) // biome-ignore format: a header a line
    .end();
}
