const nested = (levels: number, open: string, close: string) => ({ raw: open.repeat(levels) + close.repeat(levels) });

/** Values that have broken collectors: each is put wherever a value can stand. */
export const hostileValues: unknown[] = [
  null, true, false, 0, -0, 1, -1, 0.1, 1e21, 2 ** 53, -(2 ** 63), 99999999999999,
  { raw: '1e999' }, { raw: '-1e999' }, { raw: '1E-999' }, { raw: `1${'0'.repeat(400)}` }, { raw: '-0.0' },
  '', ' ', '\t\n', '0', 'null', 'undefined', 'NaN', '[object Object]', 'true', '{}', '[]', '__proto__', 'constructor',
  '\u0000', 'a\u0000b', '\ufeff', '\u2028\u2029', '\u202e', '😀', 'é', '\\', '"', "'", '\\"', '\\u0000', '\\ud83d', "'; DROP TABLE events; --",
  '{user:String}', '\r\nX-Injected: 1', '=HYPERLINK("x")', '../../../etc/passwd', '%00', '%ED%A0%80', '<script>alert(1)</script>',
  { raw: '"\\ud83d"' }, { raw: '"\\ude00\\ud83d"' }, { raw: '"\\\\\\ud800x"' }, { raw: '"\\uDBFF\\uDFFF"' }, { raw: '"\\u0000"' },
  'x'.repeat(100), 'x'.repeat(101), 'x'.repeat(500), 'x'.repeat(501), '😀'.repeat(251), 'x'.repeat(33_000), '\u0001'.repeat(6_000),
  '2026-01-31T12:00:00Z', '2026-13-45T99:99:99Z', '0000-00-00', '1969-12-31T23:59:59Z', '9999-12-31T23:59:59Z', '+275760-09-13', 'yesterday',
  'ada@acme.example', 'ADA@ACME.EXAMPLE', '@', 'a@', `${'x'.repeat(490)}@example.com`, 'https://', 'http://[::1', 'javascript:alert(1)',
  'https://例え.テスト/?utm_source=%E0%A4%A', `https://a.example/?${'a=1&'.repeat(500)}gclid=x`, 'www.coolcompany.com', '11-50', '1,000+', '9'.repeat(400),
  '+49 30 1234567', '99.95', '9995', 'EUR', 'eur', 'XXX', 9995, 99.95,
  {}, [], [null], [[]], [{}], { a: null }, { toString: 1, valueOf: 1 }, { toJSON: 'x' }, { length: 1e9 }, { raw: '{"then":1}' }, { '': '' },
  { raw: '{"__proto__":{"polluted":true}}' }, { raw: '{"constructor":{"prototype":{"polluted":true}}}' }, { raw: '{"a":1,"a":2,"a":null}' },
  nested(33, '[', ']'), nested(31, '[', ']'), nested(2_000, '[', ']'), nested(2_000, '{"a":[', ']}'),
  Object.fromEntries(Array.from({ length: 2_001 }, (_, key) => [`k${key}`, key])), new Array(3_000).fill(0),
]; // biome-ignore format: a list of facts reads best as a block

/** Ends in no key that a client would send. */
const mark = '\u0001raw';

/** JSON text with the raw pieces in their places. */
export function write(value: unknown): string {
  const pieces: string[] = [];
  const text = JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'object' && part !== null && 'raw' in part && typeof part.raw === 'string') {
      pieces.push(part.raw);
      return mark;
    }
    return part;
  });
  if (pieces.length === 0) return text ?? 'null';
  let place = 0;
  return text.replaceAll(JSON.stringify(mark), () => pieces[place++] ?? 'null');
}
