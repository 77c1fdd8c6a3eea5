import type { TimelineEvent } from '@spectacle/server/answers';
import { expect, test } from 'vitest';
import { describeEvent } from './describeEvent.ts';
import { linkReason } from './linkReason.ts';

const event = (part: Partial<TimelineEvent>): TimelineEvent => ({
  messageId: 'm',
  type: 'page',
  event: null,
  timestamp: '2026-01-05T09:00:00.000Z',
  personId: 'user:ada',
  userId: null,
  anonymousId: 'laptop',
  groupId: null,
  properties: {},
  traits: {},
  page: null,
  visit: null,
  revenue: null,
  currency: null,
  anonymous: true,
  warnings: [],
  ...part,
});

test('an anonymous visit counts because of the first call of the same browser that named somebody', () => {
  const visit = event({ messageId: 'visit' });
  const named = event({
    messageId: 'named',
    type: 'identify',
    traits: { email: 'ada@acme.example' },
    anonymous: false,
  });
  const later = event({ messageId: 'later', type: 'track', event: 'Paid', anonymous: false });
  const elsewhere = event({
    messageId: 'phone',
    anonymousId: 'phone',
    type: 'identify',
    userId: 'ada',
    anonymous: false,
  });
  const reason = linkReason(visit, [later, named, visit, elsewhere]);
  expect(reason?.event.messageId).toBe('named');
  expect(reason?.words).toBe('Identified ada@acme.example');
  expect(linkReason(named, [later, named, visit])).toBeNull();
  expect(linkReason(event({ anonymousId: 'unknown' }), [later, named])).toBeNull();
});

test.each([
  [
    { type: 'page', page: { title: 'Pricing', path: '/pricing', url: 'https://x/pricing', referrer: '' } },
    'Viewed Pricing',
  ],
  [{ type: 'page', page: { title: '', path: '/pricing', url: 'https://x/pricing', referrer: '' } }, 'Viewed /pricing'],
  [{ type: 'track', event: 'Trial Started' }, 'Trial Started'],
  [{ type: 'identify', userId: 'ada' }, 'Identified ada'],
  [{ type: 'group', groupId: 'acme', traits: { plan: 'pro' } }, 'Set the company’s plan to pro'],
  [{ type: 'group', groupId: 'acme', traits: { plan: null } }, 'Set the company’s plan to nothing'],
  [{ type: 'group', groupId: 'acme', traits: { a: 1, b: 2, c: 3 } }, 'Set the company’s a, b and 1 more'],
  [{ type: 'group', groupId: 'acme' }, 'Is in the company acme'],
])('%j reads as a sentence', (part, words) => {
  const { verb, object } = describeEvent(event(part));
  expect(`${verb} ${object}`.trim()).toBe(words);
});
