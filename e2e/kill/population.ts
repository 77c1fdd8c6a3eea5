import { random } from '../reference/random.ts';

export interface Told {
  messageId: string;
  user: number;
  /** Cents; 0 for what is no payment. */
  revenue: number;
}

export interface Drawn {
  told: Told[];
  events: Record<string, unknown>[];
}

const groups = 8;

export const userIdOf = (user: number) => `user-${user}`;
export const groupIdOf = (user: number) => `company-${user % groups}`;

/**
 * Events of some users, drawn from a seed, whose sums are easy to work out: each user has one browser and one company. What
 * the API must say afterwards follows from the list of what was acknowledged.
 */
export class Population {
  readonly #next: () => number;
  readonly #users: number;
  #messages = 0;

  constructor(seed: number, users: number) {
    this.#next = random(seed);
    this.#users = users;
  }

  /** A whole number below a bound. */
  below(bound: number): number {
    return Math.floor(this.#next() * bound);
  }

  /** The calls that say who is who and who belongs where; everything else counts for somebody once they are stored. */
  introductions(): Drawn {
    const drawn: Drawn = { told: [], events: [] };
    for (let user = 0; user < this.#users; user++) {
      this.#add(drawn, user, { type: 'identify', traits: { email: `user-${user}@company.example` } });
      this.#add(drawn, user, { type: 'group', groupId: groupIdOf(user), traits: { name: `Company ${user % groups}` } });
    }
    return drawn;
  }

  /** Some more events, a payment among six. */
  events(count: number): Drawn {
    const drawn: Drawn = { told: [], events: [] };
    for (let index = 0; index < count; index++) {
      const user = this.below(this.#users);
      const kind = this.below(6);
      if (kind === 0) this.#pay(drawn, user);
      else if (kind < 3)
        this.#add(drawn, user, { type: 'page', properties: { url: `https://site.example/${this.below(50)}` } }, true);
      else this.#add(drawn, user, { type: 'track', event: 'Report Exported', properties: { rows: this.below(1000) } });
    }
    return drawn;
  }

  #pay(drawn: Drawn, user: number): void {
    const revenue = 1 + this.below(10_000);
    const transactionId = `t-${this.#messages}`;
    this.#add(drawn, user, { type: 'track', event: 'Paid', properties: { revenue, currency: 'USD', transactionId } });
    const last = drawn.told.at(-1);
    if (last) last.revenue = revenue;
  }

  #add(drawn: Drawn, user: number, call: Record<string, unknown>, anonymous = false): void {
    const messageId = `m-${this.#messages++}`;
    // One in four has no time of its own: its retry arrives with another.
    const timed =
      this.below(4) > 0 ? { timestamp: new Date(Date.UTC(2026, 0, 1) + this.#messages * 1000).toISOString() } : {};
    const who = anonymous ? {} : { userId: userIdOf(user) };
    drawn.events.push({ ...call, ...who, ...timed, messageId, anonymousId: `browser-${user}` });
    drawn.told.push({ messageId, user, revenue: 0 });
  }
}
