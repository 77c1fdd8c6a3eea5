import { expect, test } from 'vitest';
import { importedCall } from './importedCall.ts';

function read(event: unknown, line = 1) {
  const call = importedCall(event, line);
  return call.ok ? JSON.parse(call.json) : call;
}

const timeOf = (event: object) => read({ messageId: 'm', ...event }).timestamp;

test('the time of an archived event is kept, and what would correct it again is left out', () => {
  const archived = {
    type: 'track',
    messageId: 'm1',
    userId: 'u',
    event: 'Signed Up',
    timestamp: '2024-01-31T12:00:00.000Z',
    originalTimestamp: '2024-01-31T13:00:00.000Z',
    sentAt: '2024-01-31T13:00:05.000Z',
    receivedAt: '2024-01-31T12:00:05.000Z',
  };
  expect(read(archived)).toEqual({
    type: 'track',
    messageId: 'm1',
    userId: 'u',
    event: 'Signed Up',
    timestamp: '2024-01-31T12:00:00.000Z',
  });
});

test.each([
  [{ timestamp: '2024-01-31 12:00:00' }, '2024-01-31T12:00:00.000Z'],
  [{ timestamp: '2024-01-31' }, '2024-01-31T00:00:00.000Z'],
  [{ timestamp: '2024-01-31T13:00:00+01:00' }, '2024-01-31T12:00:00.000Z'],
  [{ timestamp: 'Wed, 31 Jan 2024 12:00:00 GMT' }, '2024-01-31T12:00:00.000Z'],
  [{ timestamp: 1706702400 }, '2024-01-31T12:00:00.000Z'],
  [{ timestamp: '1706702400000' }, '2024-01-31T12:00:00.000Z'],
  [{ originalTimestamp: '2024-01-31T12:00:00Z' }, '2024-01-31T12:00:00.000Z'],
  [
    {
      originalTimestamp: '2024-01-31T13:00:00Z',
      sentAt: '2024-01-31T13:00:05Z',
      receivedAt: '2024-01-31T12:00:05Z',
    },
    '2024-01-31T12:00:00.000Z',
  ],
  [{ receivedAt: '2024-01-31T12:00:00Z' }, '2024-01-31T12:00:00.000Z'],
  [{}, undefined],
  [{ timestamp: '' }, undefined],
])('%j happened at %s', (event, time) => {
  expect(timeOf(event)).toBe(time);
});

test.each([['01/02/2024'], ['01-02-2024'], ['01/02/2024 10:00Z'], ['2024-01-31 10:00 PM'], ['Jan 5, 2024 10:00'], ['yesterday'], [true], ['2024-13-45']])(
  'a time that means nothing, or another moment elsewhere, refuses the line: %s',
  (timestamp) => {
    expect(read({ type: 'page', messageId: 'm', timestamp })).toMatchObject({ code: 'invalid_timestamp', messageId: 'm' });
  },
); // biome-ignore format: a table

test('an event without messageId gets the same one each time, which another line or content has not', () => {
  const event = { type: 'page', userId: 'u', timestamp: '2024-01-31' };
  const { messageId } = read(event, 7);
  expect(messageId).toMatch(/^import-[\w-]{24}$/);
  expect(read({ ...event }, 7).messageId).toBe(messageId);
  expect(read({ ...event, messageId: null }, 7).messageId).toBe(messageId);
  expect(read(event, 8).messageId).not.toBe(messageId);
  expect(read({ ...event, userId: 'v' }, 7).messageId).not.toBe(messageId);
});

test('what is no event is refused with the remedy', () => {
  expect(read([{ type: 'page' }])).toMatchObject({ code: 'not_an_object', message: expect.stringContaining('jq') });
  expect(read('text')).toMatchObject({ code: 'not_an_object', message: expect.stringContaining('one event a line') });
  expect(read({ type: 'track', properties: { text: 'x'.repeat(600_000) } })).toMatchObject({ code: 'event_too_large' });
});
