import { describe, expect, test } from 'vitest';
import { accept } from '../accept.ts';
import { answer } from '../reference.ts';
import { tell } from '../told.ts';
import { knownCases } from './knownCases.ts';
import { expectedOutcome, outcomeIn } from './outcome.ts';
import { renderKnownCases } from './renderKnownCases.ts';

describe.each(knownCases)('$title', ({ cases }) => {
  test.each(cases)('$title', (known) => {
    const accepted = known.calls.map(([{ wire, receivedAt }]) => accept(wire, receivedAt));
    for (const mode of ['current', 'history'] as const) {
      const expected = expectedOutcome(known, mode);
      expect(outcomeIn(tell(answer(accepted, { membership: mode })), known), mode).toEqual(expected);
      const reversed = tell(answer([...accepted].reverse(), { membership: mode }));
      expect(outcomeIn(reversed, known), `${mode}, the other way round`).toEqual(expected);
    }
  });
});

test('the page of known cases for users says what the cases say (vitest -u writes it anew)', async () => {
  await expect(renderKnownCases(knownCases)).toMatchFileSnapshot('../../../docs/known-cases.md');
});

test('every case has a title of its own, and there are more than enough', () => {
  const titles = knownCases.flatMap(({ cases }) => cases.map(({ title }) => title));
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles.length).toBeGreaterThanOrEqual(60);
});
