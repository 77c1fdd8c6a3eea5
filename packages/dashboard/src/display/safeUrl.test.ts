import { expect, test } from 'vitest';
import { safeUrl } from './safeUrl.ts';

test.each([
  ['acme.com', 'https://acme.com/'],
  ['http://acme.com/a?b=1', 'http://acme.com/a?b=1'],
  ['javascript:alert(1)', null],
  ['javascript://acme.com/%0aalert(1)', null],
  ['data://text/html,<script>', null],
  ['not an address', null],
])('%s opens %s', (text, href) => {
  expect(safeUrl(text)).toBe(href);
});
