import { type EarlyCall, install } from './createSpectacle.ts';

/** What the snippet leaves for the script: queued calls by method, workspace and options of `load`. */
interface Stub extends Record<string, unknown> {
  inited?: boolean;
  qs?: Record<string, (unknown[] & { n?: number; t?: number })[]>;
  ws?: string;
  lo?: object;
}

// The script that pages load. It turns the stub itself into Spectacle, so every other name for the stub stays good.
const page = window as unknown as { spectacle?: Stub };
page.spectacle ??= {};
const stub = page.spectacle;
if (!stub.inited) {
  const early: EarlyCall[] = [];
  for (const method in stub.qs) {
    for (const args of stub.qs[method] ?? []) early.push([method, args, args.t ?? Date.now(), args.n ?? 0]);
  }
  early.sort((a, b) => a[3] - b[3]);

  const source = (document.currentScript as HTMLScriptElement | null)?.src;
  const own = new URL(source || location.href);
  install(stub, early, own.origin);
  const workspaceId = stub.ws ?? /\/(ws_[\w-]+)\.js$/.exec(own.pathname)?.[1];
  if (workspaceId) (stub.load as (id: string, options?: object) => void)(workspaceId, stub.lo);
}
