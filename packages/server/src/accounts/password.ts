import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

interface Cost {
  N: number;
  r: number;
  p: number;
}

/** One of the costs that OWASP's cheat sheet on password storage names as equals; 32 MB and about 0.2 s. */
const usualCost: Cost = { N: 2 ** 15, r: 8, p: 3 };

/** In characters. NIST SP 800-63B asks for length and for no rules about kinds of characters. */
export const shortestPassword = 12;
export const longestPassword = 200;

/** Passwords that wait to be computed, one after the other; more than that are told to come back. */
const longestLine = 20;

/** What is wrong with a password that somebody chooses: a sentence, or undefined if nothing is. */
export function passwordFault(password: string, email: string): string | undefined {
  const characters = [...password];
  if (characters.length < shortestPassword) {
    return `A password has at least ${shortestPassword} characters; this one has ${characters.length}. A few words are easy to remember.`;
  }
  if (characters.length > longestPassword) return `A password has at most ${longestPassword} characters.`;
  if (new Set(characters).size < 5) return 'This password repeats a few characters. Choose one that nobody can guess.';
  if (password.trim().toLowerCase() === email) return 'The password must not be the email address.';
  return undefined;
}

/** Computes what is stored of passwords. One at a time: each takes 32 MB and a thread that the store may want. */
export class Passwords {
  readonly #cost: Cost;
  /** What is computed where there is no account. */
  readonly #decoy: string;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(cost = usualCost) {
    this.#cost = cost;
    const nothing = Buffer.alloc(keyLength);
    this.#decoy = written(cost, nothing, nothing);
  }

  /** Are so many in line that another one would wait for seconds? */
  get busy(): boolean {
    return this.#waiting >= longestLine;
  }

  /** What is stored: the parameters, the salt and the hash, so that the cost can be raised without a change of the store. */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(16);
    return written(this.#cost, salt, await this.#derive(password, salt, this.#cost, keyLength));
  }

  /** Whether it is the password of what is stored. Takes as long where there is none, so that nobody learns who has an account. */
  async matches(password: string, stored = this.#decoy): Promise<boolean> {
    const [, N, r, p, salt = '', hash = ''] = stored.split('$');
    const expected = Buffer.from(hash, 'base64url');
    const known = { N: Number(N), r: Number(r), p: Number(p) };
    const key = await this.#derive(password, Buffer.from(salt, 'base64url'), known, expected.length);
    return timingSafeEqual(key, expected) && stored !== this.#decoy;
  }

  #derive(password: string, salt: Buffer, { N, r, p }: Cost, length: number): Promise<Buffer> {
    this.#waiting++;
    const derived = this.#last.then(
      () =>
        new Promise<Buffer>((resolve, reject) => {
          // One text has several encodings; keyboards differ in which they send.
          const text = password.normalize('NFKC');
          scrypt(text, salt, length, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
            error ? reject(error) : resolve(key),
          );
        }),
    );
    this.#last = derived.catch(() => {}).finally(() => this.#waiting--);
    return derived;
  }
}

const keyLength = 32;

const written = ({ N, r, p }: Cost, salt: Buffer, key: Buffer) =>
  ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
