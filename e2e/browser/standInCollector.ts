import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { renderSnippet, type SnippetOptions } from 'spectacle-js/snippet';
import { buildScript } from '../../packages/browser/buildScript.mjs';

/** An event as the script sends it. */
export interface SentEvent {
  type: string;
  messageId: string;
  timestamp: string;
  anonymousId: string;
  userId?: string;
  groupId?: string;
  previousId?: string;
  event?: string;
  properties?: Record<string, unknown>;
  traits?: Record<string, unknown>;
  context: Record<string, unknown> & { page: Record<string, string> };
}

/** What to do with the next batch: store and answer, or fail in one of the ways that networks and servers have. */
export type Weather =
  | 'fine'
  | 'error 500'
  | 'too many' // 429 with Retry-After: 1
  | 'too large' // 413
  | 'bad request' // 400
  | 'cut off' // the connection breaks before anything is read
  | 'answer lost' // stored, but the connection breaks before the answer
  | 'no answer' // stored, and never answered
  | 'hotel' // 200 with a page of somebody else
  | 'refuses the first'; // 200, with a verdict against the first event

export interface Batch {
  writeKey: string;
  sentAt: string;
  /** Counts for each event, beneath its own. */
  context: Record<string, unknown>;
  batch: SentEvent[];
}

/**
 * A collector and a site in one, that records what it gets and fails on demand. It stands in for failing networks only:
 * what the product does with events is tested against the product.
 */
export interface StandIn {
  origin: string;
  port: number;
  /** Batches that were stored, as they came. */
  batches: Batch[];
  /** Events that were stored, repeats included. */
  events(): SentEvent[];
  /** Requests of any kind to the collector, failed ones included: when (ms) and how they ended. */
  attempts: { at: number; weather: Weather; events: number }[];
  cookieCalls: { body: unknown; cookie: string }[];
  /** The weather for each coming batch; `fine` when it says nothing. */
  weather: (batch: Batch) => Weather;
  /** Markup after the snippet, and headers, of the pages of the site. */
  page: { body: string; snippet: Partial<SnippetOptions> | false; headers: Record<string, string> };
  /** Waits until enough events have been stored. */
  stored(enough: number | ((events: SentEvent[]) => boolean)): Promise<SentEvent[]>;
  /** Waits until a batch has come, whatever became of it. */
  attempted(count: number): Promise<void>;
  close(): Promise<void>;
}

let built: Promise<string> | undefined;

export async function startStandIn(): Promise<StandIn> {
  built ??= buildScript();
  const script = await built;
  const waiting = new Set<() => void>();
  const happened = () => {
    for (const check of [...waiting]) check();
  };
  const until = (done: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!done()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });

  const standIn: Omit<StandIn, 'origin' | 'port' | 'close'> = {
    batches: [],
    events: () =>
      standIn.batches.flatMap(({ batch, context }) =>
        batch.map((event) => ({ ...event, context: { ...context, ...event.context } })),
      ),
    attempts: [],
    cookieCalls: [],
    weather: () => 'fine',
    page: { body: '', snippet: {}, headers: {} },
    async stored(enough) {
      await until(() => (typeof enough === 'number' ? standIn.events().length >= enough : enough(standIn.events())));
      return standIn.events();
    },
    attempted: (count) => until(() => standIn.attempts.length >= count),
  };

  const collect = (body: string, request: IncomingMessage, response: ServerResponse) => {
    const batch: Batch = JSON.parse(body);
    const weather = standIn.weather(batch);
    const store = () => standIn.batches.push(batch);
    const answer = (status: number, verdict: object, headers = {}) =>
      response
        .writeHead(status, {
          'content-type': 'application/json',
          'access-control-allow-origin': '*',
          'access-control-expose-headers': 'Retry-After',
          ...headers,
        })
        .end(JSON.stringify(verdict));
    standIn.attempts.push({ at: performance.now(), weather, events: batch.batch.length });
    if (weather === 'fine') {
      store();
      answer(200, { success: true, accepted: batch.batch.length, rejected: [] });
    } else if (weather === 'refuses the first') {
      const [first, ...rest] = batch.batch;
      standIn.batches.push({ ...batch, batch: rest });
      const rejected = [
        { index: 0, messageId: first?.messageId, code: 'invalid_group_id', message: 'The groupId is not an id.' },
      ];
      answer(200, { success: false, accepted: rest.length, rejected });
    } else if (weather === 'error 500') answer(500, { success: false });
    else if (weather === 'too many') answer(429, { success: false }, { 'retry-after': '1' });
    else if (weather === 'too large') answer(413, { success: false, message: 'Send less at once.' });
    else if (weather === 'bad request') answer(400, { success: false, message: 'Nothing in it can be used.' });
    else if (weather === 'hotel')
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end('<h1>Welcome</h1>');
    else if (weather === 'cut off') request.socket.destroy();
    else if (weather === 'answer lost') {
      store();
      request.socket.destroy();
    } else store();
    happened();
  };

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
    if (request.method === 'POST') {
      let body = '';
      request.setEncoding('utf8');
      request.on('data', (chunk: string) => {
        body += chunk;
      });
      request.on('end', () => {
        if (pathname === '/v1/batch') collect(body, request, response);
        else if (pathname === '/cookie') {
          standIn.cookieCalls.push({ body: JSON.parse(body), cookie: request.headers.cookie ?? '' });
          response.writeHead(204, { 'set-cookie': 'sp__from_server=1; path=/' }).end();
          happened();
        } else response.writeHead(404).end();
      });
    } else if (pathname.endsWith('.js')) {
      response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' }).end(script);
    } else if (pathname.endsWith('.ico')) response.writeHead(204).end();
    else {
      const { body, snippet, headers } = standIn.page;
      const head =
        snippet && !searchParams.has('plain')
          ? renderSnippet({ workspaceId: 'ws_site', baseUrl: `http://${request.headers.host}`, ...snippet })
          : '';
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers })
        .end(`<!doctype html><html><head><title>Site ${pathname}</title>${head}</head><body>${body}</body></html>`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return Object.assign(standIn, {
    port,
    // Browsers treat localhost as secure, so Web Locks and randomUUID are there as on https.
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
