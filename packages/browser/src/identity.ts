import { attempt } from './attempt.ts';
import { readCookie, widestDomain, writeCookie } from './cookie.ts';
import { present } from './present.ts';
import type { Visitor } from './visitor.ts';

const cookies = { anonymousId: 'sp__anon_id', userId: 'sp__user_id', consent: 'sp__consent' } as const;
export const mirrorKey = 'sp__visitor';

/** Where the visitor is remembered between pages: three cookies, and a mirror in localStorage that has the rest too. */
export interface Identity {
  /** What the device knows, over what is known here unless that is somebody else. */
  read(visitor: Visitor): Visitor;
  write(visitor: Visitor): void;
}

export function createIdentity(storage: Storage | undefined, cookieDomain: string | undefined): Identity {
  let domain = cookieDomain;
  const fields = Object.keys(cookies) as (keyof typeof cookies)[];

  return {
    read(visitor) {
      // Spoilt by somebody else, the mirror is as good as none: the cookies still know the ids.
      const mirror: Visitor = attempt(() => JSON.parse(storage?.getItem(mirrorKey) ?? '')) ?? {};
      const jar: Visitor = (present(fields, (field) => readCookie(cookies[field])) as Visitor | undefined) ?? {};
      // The cookies go last: another subdomain may have moved on since this one wrote its mirror.
      for (const { anonymousId = visitor.anonymousId, ...found } of [mirror, jar]) {
        const same = anonymousId === visitor.anonymousId;
        visitor = { ...(same && visitor), ...found, anonymousId };
      }
      return visitor;
    },
    write(visitor) {
      attempt(() => {
        domain ??= widestDomain();
        for (const field of fields) writeCookie(cookies[field], visitor[field], domain);
        storage?.setItem(mirrorKey, JSON.stringify(visitor));
      });
    },
  };
}
