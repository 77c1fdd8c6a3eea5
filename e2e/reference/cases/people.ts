import { group, identify, page, track } from './calls.ts';
import type { KnownCase } from './knownCase.ts';

export const people: KnownCase[] = [
  {
    title: 'A visitor nobody knows',
    rule: 'An event with a device and nothing else belongs to an anonymous person.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }), 'anon:laptop', null],
      [page('m2', '1 09:01', { on: 'phone' }), 'anon:phone', null],
    ],
    devices: { 'anon:laptop': ['laptop'] },
  },
  {
    title: 'Visits before the log-in',
    rule: 'A device is the first user seen with it, and that holds for its past too.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }, '/pricing'), 'user:ann', null],
      [identify('m2', '1 09:05', { on: 'laptop', as: 'ann' }), 'user:ann', null],
      [track('m3', '1 09:06', { on: 'laptop', as: 'ann' }, 'Signed Up'), 'user:ann', null],
    ],
    devices: { 'user:ann': ['laptop'] },
  },
  {
    title: 'Late identify',
    rule: 'Weeks of anonymous visits become the user’s once the user logs in.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }), 'user:ann', null],
      [page('m2', '20 09:00', { on: 'laptop' }), 'user:ann', null],
      [identify('m3', '30 09:00', { on: 'laptop', as: 'ann' }), 'user:ann', null],
    ],
  },
  {
    title: 'An event without userId after the log-in',
    rule: 'The device stays the user’s, whether or not later events name the user.',
    calls: [
      [identify('m1', '1 09:00', { on: 'laptop', as: 'ann' }), 'user:ann', null],
      [page('m2', '2 09:00', { on: 'laptop' }), 'user:ann', null],
    ],
  },
  {
    title: 'Two devices of one user',
    rule: 'A person has any number of devices.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }), 'user:ann', null],
      [page('m2', '1 20:00', { on: 'phone' }), 'user:ann', null],
      [identify('m3', '2 09:00', { on: 'laptop', as: 'ann' }), 'user:ann', null],
      [identify('m4', '2 20:00', { on: 'phone', as: 'ann' }), 'user:ann', null],
    ],
    devices: { 'user:ann': ['laptop', 'phone'] },
  },
  {
    title: 'Shared laptop, nobody logs out',
    rule: 'An event that names its user is that user’s. One that names nobody is the first user’s. Nobody is merged.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }), 'user:ann', null],
      [identify('m2', '1 09:05', { on: 'laptop', as: 'ann' }), 'user:ann', null],
      [identify('m3', '1 14:00', { on: 'laptop', as: 'bob' }), 'user:bob', null],
      [page('m4', '1 14:05', { on: 'laptop' }), 'user:ann', null],
    ],
    devices: { 'user:ann': ['laptop'], 'user:bob': [] },
  },
  {
    title: 'Shared laptop with log-out',
    rule: '`reset()` starts a new anonymousId, so each user has the visits of an own “device”.',
    calls: [
      [identify('m1', '1 09:00', { on: 'laptop', as: 'ann' }), 'user:ann', null],
      [page('m2', '1 09:30', { on: 'laptop-after-reset' }), 'user:bob', null],
      [identify('m3', '1 09:35', { on: 'laptop-after-reset', as: 'bob' }), 'user:bob', null],
      [page('m4', '1 09:40', { on: 'laptop' }), 'user:ann', null],
    ],
    devices: { 'user:ann': ['laptop'], 'user:bob': ['laptop-after-reset'] },
  },
  {
    title: 'Shared laptop, calls arrive in the wrong order',
    rule: 'First is by event time, never by arrival: Bob’s call was received first, Ann’s happened first.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }), 'user:ann', null],
      [identify('m2', '1 09:05', { on: 'laptop', as: 'ann', received: '4 00:00' }), 'user:ann', null],
      [identify('m3', '1 09:10', { on: 'laptop', as: 'bob', received: '2 00:00' }), 'user:bob', null],
    ],
  },
  {
    title: 'Two users of a device in the same millisecond',
    rule: 'Equal times are decided by messageId: m1 comes before m2.',
    calls: [
      [identify('m2', '1 09:00', { on: 'laptop', as: 'ann' }), 'user:ann', null],
      [identify('m1', '1 09:00', { on: 'laptop', as: 'bob' }), 'user:bob', null],
      [page('m3', '1 08:00', { on: 'laptop' }), 'user:bob', null],
    ],
  },
  {
    title: 'messageIds compare as bytes',
    rule: 'Capitals come before small letters and digits before both, in every part of the system.',
    calls: [
      [identify('a', '1 09:00', { on: 'laptop', as: 'ann' }), 'user:ann', null],
      [identify('B', '1 09:00', { on: 'laptop', as: 'bob' }), 'user:bob', null],
      [page('m3', '1 08:00', { on: 'laptop' }), 'user:bob', null],
    ],
  },
  {
    title: 'Linked without an identify',
    rule: 'Any event that carries both a userId and an anonymousId links them; a track or a group call will do.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }), 'user:ann', null],
      [track('m2', '1 09:05', { on: 'laptop', as: 'ann' }, 'Signed Up'), 'user:ann', null],
      [page('m3', '1 09:00', { on: 'phone' }), 'user:bob', 'acme'],
      [group('m4', '1 09:05', { on: 'phone', as: 'bob' }, 'acme'), 'user:bob', 'acme'],
    ],
    members: { acme: ['user:bob'] },
  },
  {
    title: 'Calls from the server',
    rule: 'A call with a userId alone is that user’s, and joins what the browser sent.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }), 'user:ann', null],
      [identify('m2', '1 09:05', { on: 'laptop', as: 'ann' }), 'user:ann', null],
      [track('m3', '1 10:00', { as: 'ann' }, 'Invoice Paid'), 'user:ann', null],
    ],
  },
  {
    title: 'A userId sent as a number',
    rule: 'A number is the same id as its text.',
    calls: [
      [identify('m1', '1 09:00', { on: 'laptop', as: 42 }), 'user:42', null],
      [track('m2', '1 10:00', { as: '42' }, 'Signed Up'), 'user:42', null],
    ],
  },
  {
    title: 'userIds differ by case',
    rule: 'Ids are the customer’s own and are taken literally. Only emails are compared in lower case.',
    calls: [
      [track('m1', '1 09:00', { as: 'ann' }, 'Signed Up'), 'user:ann', null],
      [track('m2', '1 09:01', { as: 'Ann' }, 'Signed Up'), 'user:Ann', null],
    ],
  },
  {
    title: 'A device named like a user',
    rule: 'userIds and anonymousIds are different kinds of id: equal texts mean nothing.',
    calls: [
      [track('m1', '1 09:00', { as: 'ann' }, 'Signed Up'), 'user:ann', null],
      [page('m2', '1 09:01', { on: 'ann' }), 'anon:ann', null],
    ],
  },
];
