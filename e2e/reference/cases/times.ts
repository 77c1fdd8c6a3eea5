import { group, identify, page, track } from './calls.ts';
import type { KnownCase } from './knownCase.ts';

export const times: KnownCase[] = [
  {
    title: 'A clock that is an hour ahead',
    rule: 'time = received − (sent − the client’s time). The laptop’s 10:05 was 09:05, before the phone’s 09:30.',
    calls: [
      [
        group('m1', '1 10:05', { on: 'laptop', as: 'ann', sent: '1 10:10', received: '1 09:10' }, 'acme'),
        'user:ann',
        ['globex', 'acme'],
      ],
      [
        group('m2', '1 09:30', { on: 'phone', as: 'ann', sent: '1 09:31', received: '1 09:31' }, 'globex'),
        'user:ann',
        'globex',
      ],
    ],
    times: { m1: '1 09:05' },
    members: { acme: [], globex: ['user:ann'] },
    former: { acme: ['user:ann'] },
  },
  {
    title: 'A clock that is a day behind decides who was first',
    rule: 'The tablet says day 1 and means day 2. Bob was at it an hour after Ann.',
    calls: [
      [identify('m1', '2 09:00', { on: 'tablet', as: 'ann', received: '2 09:00' }), 'user:ann', null],
      [identify('m2', '1 10:00', { on: 'tablet', as: 'bob', sent: '1 10:01', received: '2 10:01' }), 'user:bob', null],
      [page('m3', '2 08:00', { on: 'tablet', received: '2 08:00' }), 'user:ann', null],
    ],
    times: { m2: '2 10:00' },
  },
  {
    title: 'Sent three days later from a phone without network',
    rule: 'Waiting is not skew: sent − the client’s time is the wait, and it is subtracted again.',
    calls: [
      [
        group('m1', '1 09:00', { as: 'ann', sent: '4 09:00', received: '4 09:00' }, 'acme'),
        'user:ann',
        ['globex', 'acme'],
      ],
      [group('m2', '2 09:00', { as: 'ann', received: '2 09:00' }, 'globex'), 'user:ann', 'globex'],
    ],
    times: { m1: '1 09:00' },
    members: { acme: [], globex: ['user:ann'] },
    former: { acme: ['user:ann'] },
  },
  {
    title: 'A time in the future',
    rule: 'Nothing happens after it was received. The call counts at its receipt, so Ann’s later move stands.',
    calls: [
      [group('m1', '50 09:00', { as: 'ann', received: '1 09:00' }, 'acme'), 'user:ann', ['globex', 'acme']],
      [group('m2', '2 09:00', { as: 'ann', received: '2 09:00' }, 'globex'), 'user:ann', 'globex'],
    ],
    times: { m1: '1 09:00' },
    members: { acme: [], globex: ['user:ann'] },
    former: { acme: ['user:ann'] },
  },
  {
    title: 'No time at all',
    rule: 'An event without a time happened when it was received.',
    calls: [[track('m1', undefined, { as: 'ann', received: '3 09:00' }, 'Signed Up'), 'user:ann', null]],
    times: { m1: '3 09:00' },
  },
  {
    title: 'Years of old events',
    rule: 'Old times are kept. A backfilled membership is older than today’s.',
    calls: [
      [group('m1', '-999 09:00', { as: 'ann', received: '9 09:00' }, 'acme'), 'user:ann', ['globex', 'acme']],
      [group('m2', '1 09:00', { as: 'ann', received: '1 09:00' }, 'globex'), 'user:ann', 'globex'],
    ],
    members: { acme: [], globex: ['user:ann'] },
    former: { acme: ['user:ann'] },
  },
  {
    title: 'Sent again with another sentAt',
    rule: 'A messageId counts once. The copy received first stands; the second would have been corrected to 09:02.',
    calls: [
      [track('m1', '1 09:00', { as: 'ann', sent: '1 09:01', received: '1 09:01' }, 'Signed Up'), 'user:ann', null],
      [track('m1', '1 09:00', { as: 'ann', sent: '1 09:02', received: '1 09:04' }, 'Signed Up'), 'user:ann', null],
    ],
    times: { m1: '1 09:00' },
  },
  {
    title: 'Two copies received together',
    rule: 'Of copies received in the same millisecond the one with the earlier corrected time stands: 09:03, not 09:04.',
    calls: [
      [track('m1', '1 09:00', { as: 'ann', sent: '1 09:01', received: '1 09:05' }, 'Signed Up'), 'user:ann', null],
      [track('m1', '1 09:00', { as: 'ann', sent: '1 09:02', received: '1 09:05' }, 'Signed Up'), 'user:ann', null],
    ],
    times: { m1: '1 09:03' },
  },
  {
    title: 'A group call sent again forty days later',
    rule: 'The repeat changes nothing: Ann has moved in the meantime and stays moved.',
    calls: [
      [
        group('m1', '1 09:00', { as: 'ann', sent: '1 09:00', received: '1 09:00' }, 'acme'),
        'user:ann',
        ['globex', 'acme'],
      ],
      [group('m2', '9 09:00', { as: 'ann', sent: '9 09:00', received: '9 09:00' }, 'globex'), 'user:ann', 'globex'],
      [
        group('m1', '1 09:00', { as: 'ann', sent: '1 09:05', received: '41 09:00' }, 'acme'),
        'user:ann',
        ['globex', 'acme'],
      ],
    ],
    times: { m1: '1 09:00' },
    members: { acme: [], globex: ['user:ann'] },
    former: { acme: ['user:ann'] },
  },
];
