import { randomUUID } from 'node:crypto';

/** What senders of single events saw. Milliseconds. */
export interface Seen {
  stored: number;
  p50: number;
  p99: number;
}

export function quantiles(times: number[]): Seen {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { stored: sorted.length, p50: at(0.5), p99: at(0.99) };
}

/**
 * Sends single events of people of its own at a steady rate, whatever the answers take: who is kept waiting does not send
 * less, so that waiting shows.
 */
export class SteadyEvents {
  readonly #times: number[] = [];
  readonly #underWay = new Set<Promise<void>>();
  readonly #timer: NodeJS.Timeout;
  #refused = 0;

  constructor(url: string, writeKey: string, perSecond: number) {
    const started = performance.now();
    let sent = 0;
    this.#timer = setInterval(() => {
      for (const due = ((performance.now() - started) / 1000) * perSecond; sent < due; sent++) {
        const sending = this.#send(url, writeKey, started + (sent / perSecond) * 1000, sent % 500);
        this.#underWay.add(sending);
        sending.finally(() => this.#underWay.delete(sending));
      }
    }, 5);
  }

  async #send(url: string, writeKey: string, due: number, user: number): Promise<void> {
    try {
      const response = await fetch(`${url}/v1/track`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ writeKey, event: 'Arrived', userId: `arriving-${user}`, messageId: randomUUID() }),
      });
      await response.arrayBuffer();
      if (response.ok) this.#times.push(performance.now() - due);
      else this.#refused++;
    } catch {
      this.#refused++;
    }
  }

  /** Milliseconds from when each event was due to its answer, of those since the last take. */
  take(): number[] {
    return this.#times.splice(0);
  }

  async stop(): Promise<Seen & { refused: number }> {
    clearInterval(this.#timer);
    await Promise.all(this.#underWay);
    return { refused: this.#refused, ...quantiles(this.take()) };
  }
}
