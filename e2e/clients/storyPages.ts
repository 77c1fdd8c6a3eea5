import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface StoryPages {
  /** Where the pages are: another origin than Spectacle's, as a customer's site is. */
  origin: string;
  close(): Promise<void>;
}

/** Serves a page for each browser client, with the client's published package bundled as any build tool would. */
export async function serveStoryPages(names: readonly string[]): Promise<StoryPages> {
  const { outputFiles } = await build({
    entryPoints: names.map((name) => fileURLToPath(new URL(`./pages/${name}.ts`, import.meta.url))),
    bundle: true,
    write: false,
    format: 'iife',
    outdir: '/',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    logLevel: 'error',
  });
  const scripts = new Map(outputFiles.map(({ path, text }) => [path.split('/').at(-1), text]));
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://page').searchParams.get('client');
    const script = scripts.get(`${request.url}`.slice(1));
    if (script) return response.setHeader('content-type', 'text/javascript').end(script);
    response.setHeader('content-type', 'text/html');
    response.end(
      `<!doctype html><title>Pricing</title><link rel="icon" href="data:,"><script src="/${name}.js"></script>`,
    );
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
