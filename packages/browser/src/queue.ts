import { attempt } from './attempt.ts';
import { newId } from './newId.ts';

/**
 * Bounds of what waits on one page, and how many events are given up when one is passed (an event is at most 32 KB, so that is
 * enough). A site must never find its storage eaten up. Size is in UTF-16 units.
 */
const bounds = { events: 1_000, size: 1_000_000, dropped: 10 };

/**
 * Which events are given up when the queue is full, by the first letter of their type: tracks first, then pages; who
 * somebody is and which company they are in goes last. The oldest first within a kind.
 */
const dropOrder = 'pt';

/**
 * Milliseconds that a browser of several processes may take until what another page did to localStorage is seen here. The
 * lock of that page may come sooner, and what it had sent and removed must not be sent again.
 */
const propagation = 300;

/** Every event starts with its type, so its kind is read without parsing. */
const typeAt = '{"type":"'.length;

export interface QueueOptions {
  /** Undefined where it is forbidden: the queue then lives in memory. */
  storage: Storage | undefined;
  /** Undefined on http and in old browsers: tabs may then send an event twice, and the server counts it once. */
  lockManager: LockManager | undefined;
  /** Start of all keys of this workspace. */
  prefix: string;
  /** There may be events of a page that is gone. */
  onTakeOver(): void;
}

/** Events that wait for the collector's confirmation, oldest first, by key. */
export interface Queue {
  entries: ReadonlyMap<string, string>;
  add(event: string): void;
  remove(keys: Iterable<string>): void;
  /** Stores from now on what waits, and joins the other tabs. */
  open(): void;
  /** The page goes to sleep or dies: what is stored is left to others. */
  close(): void;
  /** Wipes the queue from the device, keeps it in memory from now on, and returns what it held. */
  clear(): string[];
}

/**
 * A queue that all tabs of a site share. Each event stands in localStorage under a key of its own, which names its owner.
 * Whoever holds the Web Lock of that name, and nobody else, sends the owner's events. A page holds its own lock as long
 * as it lives, and waits in line for the locks of other pages that it hears of; the browser frees the lock of a page that
 * dies, however it dies, and the next in line thereby owns what was left behind.
 */
export function createQueue({ storage, lockManager, prefix, onTakeOver }: QueueOptions): Queue {
  const entries = new Map<string, string>();
  let counter = 0;
  let owner = prefix + newId();
  let owned = false;
  let waiting: AbortController | undefined;
  /** Claims the events of all other pages, to have them when those are gone. */
  let look = () => {};

  /** The name of the owner, which is also that of its lock, is the key but for the number at the end. */
  const ownerOf = (key: string) => key.slice(0, key.lastIndexOf('.'));
  const storedKeys = () => Object.keys(storage ?? {}).filter((key) => key.startsWith(prefix));

  const store = (key: string, event: string) => attempt(() => storage?.setItem(key, event));

  const remove = (keys: Iterable<string>) => {
    for (const key of keys) {
      entries.delete(key);
      attempt(() => storage?.removeItem(key));
    }
    // Not every browser tells of what other tabs store.
    look();
  };

  const add = (event: string) => {
    const key = `${owner}.${counter++}`;
    entries.set(key, event);
    if (owned) store(key, event);
    let size = 0;
    for (const { length } of entries.values()) size += length;
    if (entries.size > bounds.events || size > bounds.size) {
      const rank = ([, event]: [string, string]) => dropOrder.indexOf(event.charAt(typeAt));
      remove(
        [...entries]
          .sort((a, b) => rank(b) - rank(a))
          .map(([victim]) => victim)
          .slice(0, bounds.dropped),
      );
      console.error('Spectacle: queue full');
    }
  };

  const close = () => {
    waiting?.abort();
    // Under a name that was never owned nothing has been stored, so what waits keeps its keys.
    if (owned) owner = prefix + newId();
    owned = false;
    for (const key of storedKeys()) entries.delete(key);
  };

  return {
    entries,
    add,
    remove,
    close,
    open() {
      close();
      const claimed = new Set<string>();
      waiting = new AbortController();
      const { signal } = waiting;
      const closed = new Promise((resolve) => {
        signal.onabort = resolve;
      });
      const claim = (whose: string) => {
        if (claimed.has(whose)) return;
        claimed.add(whose);
        const takeOver = () => {
          for (const key of storedKeys()) {
            const event = !signal.aborted && ownerOf(key) === whose && storage?.getItem(key);
            if (event) entries.set(key, event);
          }
          onTakeOver();
        };
        const take = () => {
          if (whose === owner) {
            // Nothing was stored before: another page, seeing it, might have been the first in line for this lock.
            owned = true;
            for (const [key, event] of entries) store(key, event);
          } else setTimeout(takeOver, propagation);
          return closed;
        };
        // Rejected when this page closes first, which is as good.
        if (lockManager) lockManager.request(whose, { signal }, take).catch(() => {});
        else if (!signal.aborted) take();
      };
      // Locks and storage are slow, and the page's script need not wait for them.
      setTimeout(() => {
        claim(owner);
        look = () => storedKeys().map(ownerOf).forEach(claim);
        look();
        addEventListener('storage', look, { signal });
      });
    },
    clear() {
      const events = [...entries.values()];
      remove([...storedKeys(), ...entries.keys()]);
      close();
      return events;
    },
  };
}
