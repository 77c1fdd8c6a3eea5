import { expect, test } from 'vitest';
import type { Call } from './call.ts';
import { afterCall, afterReset, type Visitor } from './visitor.ts';

const anonymous: Visitor = { anonymousId: 'device', clickIds: { gclid: 'x' }, seen: 1 };
const ada: Visitor = { ...anonymous, userId: 'ada', userTraits: { email: 'ada@acme.com' } };
const adaAtAcme: Visitor = { ...ada, groupId: 'acme', groupTraits: { plan: 'starter' } };

const identify = (userId?: string, traits?: Call['traits']): Call => ({
  type: 'identify',
  ...(userId && { userId }),
  ...(traits && { traits }),
});
const group = (groupId: string, traits?: Call['traits']): Call => ({
  type: 'group',
  groupId,
  ...(traits && { traits }),
});

/** Fields without a value are as good as absent. */
const known = (visitor: Visitor) => JSON.parse(JSON.stringify(visitor));

test.each<[string, Visitor, Call, Partial<Visitor>]>([
  [
    'a log-in keeps the anonymousId and the click',
    anonymous,
    identify('ada'),
    { ...anonymous, userId: 'ada', userTraits: {} },
  ],
  [
    'a log-in keeps the company that the visitor was in already',
    { ...anonymous, groupId: 'acme', groupTraits: { plan: 'starter' } },
    identify('ada'),
    { ...anonymous, userId: 'ada', userTraits: {}, groupId: 'acme', groupTraits: { plan: 'starter' } },
  ],
  [
    'an email alone is remembered without a user',
    anonymous,
    identify(undefined, { email: 'ada@acme.com' }),
    { ...anonymous, userTraits: { email: 'ada@acme.com' } },
  ],
  [
    'the same user again merges traits and keeps the company',
    adaAtAcme,
    identify('ada', { name: 'Ada' }),
    { ...adaAtAcme, userTraits: { email: 'ada@acme.com', name: 'Ada' } },
  ],
  [
    'traits without a user are those of the current one',
    adaAtAcme,
    identify(undefined, { name: 'Ada' }),
    { ...adaAtAcme, userTraits: { email: 'ada@acme.com', name: 'Ada' } },
  ],
  [
    'another user forgets the company, the traits, the click and the anonymousId',
    adaAtAcme,
    identify('bob', { name: 'Bob' }),
    { userId: 'bob', userTraits: { name: 'Bob' }, seen: 1 },
  ],
  [
    'a first company',
    ada,
    group('acme', { plan: 'starter' }),
    { ...ada, groupId: 'acme', groupTraits: { plan: 'starter' } },
  ],
  [
    'the same company again merges traits',
    adaAtAcme,
    group('acme', { seats: 5 }),
    { ...adaAtAcme, groupTraits: { plan: 'starter', seats: 5 } },
  ],
  [
    'another company has nothing of the old one',
    adaAtAcme,
    group('globex', { seats: 5 }),
    { ...ada, groupId: 'globex', groupTraits: { seats: 5 } },
  ],
  [
    'a companyId among the traits is a group call in disguise',
    adaAtAcme,
    identify('ada', { companyId: 7 }),
    { ...ada, userTraits: { email: 'ada@acme.com', companyId: 7 }, groupId: '7', groupTraits: {} },
  ],
  [
    'a companyId that can only be a mistake changes no company',
    adaAtAcme,
    identify('ada', { companyId: 'undefined' }),
    { ...adaAtAcme, userTraits: { email: 'ada@acme.com', companyId: 'undefined' } },
  ],
  ['a page changes nothing', adaAtAcme, { type: 'page' }, adaAtAcme],
  ['a track changes nothing', adaAtAcme, { type: 'track', event: 'x' }, adaAtAcme],
  ['an alias changes nothing', adaAtAcme, { type: 'alias', userId: 'new' }, adaAtAcme],
])('%s', (_, before, call, after) => {
  const frozen = Object.freeze(before);
  expect(known(afterCall(frozen, call))).toEqual(known(after));
});

test('a log-out forgets everything but the decision about consent', () => {
  expect(known(afterReset({ ...adaAtAcme, consent: 'granted' }))).toEqual({ consent: 'granted', seen: 1 });
});
