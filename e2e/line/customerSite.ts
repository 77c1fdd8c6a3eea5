import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A customer's site: one page at every address, with the snippet in its head, on an origin of its own. */
export async function serveCustomerSite(snippet: string): Promise<{ origin: string; close(): Promise<void> }> {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pricing</title><link rel="icon" href="data:,">${snippet}</head><body><h1>Pricing</h1></body></html>`;
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(page);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
