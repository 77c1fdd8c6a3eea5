import { readCookie, widestDomain, writeCookie } from './cookie.ts';
import { newId } from './newId.ts';
import type { Visitor } from './visitor.ts';

const anonymousCookie = 'sp__anon_id';
const userCookie = 'sp__user_id';
const mirror = 'sp__visitor';

/** Where the visitor is remembered between pages: two cookies, and a mirror in localStorage that has the traits too. */
export interface Identity {
  read(): Visitor;
  write(visitor: Visitor): void;
}

export function createIdentity(storage: Storage | undefined): Identity {
  let domain: string | undefined;

  return {
    read() {
      const anonymousId = readCookie(anonymousCookie);
      const userId = readCookie(userCookie);
      let known: Partial<Visitor> = {};
      try {
        known = JSON.parse(storage?.getItem(mirror) ?? '{}');
      } catch {
        // Spoilt by somebody else: the cookies still know the ids.
      }
      // Another subdomain may have moved on since this one last wrote its mirror.
      if (anonymousId && anonymousId !== known.anonymousId) known = {};
      const visitor: Visitor = { ...known, anonymousId: anonymousId ?? known.anonymousId ?? newId() };
      if (userId) visitor.userId = userId;
      return visitor;
    },
    write(visitor) {
      domain ??= widestDomain();
      writeCookie(anonymousCookie, visitor.anonymousId, domain);
      writeCookie(userCookie, visitor.userId, domain);
      storage?.setItem(mirror, JSON.stringify(visitor));
    },
  };
}
