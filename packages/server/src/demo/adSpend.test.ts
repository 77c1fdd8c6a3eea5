import { expect, test } from 'vitest';
import { adSpend } from './adSpend.ts';
import { simulate } from './simulate.ts';

const world = { seed: 3, companies: 20, now: new Date('2026-03-01T12:00:00Z'), days: 60 };

test('a later demo adds days, and changes none of those before', () => {
  const now = [...adSpend(world)];
  const later = [...adSpend({ ...world, now: new Date('2026-03-03T12:00:00Z') })];
  expect(now.at(-1)?.date).toBe('2026-02-28');
  expect(later.at(-1)?.date).toBe('2026-03-02');
  const known = new Map(later.map((row) => [`${row.date} ${row.source} ${row.campaign}`, row.amount]));
  const both = now.filter(({ date }) => date >= (later[0]?.date ?? ''));
  expect(both.length).toBeGreaterThan(7 * 50);
  for (const row of both) expect(known.get(`${row.date} ${row.source} ${row.campaign}`)).toBe(row.amount);
});

test('the ads that cost are those that people came by', () => {
  const visited = new Set<string>();
  for (const event of simulate(world)) {
    const query = new URL(String(event.properties?.url ?? 'https://nowhere.example')).searchParams;
    if (['cpc', 'paid-social'].includes(query.get('utm_medium') ?? ''))
      visited.add(`${query.get('utm_source')} ${query.get('utm_medium')} ${query.get('utm_campaign')}`);
  }
  const paid = new Set([...adSpend(world)].map(({ source, medium, campaign }) => `${source} ${medium} ${campaign}`));
  expect([...paid].toSorted()).toEqual([...visited].toSorted());
});
