import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clashingHistories, histories } from './histories.ts';
import { acceptedFrom, acceptedOf, deliver } from './history.ts';
import { canonical } from './onePerMessage.ts';
import { answer } from './reference.ts';

const runs = { numRuns: 1_000, seed: 20_260_301 };

describe.each(['current', 'history'] as const)('with membership %s', (membership) => {
  test('answers depend on the set of events only, not on order, repeats and batches', () => {
    fc.assert(
      fc.property(fc.oneof(histories, clashingHistories), fc.nat(), (history, seed) => {
        const expected = answer(acceptedOf(history), { membership });
        expect(answer(acceptedFrom(deliver(history, seed)), { membership })).toEqual(expected);
      }),
      runs,
    );
  });

  test('every event counts for one person and at most one company, and sums add up', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { events, visits, persons, groups } = answer(acceptedOf(history), { membership });
        const ids = events.map(({ messageId }) => messageId).sort();
        expect(persons.flatMap(({ timeline }) => timeline).sort()).toEqual(ids);
        const counted = groups.flatMap(({ timeline }) => timeline);
        expect(new Set(counted).size).toBe(counted.length);
        expect(persons.reduce((sum, person) => sum + person.visits, 0)).toBe(visits.size);
      }),
      runs,
    );
  });

  test('users stay apart: nobody has two userIds, and a userId has one person', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { events, persons } = answer(acceptedOf(history), { membership });
        const userIds = new Set(events.map(({ userId }) => userId).filter((id) => id !== undefined));
        expect(new Set(persons.map(({ userId }) => userId).filter((id) => id !== null))).toEqual(userIds);
        const devices = persons.flatMap(({ anonymousIds }) => anonymousIds);
        expect(new Set(devices).size).toBe(devices.length);
      }),
      runs,
    );
  });
});

test('a company’s members are the same in both modes, and only the events differ', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const [current, past] = (['current', 'history'] as const).map((membership) =>
        answer(acceptedOf(history), { membership }).groups.map(({ groupId, members, former, traits }) =>
          canonical({ groupId, members, former, traits }),
        ),
      );
      expect(past).toEqual(current);
    }),
    runs,
  );
});
