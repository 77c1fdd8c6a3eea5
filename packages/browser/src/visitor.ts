import { asIdentifier } from '@spectacle/protocol';
import type { Json } from './api.ts';
import type { Call } from './call.ts';

/** Who is using this browser, as far as the calls have said. */
export interface Visitor {
  anonymousId: string;
  userId?: string;
  userTraits?: Json;
  groupId?: string;
  groupTraits?: Json;
}

/**
 * What each change of the visitor forgets before its own values are merged in; what is not named stays. Another user on
 * the same browser starts afresh: neither the company nor the anonymousId may leak from one person to the next.
 */
const forgotten = {
  sameUser: [],
  logIn: [],
  otherUser: ['anonymousId', 'userTraits', 'groupId', 'groupTraits'],
  sameGroup: [],
  otherGroup: ['groupTraits'],
  reset: ['anonymousId', 'userId', 'userTraits', 'groupId', 'groupTraits'],
} as const satisfies Record<string, readonly (keyof Visitor)[]>;

export type Change = keyof typeof forgotten;

function forget({ ...visitor }: Visitor, change: Change, newId: () => string): Visitor {
  for (const field of forgotten[change]) {
    if (field === 'anonymousId') visitor[field] = newId();
    else delete visitor[field];
  }
  return visitor;
}

/** The visitor after a log-out. */
export function afterReset(visitor: Visitor, newId: () => string): Visitor {
  return forget(visitor, 'reset', newId);
}

/** The visitor after a call. Pure; `page`, `track` and `alias` change nothing. */
export function afterCall(visitor: Visitor, { type, userId, groupId, traits }: Call, newId: () => string): Visitor {
  if (type === 'group' && groupId !== undefined) return enter(visitor, groupId, traits, newId);
  if (type !== 'identify') return visitor;
  const change =
    userId === undefined || userId === visitor.userId ? 'sameUser' : visitor.userId ? 'otherUser' : 'logIn';
  const next = forget(visitor, change, newId);
  if (userId !== undefined) next.userId = userId;
  if (traits) next.userTraits = { ...next.userTraits, ...traits };
  // An identify with companyId is a group call in disguise.
  const company = asIdentifier(traits?.companyId);
  return company.ok ? enter(next, company.id, undefined, newId) : next;
}

function enter(visitor: Visitor, groupId: string, traits: Json | undefined, newId: () => string): Visitor {
  const next = forget(visitor, groupId === visitor.groupId ? 'sameGroup' : 'otherGroup', newId);
  next.groupId = groupId;
  if (traits) next.groupTraits = { ...next.groupTraits, ...traits };
  return next;
}
