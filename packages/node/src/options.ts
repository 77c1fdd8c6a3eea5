import { limits } from '@spectacle/protocol';
import type { SpectacleError } from './spectacleError.ts';

export interface SpectacleOptions {
  /** The id of the workspace, as the first start of the server prints it. */
  workspaceId: string;
  /** Where the collector is, such as `https://spectacle.acme.example`; a path before `/v1/batch` may be part of it. */
  baseUrl: string;
  /** Send as soon as so many events wait (100, at most 2,500). */
  flushAt?: number | undefined;
  /** Send at the latest so long after the first event, in milliseconds (100). */
  flushIntervalMs?: number | undefined;
  /** Hold at most so many events (10,000) … */
  maxQueueEvents?: number | undefined;
  /** … and so many bytes of them (32 MB); beyond, calls are refused with `queue_full`. */
  maxQueueBytes?: number | undefined;
  /** Give up on an event after so long, in milliseconds (5 minutes). */
  maxAgeMs?: number | undefined;
  /** Give up on one request after so long, in milliseconds (10 seconds), and try again. */
  requestTimeoutMs?: number | undefined;
  /** Compress bodies over 1 KB (true). */
  gzip?: boolean | undefined;
  /** Told of every event that is not stored and of ignored arguments. By default they are logged, sparsely. */
  onError?: ((error: SpectacleError) => void) | undefined;
  /** Used instead of the global `fetch`, for a proxy or a test. */
  fetch?: typeof fetch | undefined;
}

export interface Settings {
  workspaceId: string;
  endpoint: string;
  flushAt: number;
  flushIntervalMs: number;
  maxQueueEvents: number;
  maxQueueBytes: number;
  maxAgeMs: number;
  requestTimeoutMs: number;
  gzip: boolean;
  fetch: typeof fetch;
}

/** The options with their defaults, or the sentence that says what is wrong with them. */
export function readOptions(options: SpectacleOptions): Settings | string {
  const { workspaceId, baseUrl } = options ?? {};
  if (typeof workspaceId !== 'string' || !/^ws_[\w-]+$/.test(workspaceId)) {
    return `new Spectacle() needs the workspaceId that the server prints at its first start (ws_…); it got ${String(workspaceId)}.`;
  }
  if (typeof baseUrl !== 'string' || !/^https?:$/.test(protocolOf(baseUrl))) {
    return `new Spectacle() needs the baseUrl of the server, such as https://spectacle.acme.example; it got ${String(baseUrl)}.`;
  }
  return {
    workspaceId,
    endpoint: `${baseUrl.replace(/\/+$/, '')}/v1/batch`,
    flushAt: Math.min(atLeast(1, options.flushAt, 100), limits.batchEvents),
    flushIntervalMs: atLeast(0, options.flushIntervalMs, 100),
    maxQueueEvents: atLeast(1, options.maxQueueEvents, 10_000),
    maxQueueBytes: atLeast(1, options.maxQueueBytes, 32 * 1024 * 1024),
    maxAgeMs: atLeast(0, options.maxAgeMs, 5 * 60_000),
    requestTimeoutMs: atLeast(1, options.requestTimeoutMs, 10_000),
    gzip: options.gzip !== false,
    // Bound late, so that a host which instruments the global fetch afterwards still sees these requests.
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
  };
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : '';
}

function atLeast(least: number, value: number | undefined, otherwise: number): number {
  return typeof value === 'number' && value >= least ? value : otherwise;
}
