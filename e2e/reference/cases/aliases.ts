import { alias, identify, page, track } from './calls.ts';
import type { KnownCase } from './knownCase.ts';

export const aliases: KnownCase[] = [
  {
    title: 'Alias names the user of a device',
    rule: '`alias` links the previous id, taken as an anonymousId, to the user, as an identify would.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }), 'user:ann', null],
      [alias('m2', '1 09:05', { as: 'ann' }, 'laptop'), 'user:ann', null],
    ],
    devices: { 'user:ann': ['laptop'] },
  },
  {
    title: 'Alias does not merge two users',
    rule: 'Two userIds are never merged. The previous id is taken as a device, and the user of that name stays a person.',
    calls: [
      [track('m1', '1 09:00', { as: 'ann' }, 'Signed Up'), 'user:ann', null],
      [alias('m2', '1 09:05', { as: 'bob' }, 'ann'), 'user:bob', null],
      [track('m3', '1 09:10', { as: 'ann' }, 'Invited'), 'user:ann', null],
    ],
  },
  {
    title: 'A chain of aliases',
    rule: 'Each alias is one link from a device to a user. Links are not followed from user to user.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }), 'user:ann', null],
      [alias('m2', '1 09:05', { as: 'ann' }, 'laptop'), 'user:ann', null],
      [alias('m3', '1 09:10', { as: 'bob' }, 'ann'), 'user:bob', null],
      [alias('m4', '1 09:15', { as: 'cat' }, 'bob'), 'user:cat', null],
    ],
    devices: { 'user:ann': ['laptop'], 'user:bob': ['ann'], 'user:cat': ['bob'] },
  },
  {
    title: 'Alias of a device that has a user',
    rule: 'The first link counts, whichever call made it.',
    calls: [
      [identify('m1', '1 09:00', { on: 'laptop', as: 'ann' }), 'user:ann', null],
      [alias('m2', '1 09:05', { as: 'bob' }, 'laptop'), 'user:bob', null],
      [page('m3', '1 09:10', { on: 'laptop' }), 'user:ann', null],
    ],
  },
  {
    title: 'Late alias',
    rule: 'An alias that happened before the identify is the first link, though it arrived days later.',
    calls: [
      [alias('m1', '1 09:00', { as: 'ann', received: '9 00:00' }, 'laptop'), 'user:ann', null],
      [identify('m2', '1 09:05', { on: 'laptop', as: 'bob', received: '1 09:05' }), 'user:bob', null],
      [page('m3', '1 09:10', { on: 'laptop', received: '1 09:10' }), 'user:ann', null],
    ],
  },
  {
    title: 'Alias from a device to the next',
    rule: 'The device that sends the alias is linked to the user too: the event carries both ids.',
    calls: [
      [page('m1', '1 09:00', { on: 'old-laptop' }), 'user:ann', null],
      [page('m2', '2 09:00', { on: 'laptop' }), 'user:ann', null],
      [alias('m3', '2 09:05', { on: 'laptop', as: 'ann' }, 'old-laptop'), 'user:ann', null],
    ],
    devices: { 'user:ann': ['laptop', 'old-laptop'] },
  },
];
