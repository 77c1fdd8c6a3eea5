import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkSignature, sign } from './signature.ts';

const now = Date.UTC(2026, 4, 29, 12);
const body = Buffer.from('{"id":"evt_1","amount":1}');
const secret = 'whsec_known';
const header = sign(body, secret, now);
const ok = { ok: true };
const refused = { ok: false, why: expect.any(String) };

test('a signature is the HMAC of time and body, as Stripe has it', () => {
  const time = now / 1000;
  const known = createHmac('sha256', secret).update(`${time}.{"id":"evt_1","amount":1}`).digest('hex');
  expect(header).toBe(`t=${time},v1=${known}`);
  expect(checkSignature(header, body, secret, now)).toEqual(ok);
  expect(
    checkSignature(
      header.replace(',', ' , ').toUpperCase().replace('T=', 't=').replace('V1=', 'v1='),
      body,
      secret,
      now,
    ),
  ).toEqual(ok);
});

test('while a secret is replaced, one of several signatures is enough', () => {
  const other = sign(body, 'whsec_other', now).replace(/^t=\d+/, '');
  expect(checkSignature(`${header}${other},v0=abc`, body, secret, now)).toEqual(ok);
  expect(checkSignature(`t=${now / 1000}${other}${header.replace(/^t=\d+/, '')}`, body, secret, now)).toEqual(ok);
});

test('it holds for five minutes, and not from the future', () => {
  expect(checkSignature(header, body, secret, now + 300_000)).toEqual(ok);
  expect(checkSignature(header, body, secret, now + 301_000)).toEqual(refused);
  expect(checkSignature(header, body, secret, now - 301_000)).toEqual(refused);
});

test.each([
  ['no header', undefined],
  ['an empty one', ''],
  ['no time', header.replace(/^t=\d+,/, '')],
  ['another time', header.replace(/^t=\d/, 't=2')],
  ['a time that is none', header.replace(/^t=\d+/, 't=1e9')],
  ['no signature', header.replace(/,v1=.*/, '')],
  ['a short one', header.slice(0, -2)],
  ['another scheme only', header.replace('v1=', 'v0=')],
  ['the signature of another body', sign(Buffer.from('{"id":"evt_1","amount":2}'), secret, now)],
  ['the signature of another secret', sign(body, 'whsec_Known', now)],
  ['a flood of signatures', `t=${now / 1000}${',v1=00'.repeat(100_000)}`],
])('%s is refused', (_what, said) => {
  expect(checkSignature(said, body, secret, now)).toEqual(refused);
});
