import type { Journey } from '@spectacle/server/answers';
import { expect, test } from 'vitest';
import { questionOf, readAttributionSearch } from './attributionSearch.ts';
import { type CreditableJourney, creditedJourney } from './creditedJourney.ts';

const part = (share: number, revenue: number) => ({ share, revenue });
const visit = (day: string, channel: string, linear: [number, number], first: [number, number]): Journey['visits'][number] => {
  const other = part(0, 0);
  return {
    messageId: day, timestamp: `${day}T10:00:00.000Z`, personId: 'user:ada', channel, source: '', medium: '', campaign: '',
    term: '', content: '', landingPage: '', referrer: '',
    credit: {
      first: part(...first), last: other, lastNonDirect: other, linear: part(...linear), position: other, w: other,
      timeDecay: other, markov: other, shapley: other,
    },
  };
}; // biome-ignore format: one visit

/** Three visits, two by email; 9.00 paid in March. */
const journey: CreditableJourney = {
  cutoff: { timestamp: '2026-02-10T10:00:00.000Z' },
  visits: [
    visit('2026-01-05', 'Email', [1 / 3, 300], [1, 900]),
    visit('2026-02-01', 'Direct', [1 / 3, 300], [0, 0]),
    visit('2026-02-05', 'Email', [1 / 3, 300], [0, 0]),
  ],
  payments: [{ timestamp: '2026-03-01T10:00:00.000Z' }],
};
const dayOf = (time: string) => time.slice(0, 10);
const ask = (raw: Record<string, string>) => questionOf(readAttributionSearch(raw), 'group', '2026-03-31');

test('a row gets the credit of the visits that it stands for', () => {
  expect(creditedJourney(journey, ask({ range: 'all' }), 'Email', dayOf)).toEqual({
    visits: 2,
    of: 3,
    lead: 2 / 3,
    revenue: 600,
  });
  expect(creditedJourney(journey, ask({ range: 'all', model: 'first' }), 'Direct', dayOf)).toBeNull();
});

test('dated at the visits, those outside the range earn nothing', () => {
  const february = ask({ range: '2026-02-01..2026-02-28' });
  expect(creditedJourney(journey, february, 'Email', dayOf)?.revenue).toBe(300);
});

test('dated at the conversion, a journey counts with all its visits where it converted or paid', () => {
  const march = ask({ range: '2026-03-01..2026-03-31', dating: 'conversion' });
  expect(creditedJourney(journey, march, 'Email', dayOf)?.visits).toBe(2);
  const january = ask({ range: '2026-01-01..2026-01-31', dating: 'conversion' });
  expect(creditedJourney(journey, january, 'Email', dayOf)).toBeNull();
});

test('who is no lead yet adds nothing', () => {
  expect(creditedJourney({ ...journey, cutoff: null }, ask({ range: 'all' }), null, dayOf)).toBeNull();
});
