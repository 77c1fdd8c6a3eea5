import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the time in a signature may be from ours, in seconds: what was signed earlier may have been recorded and sent again. */
const toleranceSeconds = 300;

export type SignatureCheck = { ok: true } | { ok: false; why: string };

/**
 * Checks a signature header as Stripe sends it, `t=<seconds since 1970>,v1=<hex>`: v1 is the HMAC-SHA256 of `<t>.<body>` under
 * the secret. Several v1 may stand there while a secret is being replaced; one that fits is enough.
 *
 * @param body as it was received, byte by byte
 * @param now milliseconds since 1970
 */
export function checkSignature(header: string | undefined, body: Buffer, secret: string, now: number): SignatureCheck {
  const parts = (header ?? '').slice(0, 4_000).split(',').map((part) => part.trim()); // biome-ignore format: a chain
  const time = parts.find((part) => part.startsWith('t='))?.slice(2) ?? '';
  const signatures = parts
    .filter((part) => /^v1=[0-9a-f]{64}$/i.test(part))
    .map((part) => Buffer.from(part.slice(3), 'hex'));
  if (!/^\d{1,12}$/.test(time) || signatures.length === 0) {
    return { ok: false, why: 'There is no signature like t=1767225600,v1=5257a869….' };
  }
  const expected = signature(time, body, secret);
  // All are compared, so that the time this takes tells nothing.
  const fits = signatures.filter((candidate) => timingSafeEqual(candidate, expected)).length > 0;
  if (!fits)
    return { ok: false, why: 'The signature does not fit the body and the secret. Is it the secret of this address?' };
  if (Math.abs(now / 1000 - Number(time)) > toleranceSeconds) {
    return { ok: false, why: `It was signed more than ${toleranceSeconds / 60} minutes ago, or a clock is wrong.` };
  }
  return { ok: true };
}

function signature(time: string, body: Buffer, secret: string): Buffer {
  return createHmac('sha256', secret).update(`${time}.`).update(body).digest();
}

/**
 * The header that `checkSignature` accepts.
 *
 * @param now milliseconds since 1970
 */
export function sign(body: Buffer, secret: string, now: number): string {
  const time = String(Math.floor(now / 1000));
  return `t=${time},v1=${signature(time, body, secret).toString('hex')}`;
}
