import { group, identify, page, track } from './calls.ts';
import type { KnownCase } from './knownCase.ts';

export const visitsAndRevenue: KnownCase[] = [
  {
    title: 'Half an hour',
    rule: 'A page begins a visit when 30 minutes have passed since the visitor’s last event of any kind.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }), 'anon:laptop', null],
      [page('m2', '1 09:29:59.999', { on: 'laptop' }), 'anon:laptop', null],
      [track('m3', '1 09:50', { on: 'laptop' }, 'Video Played'), 'anon:laptop', null],
      [page('m4', '1 10:10', { on: 'laptop' }), 'anon:laptop', null],
      [page('m5', '1 10:40', { on: 'laptop' }), 'anon:laptop', null],
    ],
    visits: ['m1', 'm5'],
  },
  {
    title: 'The first page after another event',
    rule: 'The visitor’s first page begins a visit, even right after a track.',
    calls: [
      [track('m1', '1 09:00', { on: 'laptop' }, 'Chat Opened'), 'anon:laptop', null],
      [page('m2', '1 09:01', { on: 'laptop' }), 'anon:laptop', null],
    ],
    visits: ['m2'],
  },
  {
    title: 'A second campaign',
    rule: 'Another campaign begins a visit; the current visit’s own, seen again, does not, and no campaign does not.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }, '/?utm_source=google&utm_medium=cpc'), 'anon:laptop', null],
      [page('m2', '1 09:01', { on: 'laptop' }, '/pricing'), 'anon:laptop', null],
      [page('m3', '1 09:02', { on: 'laptop' }, '/?utm_source=google&utm_medium=cpc'), 'anon:laptop', null],
      [page('m4', '1 09:03', { on: 'laptop' }, '/?utm_source=news&utm_medium=email'), 'anon:laptop', null],
      [page('m5', '1 09:04', { on: 'laptop' }, '/?gclid=abc'), 'anon:laptop', null],
    ],
    visits: ['m1', 'm4', 'm5'],
  },
  {
    title: 'Coming from elsewhere',
    rule: 'An external referrer begins a visit. The own site, its subdomains and a payment page in between do not.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }), 'anon:laptop', null],
      [page('m2', '1 09:01', { on: 'laptop' }, '/docs', 'https://app.spectacle.example/'), 'anon:laptop', null],
      [page('m3', '1 09:02', { on: 'laptop' }, '/', 'https://news.ycombinator.com/'), 'anon:laptop', null],
      [page('m4', '1 09:03', { on: 'laptop' }, '/thanks', 'https://checkout.stripe.com/pay'), 'anon:laptop', null],
      [page('m5', '1 09:04', { on: 'laptop' }, '/', 'https://accounts.google.com/signin'), 'anon:laptop', null],
    ],
    visits: ['m1', 'm3'],
  },
  {
    title: 'A late event closes a gap',
    rule: 'Visits follow event times, so a track that arrives days later can join two visits into one.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop', received: '1 09:00' }), 'anon:laptop', null],
      [page('m2', '1 09:40', { on: 'laptop', received: '1 09:40' }), 'anon:laptop', null],
      [track('m3', '1 09:20', { on: 'laptop', received: '9 09:00' }, 'Video Played'), 'anon:laptop', null],
    ],
    visits: ['m1'],
  },
  {
    title: 'Visits of a shared laptop',
    rule: 'A visitor is a browser: Bob’s log-in in the middle of a visit begins none, and a page counts for its person.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop', as: 'ann' }), 'user:ann', null],
      [identify('m2', '1 09:10', { on: 'laptop', as: 'bob' }), 'user:bob', null],
      [page('m3', '1 09:11', { on: 'laptop', as: 'bob' }), 'user:bob', null],
    ],
    visits: ['m1'],
  },
  {
    title: 'Two devices at the same time',
    rule: 'Each browser has visits of its own, also when one person uses both.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop', as: 'ann' }), 'user:ann', null],
      [page('m2', '1 09:05', { on: 'phone', as: 'ann' }), 'user:ann', null],
    ],
    visits: ['m1', 'm2'],
  },
  {
    title: 'A payment reported twice',
    rule: 'The same transactionId counts once, for the first who reported it; a refund counts beside it, once too.',
    calls: [
      [group('m1', '1 09:00', { as: 'ann' }, 'acme'), 'user:ann', 'acme'],
      [
        track('m2', '1 10:00', { as: 'ann' }, 'Invoice Paid', { revenue: 9995, transactionId: 't1' }),
        'user:ann',
        'acme',
      ],
      [track('m3', '1 10:01', { as: 'bob' }, 'Invoice Paid', { revenue: 9995, transactionId: 't1' }), 'user:bob', null],
      [track('m4', '2 10:00', { as: 'ann' }, 'Refunded', { revenue: -2000, transactionId: 't1' }), 'user:ann', 'acme'],
      [track('m5', '2 10:01', { as: 'ann' }, 'Refunded', { revenue: -2000, transactionId: 't1' }), 'user:ann', 'acme'],
    ],
    members: { acme: ['user:ann'] },
    revenue: { acme: 7995, 'user:ann': 7995, 'user:bob': 0 },
  },
  {
    title: 'What counts as revenue',
    rule: 'A whole number in the smallest unit of the currency, also as text. Anything else is kept and not counted.',
    calls: [
      [track('m1', '1 09:00', { as: 'ann' }, 'Invoice Paid', { revenue: 1000 }), 'user:ann', null],
      [track('m2', '1 09:01', { as: 'ann' }, 'Invoice Paid', { revenue: '250' }), 'user:ann', null],
      [track('m3', '1 09:02', { as: 'ann' }, 'Invoice Paid', { revenue: 99.95 }), 'user:ann', null],
      [track('m4', '1 09:03', { as: 'ann' }, 'Invoice Paid', { revenue: 'a lot' }), 'user:ann', null],
      [track('m5', '1 09:04', { as: 'ann' }, 'Refunded', { revenue: -50 }), 'user:ann', null],
      [track('m6', '1 09:05', { as: 'ann' }, 'Invoice Paid', { revenue: true }), 'user:ann', null],
    ],
    revenue: { 'user:ann': 1200 },
  },
  {
    title: 'Revenue of somebody who moves',
    rule: 'Revenue follows its event: along in `current`, left behind in `history`.',
    calls: [
      [group('m1', '1 09:00', { as: 'ann' }, 'acme'), 'user:ann', ['globex', 'acme']],
      [track('m2', '2 09:00', { as: 'ann' }, 'Invoice Paid', { revenue: 5000 }), 'user:ann', ['globex', 'acme']],
      [group('m3', '9 09:00', { as: 'ann' }, 'globex'), 'user:ann', 'globex'],
      [track('m4', '10 09:00', { as: 'ann' }, 'Invoice Paid', { revenue: 100 }), 'user:ann', 'globex'],
    ],
    members: { acme: [], globex: ['user:ann'] },
    former: { acme: ['user:ann'] },
    revenue: { acme: [0, 5000], globex: [5100, 100], 'user:ann': 5100 },
  },
];
