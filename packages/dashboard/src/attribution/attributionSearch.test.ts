import { expect, test } from 'vitest';
import { comparedQuestion, questionOf, questionParams, readAttributionSearch } from './attributionSearch.ts';

const today = '2026-03-31';

test('an address without anything asks the usual question at the level of the workspace', () => {
  const question = questionOf(readAttributionSearch({}), 'person', today, 'UTC');
  expect(questionParams(question).toString()).toBe(
    'model=linear&level=person&by=channel&dating=cohort&from=2025-04-01&to=2026-03-31',
  );
});

test('what an address says and nobody knows is left out', () => {
  const search = readAttributionSearch({
    model: 'magic',
    level: 'world',
    dating: 'never',
    range: 'all',
    by: 'traits.plan',
  });
  expect(questionParams(questionOf(search, 'group', today, 'UTC')).toString()).toBe(
    'model=linear&level=group&by=traits.plan&dating=cohort',
  );
});

test('a report is compared with another model or other days, and with nothing that it is itself', () => {
  const question = questionOf(readAttributionSearch({ range: '30d' }), 'group', today, 'UTC');
  expect(comparedQuestion(question, 'first', today)).toEqual({ ...question, model: 'first' });
  expect(comparedQuestion(question, 'linear', today)).toBeNull();
  expect(comparedQuestion(question, 'before', today)?.days).toEqual({ from: '2026-01-31', to: '2026-03-01' });
  expect(comparedQuestion(question, '2025-01-01..2025-01-31', today)?.days?.to).toBe('2025-01-31');
  expect(comparedQuestion({ ...question, days: null }, 'before', today)).toBeNull();
});

test('what was known at the end of a past day is asked of its last moment, and compared with today', () => {
  const question = questionOf(
    readAttributionSearch({ asOf: '2026-03-01', range: 'all' }),
    'group',
    today,
    'Europe/Berlin',
  );
  expect(questionParams(question).get('asOf')).toBe('2026-03-01T22:59:59.999Z');
  expect(comparedQuestion(question, 'today', today)).toEqual({ ...question, asOf: null });
  for (const asOf of [today, 'yesterday']) {
    const now = questionOf(readAttributionSearch({ asOf }), 'group', today, 'UTC');
    expect(now.asOf).toBeNull();
    expect(comparedQuestion(now, 'today', today)).toBeNull();
  }
});
