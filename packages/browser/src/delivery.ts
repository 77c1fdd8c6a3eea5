import { type Rejection, retryAfterSeconds, shouldRetry } from '@spectacle/protocol';
import { deviceContext } from './context.ts';
import type { Queue } from './queue.ts';

/** Bytes of the events of a request: keepalive requests of a page may have 64 KB under way together (Fetch standard). */
const requestBytes = 60_000;
const requestEvents = 100;
/** Milliseconds: what comes together within the first goes out together; no answer within the second is a failure. */
const gathering = 300;
const patience = 20_000;
/** Seconds between two tries, at most. */
const longestPause = 300;

/** When to send what waits in the queue, and what to do with the answers. */
export interface Delivery {
  /** Something waits. */
  soon(): unknown;
  /** Sends everything now; settles when all is confirmed or a request failed. */
  flush(): Promise<void>;
  /** The page may die any moment. */
  lastChance(): void;
  /** Sending needs consent; it starts switched off. */
  allow(now: boolean): void;
}

export function createDelivery(queue: Queue, url: string, writeKey: string): Delivery {
  const underWay = new Set<string>();
  let allowed = false;
  /** The collector named a time before which nothing may be sent. */
  let asked = false;
  let failures = 0;
  let most = requestEvents;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round: Promise<void> | undefined;

  const wake = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      asked = false;
      flush();
    }, wait);
  };

  // While a pause runs, nothing new may shorten it.
  const soon = () => timer ?? wake(gathering);

  /** Sends the next events that fit, and says whether there may be more to send now. */
  const send = async (last?: boolean): Promise<boolean> => {
    if (!allowed || asked) return false;
    const keys: string[] = [];
    const events: string[] = [];
    let size = 0;
    for (const [key, event] of queue.entries) {
      if (underWay.has(key)) continue;
      size += new TextEncoder().encode(event).length;
      if (events.length === most || (size > requestBytes && keys[0])) break;
      underWay.add(key);
      keys.push(key);
      events.push(event);
    }
    if (!keys[0]) return false;

    let status = 0;
    let pause: number | undefined;
    let rejected: Rejection[] | undefined;
    try {
      const response = await fetch(url, {
        method: 'POST',
        // The events are JSON already.
        body: `${JSON.stringify({ writeKey, sentAt: new Date(), context: deviceContext() }).slice(0, -1)},"batch":[${events}]}`,
        credentials: 'omit',
        // Other scripts of the page share the 64 KB, so what was refused goes again without keepalive.
        keepalive: last || failures % 2 === 0,
        signal: AbortSignal.timeout?.(patience) as AbortSignal,
      });
      pause = retryAfterSeconds(response.headers.get('Retry-After'), Date.now());
      if (response.status < 300) ({ rejected } = await response.json());
      status = response.status;
    } catch {
      // No answer, or one that is not the collector's, such as the sign-in page of a hotel's network.
    }
    for (const key of keys) underWay.delete(key);

    if (shouldRetry(status)) {
      asked = pause != null;
      wake(1000 * (pause ?? Math.min(longestPause, 2 ** failures++) * (0.5 + Math.random() / 2)));
      return false;
    }
    failures = 0;
    if (status === 413 && keys[1]) {
      most = keys.length >> 1;
      return true;
    }
    most = requestEvents;
    queue.remove(keys);
    for (const { index, message } of rejected ?? []) console.error('Spectacle: refused', message, events[index]);
    if (status > 299) console.error('Spectacle: refused', status, ...events);
    return true;
  };

  const flush = (): Promise<void> => {
    round ??= (async () => {
      while (await send());
      round = undefined;
    })();
    return round;
  };

  return {
    soon,
    flush,
    lastChance: () => send(true),
    allow(now) {
      allowed = now;
      if (now) soon();
    },
  };
}
