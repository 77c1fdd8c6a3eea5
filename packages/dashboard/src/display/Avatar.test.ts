import { expect, test } from 'vitest';
import { initials } from './Avatar.tsx';
import { idHue } from './idColour.ts';

test.each([
  ['Ada Lovelace', 2, 'AL'],
  ['ada.lovelace@acme.example', 2, 'AL'],
  ['Acme Inc.', 1, 'A'],
  ['🚀 Rocket', 1, 'R'],
  ['Élodie', 2, 'É'],
  ['株式会社', 1, '株'],
  ['—', 2, '·'],
] as const)('%s in %i letters is %s', (name, letters, text) => {
  expect(initials(name, letters)).toBe(text);
});

test('a colour depends on the id alone and is one of those there are', () => {
  expect(idHue('company_123')).toBe(idHue('company_123'));
  for (let index = 0; index < 200; index++) expect(idHue(`id ${index}`)).toBeLessThan(12);
});
