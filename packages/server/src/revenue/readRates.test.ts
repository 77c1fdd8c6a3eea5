import { expect, test } from 'vitest';
import { csvLines } from './csvLines.ts';
import { decimalsOf } from './currencies.ts';
import { asDay } from './day.ts';
import { readRates } from './readRates.ts';

const read = (csv: string) => csvLines(csv).map((line) => (line.ok ? readRates(line.sent) : line));
const rate = (date: string, currency: string, millions: number) => ({
  date,
  currency,
  rate: BigInt(millions) * 1_000_000n,
});

test('the files of the European Central Bank are read as they are published', () => {
  // The history: a column for each currency, N/A where there was none, a comma at the end of each line.
  expect(read('Date,USD,JPY,CYP,\n2026-05-29,1.0873,170.5,N/A,\n2026-05-28,1.1,N/A,0.5,\n')).toEqual([
    { ok: true, rates: [rate('2026-05-29', 'USD', 1_087_300), rate('2026-05-29', 'JPY', 170_500_000)] },
    { ok: true, rates: [rate('2026-05-28', 'USD', 1_100_000)] },
  ]);
  // The file of a day: names with spaces, the day in words.
  expect(read('Date, USD, JPY, \n29 May 2026, 1.0873, 170.5, \n')).toEqual([
    { ok: true, rates: [rate('2026-05-29', 'USD', 1_087_300), rate('2026-05-29', 'JPY', 170_500_000)] },
  ]);
});

test('a table of one’s own has a rate a line', () => {
  expect(read('date;currency;rate\n2026-05-29;usd;1.0873\n')).toEqual([
    { ok: true, rates: [rate('2026-05-29', 'USD', 1_087_300)] },
  ]);
  expect(readRates({ date: '2026-05-29', currency: 'JPY', rate: 170.5 })).toMatchObject({ ok: true });
});

test.each([
  [{ date: '2026-02-30', currency: 'USD', rate: '1' }, 'invalid_date'],
  [{ date: 'yesterday', currency: 'USD', rate: '1' }, 'invalid_date'],
  [{ currency: 'USD', rate: '1' }, 'invalid_date'],
  [{ date: '2026-05-29', currency: 'XYZ', rate: '1' }, 'invalid_currency'],
  [{ date: '2026-05-29', currency: '', rate: '1' }, 'invalid_currency'],
  [{ date: '2026-05-29', 'price of bread': '1' }, 'invalid_currency'],
  ...['0', '-1', '1e3', 'NaN', '', '1,0873', '0.0000000000001', '9999999999'].map(
    (rate) => [{ date: '2026-05-29', currency: 'USD', rate }, 'invalid_rate'] as const,
  ),
  // All rates are for one euro.
  [{ date: '2026-05-29', currency: 'EUR', rate: '1.1' }, 'invalid_rate'],
  [{ date: '2026-05-29', currency: ['USD'], rate: {} }, 'invalid_currency'],
] as const)('%j is refused: %s', (sent, code) => {
  expect(readRates(sent)).toEqual({ ok: false, code, message: expect.any(String) });
});

test('currencies have the smallest units of ISO 4217', () => {
  expect(['USD', 'JPY', 'KWD', 'CLF', 'HUF', 'IQD', 'ISK', 'MGA'].map(decimalsOf)).toEqual([2, 0, 3, 4, 2, 3, 0, 2]);
});

test('a day is read in numbers and in words', () => {
  expect(asDay('2026-05-31')).toBe('2026-05-31');
  expect(asDay('3 March 2026')).toBe('2026-03-03');
  for (const none of ['', '31 June 2026', '2026-13-01', '0001-01-01', '9999-01-01', '1 Foo 2026'])
    expect(asDay(none)).toBeUndefined();
});
