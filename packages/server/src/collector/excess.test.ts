import { limits } from '@spectacle/protocol';
import { describe, expect, test } from 'vitest';
import { excessOf } from './excess.ts';

/** An object of so many levels, the innermost empty. */
function nested(levels: number): Record<string, unknown> {
  let value: Record<string, unknown> = {};
  for (let level = 1; level < levels; level++) value = { a: value };
  return value;
}

describe('nesting', () => {
  test('32 levels pass, 33 do not', () => {
    expect(excessOf([nested(limits.depth)])).toBeUndefined();
    expect(excessOf([nested(limits.depth + 1)])).toMatchObject({ code: 'too_deep' });
  });

  test('arrays are levels, too', () => {
    const arrays = JSON.parse('['.repeat(limits.depth) + ']'.repeat(limits.depth));
    expect(excessOf([{ a: arrays }])).toMatchObject({ code: 'too_deep' });
    expect(excessOf([{ a: arrays[0] }])).toBeUndefined();
  });

  test.each([
    ['objects', `${'{"a":'.repeat(80_000)}1${'}'.repeat(80_000)}`],
    ['arrays', '['.repeat(240_000) + ']'.repeat(240_000)],
  ])('a bomb of %s overflows no stack', (_kind, text) => {
    expect(excessOf([{ a: JSON.parse(text) }])).toMatchObject({ code: 'too_deep' });
  });
});

describe('keys', () => {
  const wide = (keys: number) => Object.fromEntries(Array.from({ length: keys }, (_, index) => [`k${index}`, 1]));

  test('2,000 of all objects together pass, 2,001 do not', () => {
    expect(excessOf([wide(1_000), { a: wide(500), b: wide(498) }])).toBeUndefined();
    expect(excessOf([wide(1_000), { a: wide(500), b: wide(499) }])).toMatchObject({ code: 'too_many_keys' });
  });

  test('the entries of an array are no keys', () => {
    expect(excessOf([{ list: new Array(5_000).fill(1) }])).toBeUndefined();
  });
});

describe('size', () => {
  const filled = (bytes: number, character = 'x') => [
    { a: character.repeat((bytes - 10) / Buffer.byteLength(character)) },
  ];

  test('32 KB as JSON pass, one byte more does not', () => {
    expect(excessOf(filled(limits.eventBytes))).toBeUndefined();
    expect(excessOf(filled(limits.eventBytes + 1))).toEqual({
      code: 'event_too_large',
      message: 'The event has 32769 bytes; 32768 are allowed.',
    });
  });

  test('bytes count, not characters', () => {
    expect(excessOf([{ a: '€'.repeat(10_900) }])).toBeUndefined();
    expect(excessOf([{ a: '€'.repeat(11_000) }])).toMatchObject({ code: 'event_too_large' });
  });

  test('an escape counts as it is written', () => {
    expect(excessOf([{ a: '\u0000'.repeat(5_400) }])).toBeUndefined();
    expect(excessOf([{ a: '\u0000'.repeat(5_500) }])).toMatchObject({ code: 'event_too_large' });
  });

  test('numbers without end are too large', () => {
    expect(excessOf([{ a: new Array(20_000).fill(-Math.PI * 1e-300) }])).toMatchObject({
      code: 'event_too_large',
    });
  });
});

test('a number beyond the range of numbers becomes its text, since null would clear a trait', () => {
  const traits = JSON.parse('{"employees":1e999,"list":[-1e999,2],"__proto__":{"x":1e999},"fine":1e300}');
  expect(excessOf([traits])).toBeUndefined();
  expect(JSON.stringify(traits)).toBe(
    '{"employees":"Infinity","list":["-Infinity",2],"__proto__":{"x":"Infinity"},"fine":1e+300}',
  );
  expect(({} as { x?: unknown }).x).toBeUndefined();
});
