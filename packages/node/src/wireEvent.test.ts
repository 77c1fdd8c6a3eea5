import type { CallType } from '@spectacle/protocol';
import { describe, expect, test } from 'vitest';
import { SpectacleError } from './spectacleError.ts';
import { wireEvent } from './wireEvent.ts';

const ignoreNothing = (error: SpectacleError) => {
  throw error;
};
const event = (type: CallType, call: unknown) => wireEvent(type, call, ignoreNothing);

function refusal(type: CallType, call: unknown): { code: string; message: string } {
  try {
    event(type, call);
  } catch (error) {
    if (error instanceof SpectacleError) return { code: error.code, message: error.message };
  }
  throw new Error('The call was not refused.');
}

test('a call becomes an event with an id, a time and the library that made it', () => {
  const made = event('group', { userId: 7, groupId: ' company_123 ', traits: { name: 'Acme Inc.', employees: 329 } });
  expect(made).toMatchObject({
    type: 'group',
    userId: '7',
    groupId: 'company_123',
    traits: { name: 'Acme Inc.', employees: 329 },
    context: { library: { name: 'spectacle-node' } },
  });
  expect(made.messageId).toMatch(/^[0-9a-f-]{36}$/);
  expect(Math.abs(Date.parse(made.timestamp) - Date.now())).toBeLessThan(60_000);
});

test('time, message id and context of the caller are kept', () => {
  const call = { userId: 'u', event: 'Paid', messageId: 'invoice-9', context: { groupId: 'company_9' } };
  const made = event('track', { ...call, timestamp: new Date('2024-05-01T10:00:00.123Z') });
  expect(made).toMatchObject({
    messageId: 'invoice-9',
    timestamp: '2024-05-01T10:00:00.123Z',
    context: { groupId: 'company_9' },
  });
  expect(event('track', { ...call, timestamp: new Date('nonsense') }).timestamp).toBe('Invalid Date');
});

test('a user who is not logged in is no mistake where there is an anonymous id', () => {
  const made = event('page', { userId: null, anonymousId: 'anon_1', name: 'Pricing' });
  expect('userId' in made).toBe(false);
  expect(made).toMatchObject({ anonymousId: 'anon_1', name: 'Pricing' });
});

test('an email address alone says who somebody is, but only to identify', () => {
  expect(event('identify', { traits: { email: 'ada@acme.example' } }).traits).toEqual({ email: 'ada@acme.example' });
  expect(refusal('track', { event: 'Paid', properties: { email: 'ada@acme.example' } }).code).toBe('missing_who');
});

describe('a wrong call is refused in a sentence with the remedy', () => {
  test.each<[CallType, unknown, string, string]>([
    ['group', undefined, 'not_an_object', 'group() needs an object such as'],
    ['group', 'company_123', 'not_an_object', 'group() needs an object such as'],
    ['group', { userId: 'u' }, 'invalid_group_id', 'a groupId that is missing'],
    ['group', { userId: 'u', groupId: '' }, 'invalid_group_id', 'a groupId that is empty'],
    ['group', { userId: 'u', groupId: null }, 'invalid_group_id', 'a groupId that is null'],
    ['group', { userId: 'u', groupId: {} }, 'invalid_group_id', 'a groupId that is of type object'],
    ['group', { userId: 'u', groupId: 'undefined' }, 'invalid_group_id', 'is the text "undefined"'],
    ['group', { groupId: 'company_123' }, 'missing_who', 'pass userId or anonymousId'],
    ['track', { userId: 'u' }, 'invalid_event_name', 'the name of the event'],
    ['track', { userId: 'u', event: ' ' }, 'invalid_event_name', 'the name of the event'],
    ['track', { userId: 'NaN', event: 'Paid' }, 'invalid_user_id', 'is the text "NaN"'],
    [
      'track',
      { anonymousId: Number.NaN, event: 'Paid' },
      'invalid_anonymous_id',
      'an anonymousId that is NaN'.replace('an ', 'a '),
    ],
    ['track', { userId: 'u', event: 'Paid', messageId: 'x'.repeat(101) }, 'invalid_message_id', '1 to 100 characters'],
    ['alias', { userId: 'u' }, 'invalid_previous_id', 'a previousId that is missing'],
    ['alias', { previousId: 'a', anonymousId: 'b' }, 'invalid_user_id', 'a userId that is missing'],
  ])('%s(%j): %s', (type, call, code, sentence) => {
    const refused = refusal(type, call);
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(sentence);
  });
});

test('traits that are no object are told of, and the call goes without them', () => {
  const told: SpectacleError[] = [];
  const made = wireEvent('group', { userId: 'u', groupId: 'g', traits: 'enterprise' }, (error) => told.push(error));
  expect('traits' in made).toBe(false);
  expect(told.map(({ code, messageId }) => ({ code, messageId }))).toEqual([
    { code: 'ignored_argument', messageId: made.messageId },
  ]);
});
