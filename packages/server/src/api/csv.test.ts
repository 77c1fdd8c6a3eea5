import { expect, test } from 'vitest';
import { csvLine, flat } from './csv.ts';

test('a cell that a spreadsheet would run as a formula is text', () => {
  expect(csvLine(['=1+1', '+1', '-1', '@x', '\tx', '\n=1', '＝1+1', -5])).toBe(
    '"\'=1+1","\'+1","\'-1","\'@x","\'\tx","\'\n=1","\'＝1+1",-5\r\n',
  );
});

test('quotes, commas and line breaks are kept, and what is missing is empty', () => {
  expect(csvLine(['Say "hi",\nplease', null, undefined, true])).toBe('"Say ""hi"",\nplease",,,true\r\n');
});

test('values that are no text are written as JSON', () => {
  expect(csvLine([['a', 'b'], { x: 1 }])).toBe('"[""a"",""b""]","{""x"":1}"\r\n');
});

test('traits become columns of their own', () => {
  expect(flat({ id: 1, traits: { plan: 'pro', seats: 3 }, emails: ['a'], firstTouch: null })).toEqual({
    id: 1,
    'traits.plan': 'pro',
    'traits.seats': 3,
    emails: ['a'],
    firstTouch: null,
  });
});
