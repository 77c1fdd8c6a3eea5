import { attempt } from './attempt.ts';
import { readCookie, widestDomain, writeCookie } from './cookie.ts';
import type { Visitor } from './visitor.ts';

const cookies = { anonymousId: 'sp__anon_id', userId: 'sp__user_id', consent: 'sp__consent' } as const;
export const mirrorKey = 'sp__visitor';

/** Where the visitor is remembered between pages: three cookies, and a mirror in localStorage that has the rest too. */
export interface Identity {
  /** What the device knows, over what is known here unless that is somebody else. */
  read(visitor: Visitor): Visitor;
  /** Takes effect when the script that runs has ended: cookies are slow, and one script may make many calls. */
  write(visitor: Visitor): void;
}

export function createIdentity(storage: Storage | undefined, cookieDomain: string | undefined): Identity {
  let domain = cookieDomain;
  let written: Visitor | undefined;
  let latest: Visitor | undefined;
  const fields = Object.keys(cookies) as (keyof typeof cookies)[];

  const save = () =>
    attempt(() => {
      const visitor = latest as Visitor;
      latest = undefined;
      domain ??= widestDomain();
      for (const field of fields) {
        // The first time all are written, for another year.
        if (written?.[field] !== visitor[field] || !written) writeCookie(cookies[field], visitor[field], domain);
      }
      written = visitor;
      storage?.setItem(mirrorKey, JSON.stringify(visitor));
    });

  return {
    read(visitor) {
      // Spoilt by somebody else, the mirror is as good as none: the cookies still know the ids.
      const mirror: Visitor = attempt(() => JSON.parse(storage?.getItem(mirrorKey) ?? '{}')) ?? {};
      const jar: Record<string, string> = {};
      for (const field of fields) {
        const value = readCookie(cookies[field]);
        if (value) jar[field] = value;
      }
      // The cookies go last: another subdomain may have moved on since this one wrote its mirror.
      for (const { anonymousId = visitor.anonymousId, ...found } of [mirror, jar as Visitor]) {
        const same = anonymousId === visitor.anonymousId;
        visitor = { ...(same && visitor), ...found, anonymousId };
      }
      return visitor;
    },
    write(visitor) {
      if (!latest) queueMicrotask(save);
      latest = { ...visitor };
    },
  };
}
