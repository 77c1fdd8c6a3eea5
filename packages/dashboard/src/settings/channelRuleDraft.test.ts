import { expect, test } from 'vitest';
import { draftOf, emptyRule, isComplete, moved, rulesOf } from './channelRuleDraft.ts';

test('rules come out of the editor as they went in, and say no value where none is asked', () => {
  const rules = draftOf([
    { channel: ' Partners ', when: [{ field: 'source', operator: 'starts with', value: ' p_ ' }] },
    { channel: 'Clicks', when: [{ field: 'clickId', operator: 'exists', value: 'left over' }] },
  ]);
  expect(rulesOf(rules)).toEqual([
    { channel: 'Partners', when: [{ field: 'source', operator: 'starts with', value: 'p_' }] },
    { channel: 'Clicks', when: [{ field: 'clickId', operator: 'exists' }] },
  ]);
  expect(isComplete(rules)).toBe(true);
  expect(isComplete([...rules, emptyRule()])).toBe(false);
});

test('a rule is moved, and never out of the list', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
});
