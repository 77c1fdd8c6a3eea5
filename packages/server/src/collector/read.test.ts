import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { limits } from '@spectacle/protocol';
import { describe, expect, test } from 'vitest';
import { type Body, read } from './read.ts';

const json = '{"type":"track","userId":"42"}';
const of = (bytes: Buffer | string, rest: Partial<Body> = {}) =>
  read({ bytes: Buffer.from(bytes as string), contentType: undefined, contentEncoding: undefined, ...rest });
const event = { ok: true, body: { type: 'track', userId: '42' } };

describe('what is JSON is read, whatever its labels say', () => {
  test.each([undefined, 'application/json', 'text/plain', 'application/x-www-form-urlencoded', 'image/png', '%%'])(
    'as content type %s',
    (contentType) => expect(of(json, { contentType })).toEqual(event),
  );

  test.each([undefined, 'gzip', 'identity', 'br'])('gzip labelled %s', (contentEncoding) =>
    expect(of(gzipSync(json), { contentEncoding })).toEqual(event),
  );

  test.each(['gzip', 'br', 'deflate', 'zstd', 'utf-8'])('plain JSON labelled %s', (contentEncoding) =>
    expect(of(json, { contentEncoding })).toEqual(event),
  );

  test('brotli and deflate, by their label', () => {
    expect(of(brotliCompressSync(json), { contentEncoding: 'br' })).toEqual(event);
    expect(of(deflateSync(json), { contentEncoding: ' Deflate' })).toEqual(event);
  });

  test('with the byte order mark of a Windows editor', () => expect(of(`\ufeff${json}`)).toEqual(event));
});

describe('what is not JSON is refused', () => {
  test.each(['', '   ', '{', '{"a":1', "{'a':1}", '{"a":1}{"b":2}', '\u0000', 'NaN'])('%j is no JSON', (text) =>
    expect(of(text, { contentType: 'application/json' })).toMatchObject({ ok: false, code: 'invalid_json' }),
  );

  test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'image/png', 'application/xml'])(
    'something of type %s is of the wrong type',
    (contentType) => expect(of('a=b&c=d', { contentType })).toMatchObject({ ok: false, code: 'unsupported_type' }),
  );

  test('broken JSON from curl, which labels it as a form, is told that it is broken', () => {
    expect(of('{"type":', { contentType: 'application/x-www-form-urlencoded' })).toMatchObject({
      code: 'invalid_json',
    });
  });

  test('half a gzip file', () => {
    expect(of(gzipSync(json).subarray(0, 20))).toMatchObject({ ok: false, code: 'invalid_json' });
  });
});

describe('sizes', () => {
  const filling = (bytes: number) => JSON.stringify({ a: 'x'.repeat(bytes - 8) });

  test('500 KB are read, one byte more is too large', () => {
    expect(of(filling(limits.batchBytes))).toMatchObject({ ok: true });
    expect(of(filling(limits.batchBytes + 1))).toMatchObject({ ok: false, code: 'too_large' });
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('a %s bomb is too large and is not unpacked', (contentEncoding, pack) => {
    const bomb = pack(Buffer.alloc(50 * 1024 * 1024, ' '));
    expect(of(bomb, { contentEncoding })).toMatchObject({ ok: false, code: 'too_large' });
  });
});

describe('text that UTF-8 cannot carry', () => {
  const escaped = (text: string) => (of(`{"a":"${text}"}`) as { body: { a: string } }).body.a;

  test.each([
    ['\\ud83d\\ude00', '😀'],
    ['\\uD83D\\uDE00', '😀'],
    ['\\ud83d', '\ufffd'],
    ['\\ude00', '\ufffd'],
    ['\\ude00\\ud83d', '\ufffd\ufffd'],
    ['\\ud83d\\ud83d\\ude00', '\ufffd😀'],
    ['\\ud83dx\\ude00', '\ufffdx\ufffd'],
    ['\\\\ud83d', '\\ud83d'],
    ['\\\\\\ud83d', '\\\ufffd'],
    ['\\"\\ud83d\\"', '"\ufffd"'],
    ['\\u00e9', 'é'],
  ])('%s is read as %s', (sent, text) => expect(escaped(sent)).toBe(text));

  test('half a pair among the keys', () => {
    expect(of('{"\\ud83d":1}')).toEqual({ ok: true, body: { '\ufffd': 1 } });
  });

  test('bytes that are not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xed, 0xa0, 0x80]), Buffer.from('"}')]);
    const { body } = of(bytes) as { body: { a: string } };
    expect(body.a).toMatch(/^\ufffd+$/);
  });
});

test('a nesting bomb of 250,000 levels is read without overflowing the stack', () => {
  expect(of('['.repeat(250_000) + ']'.repeat(250_000))).toMatchObject({ ok: true });
});
