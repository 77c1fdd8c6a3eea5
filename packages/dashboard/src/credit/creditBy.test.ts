import type { Journey } from '@spectacle/server/answers';
import { expect, test } from 'vitest';
import { creditBy } from './creditBy.ts';

type JourneyVisit = Journey['visits'][number];

/** A visit of which nothing counts but its channel and what the linear model gives it. */
const visit = (channel: string, share: number, revenue: number): JourneyVisit => {
  const part = { share, revenue };
  const credit = {
    first: part, last: part, lastNonDirect: part, linear: part, position: part, w: part, timeDecay: part, markov: part, shapley: part,
  }; // biome-ignore format: one list
  const rest = {
    source: '',
    medium: '',
    campaign: '',
    term: '',
    content: '',
    landingPage: '',
    referrer: '',
    country: '',
  };
  return { messageId: channel, timestamp: '2026-01-01T00:00:00.000Z', personId: 'user:ada', channel, ...rest, credit };
};

test('the visits of one channel stand together, and all of them are the whole', () => {
  const rows = creditBy(
    [visit('Email', 0.25, 25), visit('Direct', 0.5, 50), visit('Email', 0.25, 25)],
    'linear',
    'channel',
  );
  expect(rows).toEqual([
    { key: 'Email', visits: 2, share: 0.5, revenue: 50 },
    { key: 'Direct', visits: 1, share: 0.5, revenue: 50 },
  ]);
});

test('visits without a campaign are called so', () => {
  expect(creditBy([visit('Direct', 1, 0)], 'linear', 'campaign')[0]?.key).toBe('(not set)');
});
