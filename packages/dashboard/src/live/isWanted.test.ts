import type { FeedEntry } from '@spectacle/server/answers';
import { expect, test } from 'vitest';
import { isWanted } from './isWanted.ts';

const entry = (part: Partial<FeedEntry>): FeedEntry => ({
  verdict: 'accepted',
  messageId: 'm',
  type: 'track',
  event: 'Paid',
  receivedAt: '2026-01-05T09:00:00.000Z',
  timestamp: null,
  userId: null,
  anonymousId: null,
  groupId: 'company_123',
  personId: null,
  page: null,
  properties: {},
  traits: {},
  code: null,
  message: null,
  warnings: [],
  ...part,
});

test('the live page is narrowed by verdict, warnings, kind of call and company', () => {
  expect(isWanted(entry({}), {})).toBe(true);
  expect(isWanted(entry({}), { type: 'page' })).toBe(false);
  expect(isWanted(entry({}), { only: 'rejected' })).toBe(false);
  expect(isWanted(entry({ verdict: 'rejected' }), { only: 'rejected' })).toBe(true);
  expect(isWanted(entry({}), { only: 'warnings' })).toBe(false);
  expect(isWanted(entry({ warnings: [{ code: 'invalid_email', message: '' }] }), { only: 'warnings' })).toBe(true);
  expect(isWanted(entry({}), { company: 'COMPANY' })).toBe(true);
  expect(isWanted(entry({ groupId: null }), { company: 'company' })).toBe(false);
});
