import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { tokenHash } from '../workspaces/tokens.ts';

/** Long enough to come back from lunch, short enough for a terminal that others will see. */
const validMs = 60 * 60 * 1000;

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Opens the web app once in the place of a token, within an hour: what the first start prints, so that nobody has to copy a
 * token that opens everything for ever into a browser. Kept in memory: a restart ends it.
 */
export class OneTimeLink {
  readonly secret = randomBytes(24).toString('base64url');
  readonly #now: () => number;
  readonly #until: number;
  #opens: string | undefined;

  /** `now`: milliseconds since 1970. */
  constructor(token: string, now: () => number) {
    this.#now = now;
    this.#until = now() + validMs;
    this.#opens = tokenHash(token);
  }

  /** The hash of the token, once, to whoever has the secret; else undefined. */
  take(secret: string): string | undefined {
    if (this.#now() > this.#until || !timingSafeEqual(digest(secret), digest(this.secret))) return undefined;
    const opens = this.#opens;
    this.#opens = undefined;
    return opens;
  }
}
