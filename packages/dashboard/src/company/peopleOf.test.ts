import type { Member } from '@spectacle/server/answers';
import { expect, test } from 'vitest';
import { peopleOf } from './peopleOf.ts';

const member = (personId: string, part: Partial<Member> = {}): Member => ({
  personId,
  userId: null,
  name: personId,
  emails: [],
  anonymousIds: [],
  traits: {},
  since: '2026-01-05T00:00:00.000Z',
  until: null,
  assertedBy: 'm1',
  events: 1,
  visits: 1,
  firstSeen: null,
  lastSeen: null,
  ...part,
});

test('whoever came first stands first, former members among the others', () => {
  const people = peopleOf(
    [
      member('user:late', { firstSeen: '2026-03-01T00:00:00.000Z' }),
      member('user:early', { firstSeen: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' }),
    ],
    [],
  );
  expect(people.map(({ personId }) => personId)).toEqual(['user:early', 'user:late']);
  expect(new Set(people.map(({ colour }) => colour)).size).toBe(2);
});

test('somebody who left and came back is one person, with the present period', () => {
  const people = peopleOf(
    [
      member('user:ada', { since: '2026-05-01T00:00:00.000Z' }),
      member('user:ada', { until: '2026-02-01T00:00:00.000Z' }),
    ],
    [],
  );
  expect(people).toHaveLength(1);
  expect(people[0]?.member?.since).toBe('2026-05-01T00:00:00.000Z');
});

test('a role is read from the traits people use for it', () => {
  expect(peopleOf([member('user:ada', { traits: { jobTitle: 'CTO' } })], [])[0]?.role).toBe('CTO');
});
