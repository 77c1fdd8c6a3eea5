import { group, identify, page, track } from './calls.ts';
import type { KnownCase } from './knownCase.ts';

export const moves: KnownCase[] = [
  {
    title: 'A person moves',
    rule: 'In `current` the whole past goes along to the new company; in `history` it stays where it happened.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }), 'user:ann', ['globex', 'acme']],
      [group('m2', '1 09:05', { on: 'laptop', as: 'ann' }, 'acme'), 'user:ann', ['globex', 'acme']],
      [track('m3', '2 09:00', { as: 'ann' }, 'Report Created'), 'user:ann', ['globex', 'acme']],
      [group('m4', '60 09:00', { as: 'ann' }, 'globex'), 'user:ann', 'globex'],
      [track('m5', '61 09:00', { as: 'ann' }, 'Report Created'), 'user:ann', 'globex'],
    ],
    members: { acme: [], globex: ['user:ann'] },
    former: { acme: ['user:ann'], globex: [] },
    memberships: {
      'user:ann': [
        ['acme', '1 09:05', '60 09:00'],
        ['globex', '60 09:00', null],
      ],
    },
    visits: ['m1'],
  },
  {
    title: 'Move and return',
    rule: 'Three periods. Who is back is a member and not a former one.',
    calls: [
      [group('m1', '1 09:00', { as: 'ann' }, 'acme'), 'user:ann', 'acme'],
      [group('m2', '10 09:00', { as: 'ann' }, 'globex'), 'user:ann', ['acme', 'globex']],
      [track('m3', '15 09:00', { as: 'ann' }, 'Report Created'), 'user:ann', ['acme', 'globex']],
      [group('m4', '20 09:00', { as: 'ann' }, 'acme'), 'user:ann', 'acme'],
      [track('m5', '25 09:00', { as: 'ann' }, 'Report Created'), 'user:ann', 'acme'],
    ],
    members: { acme: ['user:ann'], globex: [] },
    former: { acme: [], globex: ['user:ann'] },
    memberships: {
      'user:ann': [
        ['acme', '1 09:00', '10 09:00'],
        ['globex', '10 09:00', '20 09:00'],
        ['acme', '20 09:00', null],
      ],
    },
  },
  {
    title: 'The same company at every log-in',
    rule: 'Saying the same company again prolongs the period and begins none.',
    calls: [
      [group('m1', '1 09:00', { as: 'ann' }, 'acme'), 'user:ann', 'acme'],
      [group('m2', '2 09:00', { as: 'ann' }, 'acme'), 'user:ann', 'acme'],
      [identify('m3', '3 09:00', { as: 'ann' }, { companyId: 'acme' }), 'user:ann', 'acme'],
    ],
    members: { acme: ['user:ann'] },
    memberships: { 'user:ann': [['acme', '1 09:00', null]] },
  },
  {
    title: 'Group calls arrive in the wrong order',
    rule: 'Later means by event time. The call for acme was received last and is the older one.',
    calls: [
      [group('m1', '1 09:00', { as: 'ann', received: '8 00:00' }, 'acme'), 'user:ann', ['globex', 'acme']],
      [group('m2', '2 09:00', { as: 'ann', received: '2 09:00' }, 'globex'), 'user:ann', 'globex'],
    ],
    members: { acme: [], globex: ['user:ann'] },
    former: { acme: ['user:ann'] },
  },
  {
    title: 'Two companies in the same millisecond',
    rule: 'The larger messageId is the later call.',
    calls: [
      [group('m2', '1 09:00', { as: 'ann' }, 'acme'), 'user:ann', 'acme'],
      [group('m1', '1 09:00', { as: 'ann' }, 'globex'), 'user:ann', ['acme', 'globex']],
      [track('m3', '2 09:00', { as: 'ann' }, 'Report Created'), 'user:ann', 'acme'],
    ],
    members: { acme: ['user:ann'], globex: [] },
    former: { globex: ['user:ann'] },
    memberships: {
      'user:ann': [
        ['globex', '1 09:00', '1 09:00'],
        ['acme', '1 09:00', null],
      ],
    },
  },
  {
    title: 'In the same millisecond as the move',
    rule: 'Events of that millisecond fall before or after the move by their messageId.',
    calls: [
      [group('m1', '1 09:00', { as: 'ann' }, 'acme'), 'user:ann', ['globex', 'acme']],
      [track('m2', '2 09:00', { as: 'ann' }, 'Report Created'), 'user:ann', ['globex', 'acme']],
      [group('m3', '2 09:00', { as: 'ann' }, 'globex'), 'user:ann', 'globex'],
      [track('m4', '2 09:00', { as: 'ann' }, 'Report Created'), 'user:ann', 'globex'],
    ],
    members: { acme: [], globex: ['user:ann'] },
    former: { acme: ['user:ann'] },
  },
  {
    title: 'Two devices, two companies, one person',
    rule: 'The assertions of all ids of a person make one timeline, also when the ids are linked only later.',
    calls: [
      [group('m1', '1 09:00', { on: 'laptop' }, 'acme'), 'user:ann', ['globex', 'acme']],
      [group('m2', '2 09:00', { on: 'phone' }, 'globex'), 'user:ann', 'globex'],
      [page('m3', '3 09:00', { on: 'laptop' }), 'user:ann', 'globex'],
      [identify('m4', '4 09:00', { on: 'laptop', as: 'ann' }), 'user:ann', 'globex'],
      [identify('m5', '4 09:05', { on: 'phone', as: 'ann' }), 'user:ann', 'globex'],
    ],
    members: { acme: [], globex: ['user:ann'] },
    former: { acme: ['user:ann'] },
    memberships: {
      'user:ann': [
        ['acme', '1 09:00', '2 09:00'],
        ['globex', '2 09:00', null],
      ],
    },
  },
  {
    title: 'Moved by companyId',
    rule: 'An identify with companyId moves a person as a group call does.',
    calls: [
      [group('m1', '1 09:00', { as: 'ann' }, 'acme'), 'user:ann', ['globex', 'acme']],
      [identify('m2', '5 09:00', { as: 'ann' }, { companyId: 'globex' }), 'user:ann', 'globex'],
      [identify('m3', '6 09:00', { as: 'ann' }, { firstName: 'Ann' }), 'user:ann', 'globex'],
    ],
    members: { acme: [], globex: ['user:ann'] },
    former: { acme: ['user:ann'] },
  },
  {
    title: 'Acting for another company across a move',
    rule: 'What was done for a company stays with it in both modes, whoever has moved.',
    calls: [
      [group('m1', '1 09:00', { as: 'ann' }, 'acme'), 'user:ann', ['globex', 'acme']],
      [track('m2', '2 09:00', { as: 'ann', for: 'initech' }, 'Report Created'), 'user:ann', 'initech'],
      [track('m3', '3 09:00', { as: 'ann', for: 'acme' }, 'Report Created'), 'user:ann', 'acme'],
      [group('m4', '9 09:00', { as: 'ann' }, 'globex'), 'user:ann', 'globex'],
    ],
    members: { acme: [], globex: ['user:ann'], initech: [] },
    former: { acme: ['user:ann'], globex: [], initech: [] },
  },
  {
    title: 'A move, and a colleague who stays',
    rule: 'The company that was left keeps its other members and, in `history`, its past.',
    calls: [
      [group('m1', '1 09:00', { as: 'ann' }, 'acme', { name: 'Acme' }), 'user:ann', ['globex', 'acme']],
      [group('m2', '1 10:00', { as: 'bob' }, 'acme'), 'user:bob', 'acme'],
      [group('m3', '9 09:00', { as: 'ann' }, 'globex', { name: 'Globex' }), 'user:ann', 'globex'],
    ],
    members: { acme: ['user:bob'], globex: ['user:ann'] },
    former: { acme: ['user:ann'], globex: [] },
    companyTraits: { acme: { name: 'Acme' }, globex: { name: 'Globex' } },
  },
];
