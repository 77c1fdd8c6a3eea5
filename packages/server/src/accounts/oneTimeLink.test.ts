import { expect, test } from 'vitest';
import { tokenHash } from '../workspaces/tokens.ts';
import { OneTimeLink } from './oneTimeLink.ts';

const hour = 60 * 60 * 1000;

test('a link opens what its token opens, once', () => {
  const link = new OneTimeLink('sp_first', () => 0);
  expect(link.take('something else')).toBeUndefined();
  expect(link.take(link.secret)).toBe(tokenHash('sp_first'));
  expect(link.take(link.secret)).toBeUndefined();
});

test('after an hour it opens nothing', () => {
  let now = 0;
  const link = new OneTimeLink('sp_first', () => now);
  now = hour + 1;
  expect(link.take(link.secret)).toBeUndefined();
  expect(new OneTimeLink('sp_first', () => now).secret).not.toBe(link.secret);
});
