import { expect, test } from 'vitest';
import { flat, toCsv } from './csv.ts';

test('a cell that a spreadsheet would run as a formula is text', () => {
  expect(toCsv([{ a: '=1+1', b: '+1', c: '-1', d: '@x', e: '\tx', f: -5 }])).toBe(
    'a,b,c,d,e,f\r\n"\'=1+1","\'+1","\'-1","\'@x","\'\tx",-5\r\n',
  );
});

test('quotes, commas and line breaks are kept', () => {
  expect(toCsv([{ name: 'Say "hi",\nplease', none: null }])).toBe('name,none\r\n"Say ""hi"",\nplease",\r\n');
});

test('rows of different traits share one header', () => {
  expect(
    toCsv(
      [
        { id: 1, traits: { plan: 'pro' } },
        { id: 2, traits: { seats: 3 } },
      ].map(flat),
    ),
  ).toBe('id,traits.plan,traits.seats\r\n1,pro,\r\n2,,3\r\n');
});
