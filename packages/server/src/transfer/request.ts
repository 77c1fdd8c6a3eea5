import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';

export interface Asked {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  headers?: Record<string, string>;
  body?: string;
  /** Milliseconds without a sign of life after which the connection is given up; undefined: never. */
  quietMs?: number;
  signal?: AbortSignal | undefined;
}

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  /** To be read to its end, or destroyed. */
  body: IncomingMessage;
}

/**
 * One HTTP request. Not `fetch`, which gives up after five minutes without an answer; deriving a large workspace again,
 * or forgetting a company in it, may take longer.
 * @throws what Node's client says when there is no connection, or when it breaks
 */
export function request(url: URL, { method = 'GET', headers = {}, body, quietMs, signal }: Asked = {}): Promise<Reply> {
  const client = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const asking = client.request(url, { method, headers: { ...headers, ...length }, ...(signal && { signal }) });
    asking.on('response', (response) =>
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: response }),
    );
    asking.on('error', reject);
    if (quietMs !== undefined) {
      asking.setTimeout(quietMs, () => asking.destroy(new Error(`no answer for ${quietMs / 1000} seconds`)));
    }
    asking.end(body);
  });
}

/** The whole body as text. */
export async function textOf({ body }: Reply): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
