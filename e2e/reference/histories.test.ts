import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AcceptedEvent } from './acceptedEvent.ts';
import { clashingHistories, histories } from './histories.ts';
import { acceptedOf, deliver, type History } from './history.ts';
import { contentOf } from './onePerMessage.ts';
import { answer, type World } from './reference.ts';

const sample = fc.sample(histories, { numRuns: 1_000, seed: 20_260_301 });
const worlds = sample.map((history) => answer(acceptedOf(history), { membership: 'current' }));

const inWorld: Record<string, (world: World<AcceptedEvent>) => boolean> = {
  'a person with two devices': ({ persons }) => persons.some(({ anonymousIds }) => anonymousIds.length > 1),
  'a device with two users': ({ events }) =>
    events.some((a) => events.some((b) => sameDevice(a, b) && a.userId && b.userId && a.userId !== b.userId)),
  'an email person': ({ persons }) => persons.some(({ personId }) => personId.startsWith('email:')),
  'a device that is known by its email alone': ({ events, persons }) =>
    persons.some(({ userId, anonymousIds }) =>
      anonymousIds.some((id) => userId !== null && !events.some((e) => e.anonymousId === id && e.userId !== undefined)),
    ),
  'a move and a return': ({ persons }) => persons.some(({ memberships }) => memberships.length > 2),
  'an anonymous member': ({ groups }) =>
    groups.some(({ members }) => members.some(({ personId }) => personId.startsWith('anon:'))),
  'two assertions in one millisecond': ({ persons }) =>
    persons.some(({ memberships }) => memberships.some(({ since, until }) => since === until)),
  'an act for another company': ({ events }) => events.some(({ contextGroupId }) => contextGroupId !== undefined),
  'an alias': ({ events }) => events.some(({ type }) => type === 'alias'),
  'a trait that was cleared': ({ events }) => events.some(({ traits }) => Object.values(traits).includes(null)),
  'a person with two visits': ({ persons }) => persons.some(({ visits }) => visits > 1),
  'a refund': ({ persons }) => persons.some(({ revenue }) => revenue < 0),
  'a wrong clock': ({ events }) => events.some((e) => e.originalTimestamp && e.timestamp !== e.originalTimestamp),
};

test.each(Object.entries(inWorld))('of a thousand histories at least forty have %s', (_what, has) => {
  expect(worlds.filter(has).length).toBeGreaterThanOrEqual(40);
});

test('half of the histories have a retry with another sentAt, and all are told in at most 50 events', () => {
  expect(sample.filter(hasRetry).length).toBeGreaterThan(500);
  expect(Math.max(...worlds.map(({ events }) => events.length))).toBeLessThanOrEqual(50);
});

test('clashing histories have different events under one messageId', () => {
  const clashing = fc.sample(clashingHistories, { numRuns: 200, seed: 1 });
  expect(clashing.filter((history) => contentsOf(history) > idsOf(history)).length).toBeGreaterThan(100);
});

test('a history delivered with another seed is the same set of events in other batches', () => {
  for (const history of sample.slice(0, 100)) {
    expect(idsOf(deliver(history, 1).flatMap(({ batch }) => batch.map((wire) => ({ wire, receivedAt: 0 }))))).toBe(
      idsOf(history),
    );
    expect(deliver(history, 1)).toEqual(deliver(history, 1));
  }
  expect(
    sample.filter((history) => JSON.stringify(deliver(history, 1)) !== JSON.stringify(deliver(history, 2))).length,
  ).toBeGreaterThan(900);
});

function sameDevice(a: { anonymousId?: string }, b: { anonymousId?: string }): boolean {
  return a.anonymousId !== undefined && a.anonymousId === b.anonymousId;
}

function hasRetry(history: History): boolean {
  return history.some((a) =>
    history.some((b) => a.wire.messageId === b.wire.messageId && a.wire.sentAt !== b.wire.sentAt),
  );
}

function idsOf(history: History): number {
  return new Set(history.map(({ wire }) => wire.messageId)).size;
}

function contentsOf(history: History): number {
  return new Set(acceptedOf(history).map(contentOf)).size;
}
