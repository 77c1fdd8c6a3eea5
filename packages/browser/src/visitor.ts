import { asIdentifier } from '@spectacle/protocol';
import type { Consent, Json } from './api.ts';
import type { Call } from './call.ts';

/** Who is using this browser, as far as the calls have said. */
export interface Visitor {
  anonymousId?: string | undefined;
  userId?: string | undefined;
  userTraits?: Json | undefined;
  groupId?: string | undefined;
  groupTraits?: Json | undefined;
  /** Ad-click ids of this session, by parameter name. */
  clickIds?: Json | undefined;
  /** When the last page was seen; epoch milliseconds. */
  seen?: number;
  /** The visitor's own decision. */
  consent?: Consent | undefined;
}

const everything = ['anonymousId', 'userId', 'userTraits', 'groupId', 'groupTraits', 'clickIds'] as const;

/**
 * What each change of the visitor forgets before its own values are merged in; what is not named stays. Another user on
 * the same browser starts afresh: neither the company nor the anonymousId may leak from one person to the next.
 */
const forgotten = {
  /** The same user again, or an anonymous visitor who becomes one. */
  logIn: [],
  otherUser: everything,
  sameGroup: [],
  otherGroup: ['groupTraits'],
  reset: everything,
} as const;

function forget({ ...visitor }: Visitor, fields: readonly (typeof everything)[number][]): Visitor {
  for (const field of fields) visitor[field] = undefined;
  return visitor;
}

/** The visitor after a log-out; whoever comes next has no anonymousId yet. */
export function afterReset(visitor: Visitor): Visitor {
  return forget(visitor, forgotten.reset);
}

/** The visitor after a call, as an object of its own; `page`, `track` and `alias` change nothing. */
export function afterCall(visitor: Visitor, { type, userId, groupId, traits }: Call): Visitor {
  if (type === 'group') return enter(visitor, groupId, traits);
  if (type !== 'identify') return { ...visitor };
  const other = userId && visitor.userId && userId !== visitor.userId;
  const next = forget(visitor, other ? forgotten.otherUser : forgotten.logIn);
  next.userId = userId ?? next.userId;
  next.userTraits = { ...next.userTraits, ...traits };
  // An identify with companyId is a group call in disguise.
  const company = asIdentifier(traits?.companyId);
  return company.ok ? enter(next, company.id) : next;
}

function enter(visitor: Visitor, groupId: string | undefined, traits?: Json): Visitor {
  const next = forget(visitor, groupId === visitor.groupId ? forgotten.sameGroup : forgotten.otherGroup);
  next.groupId = groupId;
  next.groupTraits = { ...next.groupTraits, ...traits };
  return next;
}
