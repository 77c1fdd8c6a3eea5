import { group, identify, page, track } from './calls.ts';
import type { KnownCase } from './knownCase.ts';

export const companies: KnownCase[] = [
  {
    title: 'The ad click before the membership',
    rule: 'Everything from before the first membership counts for the first company, in both modes.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }, '/?utm_source=google&utm_medium=cpc'), 'user:ann', 'acme'],
      [identify('m2', '1 09:05', { on: 'laptop', as: 'ann' }), 'user:ann', 'acme'],
      [group('m3', '1 09:06', { on: 'laptop', as: 'ann' }, 'acme'), 'user:ann', 'acme'],
      [track('m4', '1 09:07', { on: 'laptop', as: 'ann' }, 'Report Created'), 'user:ann', 'acme'],
    ],
    members: { acme: ['user:ann'] },
    memberships: { 'user:ann': [['acme', '1 09:06', null]] },
    visits: ['m1'],
  },
  {
    title: 'Late group',
    rule: 'A user without a company for a month has had none; the group call gives the company the whole month.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop', as: 'ann' }), 'user:ann', 'acme'],
      [track('m2', '15 09:00', { on: 'laptop', as: 'ann' }, 'Report Created'), 'user:ann', 'acme'],
      [group('m3', '30 09:00', { on: 'laptop', as: 'ann' }, 'acme'), 'user:ann', 'acme'],
    ],
    members: { acme: ['user:ann'] },
  },
  {
    title: 'Group before identify',
    rule: 'The device asserted the membership, so the person that the device turns out to be has it.',
    calls: [
      [group('m1', '1 09:00', { on: 'laptop' }, 'acme'), 'user:ann', 'acme'],
      [identify('m2', '1 09:05', { on: 'laptop', as: 'ann' }), 'user:ann', 'acme'],
    ],
    members: { acme: ['user:ann'] },
    memberships: { 'user:ann': [['acme', '1 09:00', null]] },
  },
  {
    title: 'Anonymous group call',
    rule: 'An anonymous person can belong to a company too.',
    calls: [
      [page('m1', '1 08:55', { on: 'laptop' }), 'anon:laptop', 'acme'],
      [group('m2', '1 09:00', { on: 'laptop' }, 'acme'), 'anon:laptop', 'acme'],
    ],
    members: { acme: ['anon:laptop'] },
  },
  {
    title: 'Colleagues',
    rule: 'A company’s events are those of all its members.',
    calls: [
      [group('m1', '1 09:00', { as: 'ann' }, 'acme'), 'user:ann', 'acme'],
      [page('m2', '2 09:00', { on: 'phone' }), 'user:bob', 'acme'],
      [group('m3', '9 09:00', { on: 'phone', as: 'bob' }, 'acme'), 'user:bob', 'acme'],
      [page('m4', '9 10:00', { on: 'tablet' }), 'anon:tablet', null],
    ],
    members: { acme: ['user:ann', 'user:bob'] },
  },
  {
    title: 'Identify with companyId',
    rule: 'It is a group call in disguise: a membership at that time, and `companyName` is the company’s name.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }), 'user:ann', 'acme'],
      [
        identify('m2', '1 09:05', { on: 'laptop', as: 'ann' }, { companyId: 'acme', companyName: 'Acme Inc.' }),
        'user:ann',
        'acme',
      ],
    ],
    members: { acme: ['user:ann'] },
    companyTraits: { acme: { name: 'Acme Inc.' } },
  },
  {
    title: 'Membership of an email',
    rule: 'Who claims the email has the membership that was asserted under it.',
    calls: [
      [identify('m1', '1 09:00', {}, { email: 'ann@acme.example', companyId: 'acme' }), 'user:ann', 'acme'],
      [identify('m2', '5 09:00', { as: 'ann' }, { email: 'ann@acme.example' }), 'user:ann', 'acme'],
      [
        identify('m3', '1 09:00', {}, { email: 'bob@acme.example', companyId: 'acme' }),
        'email:bob@acme.example',
        'acme',
      ],
    ],
    members: { acme: ['email:bob@acme.example', 'user:ann'] },
  },
  {
    title: 'A groupId sent as a number',
    rule: 'A number is the same id as its text.',
    calls: [
      [group('m1', '1 09:00', { as: 'ann' }, 7), 'user:ann', '7'],
      [group('m2', '1 09:05', { as: 'bob' }, '7'), 'user:bob', '7'],
    ],
    members: { '7': ['user:ann', 'user:bob'] },
  },
  {
    title: 'groupIds differ by case',
    rule: 'Ids are the customer’s own and are taken literally.',
    calls: [
      [group('m1', '1 09:00', { as: 'ann' }, 'acme'), 'user:ann', 'acme'],
      [group('m2', '1 09:05', { as: 'bob' }, 'Acme'), 'user:bob', 'Acme'],
    ],
    members: { acme: ['user:ann'], Acme: ['user:bob'] },
  },
  {
    title: 'Acting for another company',
    rule: 'An event with `context.groupId` counts for that company alone and changes no membership.',
    calls: [
      [group('m1', '1 09:00', { as: 'ann' }, 'acme'), 'user:ann', 'acme'],
      [track('m2', '1 09:05', { as: 'ann', for: 'globex' }, 'Report Created'), 'user:ann', 'globex'],
      [track('m3', '1 09:10', { as: 'ann' }, 'Report Created'), 'user:ann', 'acme'],
    ],
    members: { acme: ['user:ann'], globex: [] },
    former: { globex: [] },
    memberships: { 'user:ann': [['acme', '1 09:00', null]] },
  },
  {
    title: 'Acting for a company as a member of none',
    rule: '`context.groupId` makes nobody a member: the consultant’s other events count for no company.',
    calls: [
      [track('m1', '1 09:00', { as: 'ann', for: 'acme' }, 'Report Created'), 'user:ann', 'acme'],
      [track('m2', '1 09:05', { as: 'ann' }, 'Report Created'), 'user:ann', null],
    ],
    members: { acme: [] },
  },
  {
    title: 'A group call made for another company',
    rule: 'The call says where Ann belongs, `context.groupId` for whom it was made: one is the membership, the other counts.',
    calls: [
      [group('m1', '1 09:00', { as: 'ann', for: 'agency' }, 'acme', { plan: 'starter' }), 'user:ann', 'agency'],
      [track('m2', '1 09:05', { as: 'ann' }, 'Report Created'), 'user:ann', 'acme'],
    ],
    members: { acme: ['user:ann'], agency: [] },
    companyTraits: { acme: { plan: 'starter' }, agency: {} },
  },
  {
    title: 'Shared laptop, two companies',
    rule: 'Each user has an own company. What names nobody goes to the first user of the laptop, hence to that company.',
    calls: [
      [group('m1', '1 09:00', { on: 'laptop', as: 'ann' }, 'acme'), 'user:ann', 'acme'],
      [group('m2', '1 14:00', { on: 'laptop', as: 'bob' }, 'globex'), 'user:bob', 'globex'],
      [page('m3', '1 15:00', { on: 'laptop' }), 'user:ann', 'acme'],
    ],
    members: { acme: ['user:ann'], globex: ['user:bob'] },
  },
  {
    title: 'Shared laptop, a group call without user',
    rule: 'The call is the first user’s, so it is Ann who moves, though Bob sat there. Send the userId, or call `reset()`.',
    calls: [
      [group('m1', '1 09:00', { on: 'laptop', as: 'ann' }, 'acme'), 'user:ann', ['globex', 'acme']],
      [identify('m2', '1 14:00', { on: 'laptop', as: 'bob' }), 'user:bob', null],
      [group('m3', '1 14:05', { on: 'laptop' }, 'globex'), 'user:ann', 'globex'],
    ],
    members: { acme: [], globex: ['user:ann'] },
    former: { acme: ['user:ann'] },
  },
  {
    title: 'Mistyped email and a company',
    rule: 'The mistyped address brings neither Ann into Bob’s company nor Bob into hers.',
    calls: [
      [identify('m1', '1 09:00', { as: 'bob' }, { email: 'bob@globex.example' }), 'user:bob', 'globex'],
      [group('m2', '1 09:05', { as: 'bob' }, 'globex'), 'user:bob', 'globex'],
      [
        identify('m3', '2 09:00', { as: 'ann' }, { email: 'bob@globex.example', companyId: 'acme' }),
        'user:ann',
        'acme',
      ],
    ],
    members: { acme: ['user:ann'], globex: ['user:bob'] },
  },
];
