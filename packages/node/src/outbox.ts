import { limits } from '@spectacle/protocol';
import { backOff } from './backOff.ts';
import type { Stored } from './calls.ts';
import type { Settings } from './options.ts';
import { type Answer, post } from './post.ts';
import { SpectacleError } from './spectacleError.ts';

interface Entry {
  json: string;
  bytes: number;
  messageId: string;
  since: number;
  settle(error?: SpectacleError): void;
}

/** Room for the envelope around the events of a batch. */
const batchBytes = limits.batchBytes - 1024;

/**
 * The events on their way: queued, sent in batches one after another, repeated while there is hope, each settled exactly
 * once. One request at a time is enough, since a batch takes all that has gathered while the last one travelled, and it
 * keeps a collector in trouble from getting more of it.
 */
export class Outbox {
  readonly #settings: Settings;
  readonly #closing = new AbortController();
  readonly #pending = new Set<Promise<unknown>>();
  #queue: Entry[] = [];
  /** Events and bytes that are queued or under way. */
  #held = { events: 0, bytes: 0 };
  #queuedBytes = 0;
  #sending = false;
  #closed = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Takes an event over; resolves when it is stored, rejects with the reason when it will not be. */
  add(json: string, messageId: string): Promise<Stored> {
    const bytes = Buffer.byteLength(json) + 1;
    const refusal = this.#refusal(bytes, messageId);
    if (refusal) return Promise.reject(refusal);
    const stored = new Promise<Stored>((resolve, reject) => {
      const settle = (error?: SpectacleError) => {
        this.#held.events -= 1;
        this.#held.bytes -= bytes;
        if (error) reject(error);
        else resolve({ messageId });
      };
      this.#queue.push({ json, bytes, messageId, since: Date.now(), settle });
    });
    this.#held.events += 1;
    this.#held.bytes += bytes;
    this.#queuedBytes += bytes;
    this.#pending.add(stored);
    const done = () => this.#pending.delete(stored);
    stored.then(done, done);
    if (this.#queue.length >= this.#settings.flushAt || this.#queuedBytes >= batchBytes) void this.#send();
    // This timer holds the process for the tenth of a second until the events are on the wire, and nothing holds it after.
    else this.#timer ??= setTimeout(() => void this.#send(), this.#settings.flushIntervalMs);
    return stored;
  }

  /** Sends what is queued without waiting for more; resolves when all that was taken over so far is settled. */
  async flush(): Promise<void> {
    void this.#send();
    await Promise.allSettled(this.#pending);
  }

  /** Takes nothing more, flushes, and after `timeoutMs` settles the rest as not stored. */
  async close(timeoutMs: number): Promise<void> {
    this.#closed = true;
    const deadline = setTimeout(() => this.#closing.abort(), timeoutMs);
    await this.flush();
    clearTimeout(deadline);
  }

  #refusal(bytes: number, messageId: string): SpectacleError | undefined {
    const { maxQueueEvents, maxQueueBytes } = this.#settings;
    if (this.#closed) {
      return new SpectacleError('closed', 'The event came after close() and is not sent.', { messageId });
    }
    if (bytes > limits.eventBytes) {
      const size = `${bytes} bytes, over the limit of ${limits.eventBytes}`;
      return new SpectacleError('event_too_large', `The event has ${size}. Send less with it.`, { messageId });
    }
    if (this.#held.events >= maxQueueEvents || this.#held.bytes + bytes > maxQueueBytes) {
      const size = `${this.#held.events} events (${this.#held.bytes} bytes) wait for delivery`;
      const remedy =
        'Is the collector reachable? Await the calls to slow down, or raise maxQueueEvents and maxQueueBytes.';
      return new SpectacleError('queue_full', `The event is dropped: ${size}. ${remedy}`, { messageId });
    }
    return undefined;
  }

  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#sending) return;
    this.#sending = true;
    while (this.#queue.length > 0) await this.#deliver(this.#take());
    this.#sending = false;
  }

  #take(): Entry[] {
    let bytes = 0;
    let count = 0;
    for (const entry of this.#queue) {
      if (count === limits.batchEvents || (count > 0 && bytes + entry.bytes > batchBytes)) break;
      bytes += entry.bytes;
      count += 1;
    }
    this.#queuedBytes -= bytes;
    return this.#queue.splice(0, count);
  }

  async #deliver(batch: Entry[]): Promise<void> {
    let entries = batch;
    for (let failures = 0; entries.length > 0; ) {
      const answer = await post(
        this.#settings,
        entries.map((entry) => entry.json),
        this.#closing.signal,
      );
      if (answer.outcome === 'verdict') return settleBy(answer, entries);
      if (answer.outcome === 'too_large') return this.#halve(entries);
      if (answer.outcome === 'refused') return settleAll(entries, answer.code, answer.message);
      failures += 1;
      const wait = answer.afterMs ?? backOff(failures);
      entries = this.#keepYoung(entries, wait, answer.reason);
      if (entries.length > 0) await this.#pause(wait);
      if (this.#closing.signal.aborted) {
        return settleAll(
          entries,
          'closed',
          `The event was not delivered before close() ran out of time: ${answer.reason}.`,
        );
      }
    }
  }

  /** A proxy with a lower limit than the collector's answers 413 too. */
  async #halve(entries: Entry[]): Promise<void> {
    if (entries.length === 1) {
      return settleAll(entries, 'too_large', 'The collector, or a proxy before it, takes no request of this size.');
    }
    const middle = Math.ceil(entries.length / 2);
    await this.#deliver(entries.slice(0, middle));
    await this.#deliver(entries.slice(middle));
  }

  /** Settles those whose time would be over at the next try. */
  #keepYoung(entries: Entry[], wait: number, reason: string): Entry[] {
    const oldest = Date.now() + wait - this.#settings.maxAgeMs;
    const message = `The event is dropped after ${Math.round(this.#settings.maxAgeMs / 1000)} s of trying: ${reason}.`;
    settleAll(
      entries.filter((entry) => entry.since < oldest),
      'gave_up',
      message,
    );
    return entries.filter((entry) => entry.since >= oldest);
  }

  #pause(milliseconds: number): Promise<void> {
    const { signal } = this.#closing;
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
  }
}

function settleAll(entries: readonly Entry[], code: SpectacleError['code'], message: string): void {
  for (const { messageId, settle } of entries) settle(new SpectacleError(code, message, { messageId }));
}

function settleBy({ rejected, others }: Answer & { outcome: 'verdict' }, entries: readonly Entry[]): void {
  const reasons = new Map(rejected.map((rejection) => [rejection.index, rejection]));
  for (const [index, { messageId, settle }] of entries.entries()) {
    const reason = reasons.get(index) ?? others;
    settle(reason && new SpectacleError(reason.code, reason.message, { messageId }));
  }
}
