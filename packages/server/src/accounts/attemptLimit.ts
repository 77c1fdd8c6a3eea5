/** Of how many accounts or addresses failures are remembered; those that failed longest ago are forgotten first. */
const remembered = 10_000;

export interface AttemptRule {
  attempts: number;
  withinMs: number;
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * So many failures within so long, for each account or address. Kept in memory: a restart forgets, and of several
 * processes each counts for itself.
 */
export class AttemptLimit {
  readonly #rule: AttemptRule;
  /** When attempts began that failed or are under way, oldest first. */
  readonly #begun = new Map<string, number[]>();

  constructor(rule: AttemptRule) {
    this.#rule = rule;
  }

  /** Seconds until another attempt may be made; 0: now. */
  wait(key: string): number {
    const { attempts, withinMs, now } = this.#rule;
    const times = this.#recent(key);
    const oldest = times.at(-attempts);
    return oldest === undefined ? 0 : Math.ceil((oldest + withinMs - now()) / 1000);
  }

  /** An attempt begins, and counts until it is told that it was right: many at the same time are many. */
  begin(key: string): void {
    const times = [...this.#recent(key), this.#rule.now()].slice(-this.#rule.attempts);
    // At the end of the map's order.
    this.#begun.delete(key);
    this.#begun.set(key, times);
    if (this.#begun.size > remembered) {
      const [longestAgo] = this.#begun.keys();
      if (longestAgo !== undefined) this.#begun.delete(longestAgo);
    }
  }

  /** The attempt that began last was right; the failures before it stay. */
  takeBack(key: string): void {
    const times = this.#recent(key).slice(0, -1);
    if (times.length === 0) this.#begun.delete(key);
    else this.#begun.set(key, times);
  }

  /** Failures are forgotten: whoever it is has shown who it is. */
  forget(key: string): void {
    this.#begun.delete(key);
  }

  #recent(key: string): number[] {
    const since = this.#rule.now() - this.#rule.withinMs;
    return (this.#begun.get(key) ?? []).filter((time) => time > since);
  }
}
