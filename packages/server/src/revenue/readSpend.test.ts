import { expect, test } from 'vitest';
import { csvLines } from './csvLines.ts';
import { decimalsOf, smallestUnits } from './currencies.ts';
import { readSpend } from './readSpend.ts';

test('an amount of the main unit becomes whole smallest units, digit by digit', () => {
  expect(smallestUnits('12.34', 'USD')).toBe(1234);
  expect(smallestUnits('0.1', 'USD')).toBe(10);
  expect(smallestUnits('-3', 'EUR')).toBe(-300);
  expect(smallestUnits('1200', 'JPY')).toBe(1200);
  expect(smallestUnits('1.2340', 'KWD')).toBe(1234);
  expect(smallestUnits('90071992547409.91', 'USD')).toBe(9007199254740991);
  // No rounding: what is finer than the currency is a mistake.
  expect(smallestUnits('12.345', 'USD')).toBeUndefined();
  expect(smallestUnits('1.5', 'JPY')).toBeUndefined();
  expect(smallestUnits('1,000.00', 'USD')).toBeUndefined();
  expect(smallestUnits('', 'USD')).toBeUndefined();
  expect(decimalsOf('JPY')).toBe(0);
});

test('a row says what ads cost, in either unit and with either names', () => {
  const spend = {
    date: '2026-05-31',
    channel: '',
    source: 'google',
    medium: 'cpc',
    campaign: 'Brand',
    amount: 12345,
    currency: 'USD',
  };
  expect(
    readSpend({ date: '2026-05-31', source: 'Google', medium: 'CPC', campaign: 'Brand', amount: 12345 }, 'USD'),
  ).toEqual({ ok: true, spend });
  expect(
    readSpend(
      {
        day: '2026-05-31',
        utm_source: 'google',
        utm_medium: 'cpc',
        utm_campaign: 'Brand',
        cost: '123.45',
        currency: 'usd',
      },
      'EUR',
    ),
  ).toEqual({ ok: true, spend });
});

test('a row that cannot be counted says why', () => {
  const code = (sent: object) => {
    const read = readSpend({ date: '2026-05-31', source: 'x', amount: 1, ...sent }, 'USD');
    return read.ok ? 'ok' : read.code;
  };
  expect(code({})).toBe('ok');
  expect(code({ date: '31.05.2026' })).toBe('invalid_date');
  expect(code({ date: '2026-02-30' })).toBe('invalid_date');
  expect(code({ amount: 1.5 })).toBe('invalid_amount');
  expect(code({ amount: undefined })).toBe('invalid_amount');
  expect(code({ currency: 'GOLD' })).toBe('invalid_currency');
  expect(code({ campaign: 'x'.repeat(501) })).toBe('too_long');
});

test('CSV is read with commas or semicolons, and each row knows its line', () => {
  const lines = csvLines(
    '\ufeffDate,Source,Campaign,Cost\r\n2026-05-31,google,"a, ""b""",1.00\r\n\r\n2026-06-01,bing,"open\n',
  );
  expect(lines).toEqual([
    { line: 2, ok: true, sent: { date: '2026-05-31', source: 'google', campaign: 'a, "b"', cost: '1.00' } },
    { line: 4, ok: false, code: 'unclosed_quote', message: expect.any(String) },
  ]);
  expect(csvLines('date;cost\n2026-05-31;2.00')).toEqual([
    { line: 2, ok: true, sent: { date: '2026-05-31', cost: '2.00' } },
  ]);
});
