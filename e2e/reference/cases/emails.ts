import { group, identify, page, track } from './calls.ts';
import type { KnownCase } from './knownCase.ts';

export const emails: KnownCase[] = [
  {
    title: 'Email before the id',
    rule: 'A form gives the email, the sign-up the userId. Who claims the email first is that person, retroactively.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }), 'user:ann', null],
      [identify('m2', '1 09:05', { on: 'laptop' }, { email: 'ann@acme.example' }), 'user:ann', null],
      [identify('m3', '8 09:00', { on: 'phone', as: 'ann' }, { email: 'ann@acme.example' }), 'user:ann', null],
    ],
    emails: { 'user:ann': ['ann@acme.example'] },
    devices: { 'user:ann': ['laptop', 'phone'] },
  },
  {
    title: 'A form and never a sign-up',
    rule: 'An email that no user claims is a person, and the visits of its device are that person’s.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }), 'email:ann@acme.example', null],
      [identify('m2', '1 09:05', { on: 'laptop' }, { email: 'ann@acme.example' }), 'email:ann@acme.example', null],
    ],
    emails: { 'email:ann@acme.example': ['ann@acme.example'] },
    devices: { 'email:ann@acme.example': ['laptop'] },
  },
  {
    title: 'Email at the top of a call',
    rule: 'A server may know the email alone. The call is the user’s once a user claims that email.',
    calls: [
      [track('m1', '1 09:00', { email: 'ann@acme.example' }, 'Webinar Attended'), 'user:ann', null],
      [identify('m2', '3 09:00', { as: 'ann' }, { email: 'ann@acme.example' }), 'user:ann', null],
      [track('m3', '1 09:00', { email: 'bob@acme.example' }, 'Webinar Attended'), 'email:bob@acme.example', null],
    ],
  },
  {
    title: 'Two spellings of an email',
    rule: 'Emails are compared trimmed and in lower case.',
    calls: [
      [identify('m1', '1 09:00', { on: 'laptop' }, { email: ' Ann@ACME.example ' }), 'user:ann', null],
      [identify('m2', '1 09:05', { as: 'ann' }, { email: 'ann@acme.example' }), 'user:ann', null],
    ],
    emails: { 'user:ann': ['ann@acme.example'] },
  },
  {
    title: 'Mistyped email, the owner was first',
    rule: 'Ann types Bob’s address. The email stays Bob’s, Ann stays Ann, and nobody is merged.',
    calls: [
      [identify('m1', '1 09:00', { on: 'bobs', as: 'bob' }, { email: 'bob@acme.example' }), 'user:bob', null],
      [identify('m2', '2 09:00', { on: 'anns', as: 'ann' }, { email: 'bob@acme.example' }), 'user:ann', null],
      [page('m3', '2 09:05', { on: 'anns' }), 'user:ann', null],
      [track('m4', '3 09:00', { email: 'bob@acme.example' }, 'Webinar Attended'), 'user:bob', null],
    ],
    emails: { 'user:ann': [], 'user:bob': ['bob@acme.example'] },
  },
  {
    title: 'Mistyped email, the mistake was first',
    rule: 'Only calls that name nothing but the email follow the first claim. Bob’s own calls carry his userId.',
    calls: [
      [identify('m1', '1 09:00', { on: 'anns', as: 'ann' }, { email: 'bob@acme.example' }), 'user:ann', null],
      [identify('m2', '2 09:00', { on: 'bobs', as: 'bob' }, { email: 'bob@acme.example' }), 'user:bob', null],
      [page('m3', '2 09:05', { on: 'bobs' }), 'user:bob', null],
      [track('m4', '3 09:00', { email: 'bob@acme.example' }, 'Webinar Attended'), 'user:ann', null],
    ],
    emails: { 'user:ann': ['bob@acme.example'], 'user:bob': [] },
  },
  {
    title: 'Mistyped email in a form',
    rule: 'The device goes by its first user, the form by its email: the mistyped form is Bob’s, Ann’s visits stay hers.',
    calls: [
      [identify('m1', '1 09:00', { on: 'bobs', as: 'bob' }, { email: 'bob@acme.example' }), 'user:bob', null],
      [page('m2', '2 09:00', { on: 'anns' }), 'user:ann', null],
      [identify('m3', '2 09:05', { on: 'anns' }, { email: 'bob@acme.example' }), 'user:bob', null],
      [identify('m4', '2 09:10', { on: 'anns', as: 'ann' }, { email: 'ann@acme.example' }), 'user:ann', null],
    ],
  },
  {
    title: 'Two emails on one device',
    rule: 'Without a user, a device is the first email seen with it. The second form is a person of its own.',
    calls: [
      [page('m1', '1 09:00', { on: 'kiosk' }), 'email:ann@acme.example', null],
      [identify('m2', '1 09:05', { on: 'kiosk' }, { email: 'ann@acme.example' }), 'email:ann@acme.example', null],
      [identify('m3', '1 10:05', { on: 'kiosk' }, { email: 'bob@acme.example' }), 'email:bob@acme.example', null],
      [page('m4', '1 10:10', { on: 'kiosk' }), 'email:ann@acme.example', null],
    ],
  },
  {
    title: 'Email first, then a user without email',
    rule: 'On a device a user counts more than an email, even a later one. The form stays with its email.',
    calls: [
      [page('m1', '1 09:00', { on: 'laptop' }), 'user:ann', null],
      [identify('m2', '1 09:05', { on: 'laptop' }, { email: 'info@acme.example' }), 'email:info@acme.example', null],
      [identify('m3', '2 09:00', { on: 'laptop', as: 'ann' }), 'user:ann', null],
    ],
  },
  {
    title: 'A device, its email, the email’s user',
    rule: 'A device that never saw a user is found through its first email: two look-ups, and never more.',
    calls: [
      [page('m1', '1 09:00', { on: 'phone' }), 'user:ann', null],
      [identify('m2', '1 09:05', { on: 'phone' }, { email: 'ann@acme.example' }), 'user:ann', null],
      [track('m3', '5 09:00', { as: 'ann', email: 'ann@acme.example' }, 'Invoice Paid'), 'user:ann', null],
    ],
    devices: { 'user:ann': ['phone'] },
  },
  {
    title: 'Something without an @',
    rule: 'It is not an email. The trait is kept, and the call belongs to its device.',
    calls: [[identify('m1', '1 09:00', { on: 'laptop' }, { email: 'ann' }), 'anon:laptop', null]],
    personTraits: { 'anon:laptop': { email: 'ann' } },
  },
  {
    title: 'The email of a company',
    rule: 'The email trait of a group call is the company’s and says nothing about the person.',
    calls: [[group('m1', '1 09:00', { on: 'laptop' }, 'acme', { email: 'info@acme.example' }), 'anon:laptop', 'acme']],
    members: { acme: ['anon:laptop'] },
    emails: { 'anon:laptop': [] },
  },
  {
    title: 'The email in the properties of a track',
    rule: 'Only an identify and the top of a call name the sender. An invitation names somebody else.',
    calls: [
      [track('m1', '1 09:00', { on: 'laptop' }, 'Invited', { email: 'bob@acme.example' }), 'anon:laptop', null],
      [identify('m2', '1 09:05', { as: 'bob' }, { email: 'bob@acme.example' }), 'user:bob', null],
    ],
  },
  {
    title: 'Two claims of an email in the same millisecond',
    rule: 'The smaller messageId is the first.',
    calls: [
      [identify('m2', '1 09:00', { as: 'ann' }, { email: 'team@acme.example' }), 'user:ann', null],
      [identify('m1', '1 09:00', { as: 'bob' }, { email: 'team@acme.example' }), 'user:bob', null],
      [track('m3', '1 08:00', { email: 'team@acme.example' }, 'Webinar Attended'), 'user:bob', null],
    ],
  },
  {
    title: 'An earlier claim arrives later',
    rule: 'The claim that happened first counts, however late it came.',
    calls: [
      [
        identify('m1', '3 09:00', { as: 'ann', received: '10 00:00' }, { email: 'team@acme.example' }),
        'user:ann',
        null,
      ],
      [identify('m2', '5 09:00', { as: 'bob', received: '5 09:00' }, { email: 'team@acme.example' }), 'user:bob', null],
      [
        track('m3', '6 09:00', { email: 'team@acme.example', received: '6 09:00' }, 'Webinar Attended'),
        'user:ann',
        null,
      ],
    ],
  },
];
