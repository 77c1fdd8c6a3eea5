import { group, identify, page } from './calls.ts';
import type { KnownCase } from './knownCase.ts';

export const traits: KnownCase[] = [
  {
    title: 'Traits merge key by key',
    rule: 'The latest value of each trait stands, null clears, an absent key leaves it. Arrival does not matter.',
    calls: [
      [
        group('m1', '1 09:00', { as: 'ann', received: '9 00:00' }, 'acme', {
          plan: 'starter',
          region: 'EMEA',
          employees: 20,
        }),
        'user:ann',
        'acme',
      ],
      [
        group('m2', '2 09:00', { as: 'bob', received: '2 09:00' }, 'acme', { plan: 'enterprise', region: null }),
        'user:bob',
        'acme',
      ],
    ],
    members: { acme: ['user:ann', 'user:bob'] },
    companyTraits: { acme: { plan: 'enterprise', employees: 20 } },
  },
  {
    title: 'A trait set twice in the same millisecond',
    rule: 'The larger messageId is the later call.',
    calls: [
      [group('m2', '1 09:00', { as: 'ann' }, 'acme', { plan: 'starter' }), 'user:ann', 'acme'],
      [group('m1', '1 09:00', { as: 'ann' }, 'acme', { plan: 'enterprise' }), 'user:ann', 'acme'],
    ],
    members: { acme: ['user:ann'] },
    companyTraits: { acme: { plan: 'starter' } },
  },
  {
    title: 'A trait cleared and set again',
    rule: 'null clears only what came before it.',
    calls: [
      [group('m1', '1 09:00', { as: 'ann' }, 'acme', { plan: 'starter' }), 'user:ann', 'acme'],
      [group('m2', '2 09:00', { as: 'ann' }, 'acme', { plan: null }), 'user:ann', 'acme'],
      [group('m3', '3 09:00', { as: 'ann' }, 'acme', { plan: 'enterprise' }), 'user:ann', 'acme'],
    ],
    members: { acme: ['user:ann'] },
    companyTraits: { acme: { plan: 'enterprise' } },
  },
  {
    title: 'An object as a trait',
    rule: 'Traits merge by their own keys only: a new address replaces the old one whole.',
    calls: [
      [
        group('m1', '1 09:00', { as: 'ann' }, 'acme', { address: { city: 'Berlin', country: 'DE' } }),
        'user:ann',
        'acme',
      ],
      [group('m2', '2 09:00', { as: 'ann' }, 'acme', { address: { city: 'Paris' } }), 'user:ann', 'acme'],
    ],
    members: { acme: ['user:ann'] },
    companyTraits: { acme: { address: { city: 'Paris' } } },
  },
  {
    title: 'Traits stay with their company',
    rule: 'A person who moves takes events along, but no traits of the old company.',
    calls: [
      [group('m1', '1 09:00', { as: 'ann' }, 'acme', { plan: 'enterprise' }), 'user:ann', ['globex', 'acme']],
      [group('m2', '9 09:00', { as: 'ann' }, 'globex', { region: 'EMEA' }), 'user:ann', 'globex'],
    ],
    members: { acme: [], globex: ['user:ann'] },
    former: { acme: ['user:ann'] },
    companyTraits: { acme: { plan: 'enterprise' }, globex: { region: 'EMEA' } },
  },
  {
    title: 'companyName and name',
    rule: 'companyName sets the name trait, and the latest of both stands.',
    calls: [
      [group('m1', '1 09:00', { as: 'ann' }, 'acme', { name: 'Acme' }), 'user:ann', 'acme'],
      [identify('m2', '2 09:00', { as: 'bob' }, { companyId: 'acme', companyName: 'Acme Inc.' }), 'user:bob', 'acme'],
      [group('m3', '1 12:00', { as: 'ann' }, 'acme', { name: 'ACME' }), 'user:ann', 'acme'],
    ],
    members: { acme: ['user:ann', 'user:bob'] },
    companyTraits: { acme: { name: 'Acme Inc.' } },
  },
  {
    title: 'Traits from the form and from the sign-up',
    rule: 'All ids of a person give traits; they merge by event time as a company’s do.',
    calls: [
      [identify('m1', '1 09:00', { on: 'laptop' }, { email: 'ann@acme.example', role: 'CTO' }), 'user:ann', null],
      [
        identify('m2', '2 09:00', { on: 'laptop', as: 'ann' }, { email: 'ann@acme.example', firstName: 'Ann' }),
        'user:ann',
        null,
      ],
      [identify('m3', '3 09:00', { on: 'laptop' }, { role: 'CEO' }), 'user:ann', null],
    ],
    personTraits: { 'user:ann': { email: 'ann@acme.example', role: 'CEO', firstName: 'Ann' } },
  },
  {
    title: 'Traits of a shared laptop',
    rule: 'An identify without userId is the first user’s, and so are its traits.',
    calls: [
      [identify('m1', '1 09:00', { on: 'laptop', as: 'ann' }, { firstName: 'Ann' }), 'user:ann', null],
      [identify('m2', '1 10:00', { on: 'laptop', as: 'bob' }, { firstName: 'Bob' }), 'user:bob', null],
      [identify('m3', '1 11:00', { on: 'laptop' }, { role: 'CTO' }), 'user:ann', null],
      [page('m4', '1 12:00', { on: 'laptop' }), 'user:ann', null],
    ],
    personTraits: { 'user:ann': { firstName: 'Ann', role: 'CTO' }, 'user:bob': { firstName: 'Bob' } },
  },
];
