import { isIPv6 } from 'node:net';
import type { Store } from '../store/store.ts';
import { type Account, emailOf, findAccount } from './accounts.ts';
import { AttemptLimit } from './attemptLimit.ts';
import type { Passwords } from './password.ts';

const quarterHour = 15 * 60 * 1000;
/** Failures within a quarter of an hour: enough for fingers, and far too few for guessing. */
const failuresOfAccount = 10;
/** Many people may share an address. */
const failuresOfAddress = 50;

export type Refusal = { ok: false; code: 'wrong' } | { ok: false; code: 'too_many' | 'busy'; retryAfter: number };
export type Checked<Known> = ({ ok: true } & Known) | Refusal;

/** Checks what people and programs show at the door, and how often they may be wrong. `retryAfter` is in seconds. */
export class Doorman {
  readonly #store: Store;
  readonly #passwords: Passwords;
  readonly #accounts: AttemptLimit;
  readonly #addresses: AttemptLimit;

  constructor({ store, passwords, now }: { store: Store; passwords: Passwords; now(): number }) {
    this.#store = store;
    this.#passwords = passwords;
    this.#accounts = new AttemptLimit({ attempts: failuresOfAccount, withinMs: quarterHour, now });
    this.#addresses = new AttemptLimit({ attempts: failuresOfAddress, withinMs: quarterHour, now });
  }

  /** An account by its password. Whether there is no such account or the password is another is not told apart. */
  async password(email: string, password: string, address: string): Promise<Checked<{ account: Account }>> {
    const place = networkOf(address);
    const known = emailOf(email) ?? '';
    const wait = Math.max(this.#accounts.wait(known), this.#addresses.wait(place));
    if (wait > 0) return { ok: false, code: 'too_many', retryAfter: wait };
    if (this.#passwords.busy) return { ok: false, code: 'busy', retryAfter: 2 };
    this.#accounts.begin(known);
    this.#addresses.begin(place);
    const account = await findAccount(this.#store.reading, known);
    if (!(await this.#passwords.matches(password, account?.password)) || !account) return { ok: false, code: 'wrong' };
    this.#accounts.forget(known);
    this.#addresses.takeBack(place);
    return { ok: true, account };
  }

  /** A token, or anything else that only those know who were given it. */
  async secret<Found extends object>(
    address: string,
    look: () => Promise<Found | undefined>,
  ): Promise<Checked<{ found: Found }>> {
    const place = networkOf(address);
    const wait = this.#addresses.wait(place);
    if (wait > 0) return { ok: false, code: 'too_many', retryAfter: wait };
    this.#addresses.begin(place);
    const found = await look();
    if (!found) return { ok: false, code: 'wrong' };
    this.#addresses.takeBack(place);
    return { ok: true, found };
  }
}

/**
 * Whom an address belongs to: in IPv6 one customer has at least a /64 (RFC 6177).
 *
 * @example networkOf('2001:db8:1:2:3:4:5:6') // '2001:db8:1:2'
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [front = '', back] = address.split('%', 1)[0]?.split('::') ?? [];
  const [left, right] = [front, back ?? ''].map((part) => part.split(':').filter(Boolean));
  const zeros = back === undefined ? 0 : 8 - (left?.length ?? 0) - (right?.length ?? 0);
  return [...(left ?? []), ...Array<string>(zeros).fill('0'), ...(right ?? [])].slice(0, 4).join(':');
}
