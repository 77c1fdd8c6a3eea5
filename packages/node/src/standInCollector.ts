import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { BatchVerdict, Rejection } from '@spectacle/protocol';

export interface ReceivedRequest {
  method: string | undefined;
  path: string | undefined;
  headers: IncomingHttpHeaders;
  body: { writeKey: string; sentAt: string; batch: Record<string, unknown>[] };
}

export interface StandInCollector {
  baseUrl: string;
  requests: ReceivedRequest[];
  /** All events of all requests answered with 200. */
  stored: Record<string, unknown>[];
  close(): Promise<void>;
}

/** How a stand-in answers a request; return false to have the batch stored. */
export type Misbehaviour = (request: ReceivedRequest, response: ServerResponse, count: number) => boolean;

/** A collector for tests of failing networks and servers: stores everything, unless told to do otherwise. */
export async function standInCollector(misbehave: Misbehaviour = () => false): Promise<StandInCollector> {
  const requests: ReceivedRequest[] = [];
  const stored: Record<string, unknown>[] = [];
  const server = createServer((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const bytes = Buffer.concat(parts);
      const text = incoming.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
      const { method, url: path, headers } = incoming;
      const request = { method, path, headers, body: JSON.parse(text.toString()) };
      requests.push(request);
      if (misbehave(request, response, requests.length)) return;
      stored.push(...request.body.batch);
      response.end(verdict(request.body.batch.length));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    stored,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

export function verdict(accepted: number, rejected: Rejection[] = []): string {
  return JSON.stringify({ success: rejected.length === 0, accepted, rejected } satisfies BatchVerdict);
}
