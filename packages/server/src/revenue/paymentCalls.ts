import { asIdentifier } from '@spectacle/protocol';
import { currencies } from './currencies.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Why one payment of a webhook was not taken. */
export interface RefusedPayment {
  /** Its place in the list, from 0. */
  index: number;
  id: string | null;
  code: 'not_an_object' | 'invalid_id' | 'invalid_amount' | 'invalid_currency' | 'invalid_time' | 'missing_who';
  message: string;
}

/** Payments of one webhook. */
const atMost = 500;

export type PaymentReading =
  | { ok: true; calls: { index: number; call: object }[]; rejected: RefusedPayment[] }
  | { ok: false; message: string };

/**
 * Reads what a payment system of any kind reports: one payment, or `{ "payments": [...] }`, each with `id`, `amount` in the
 * smallest unit (negative: a refund), `currency`, `paidAt`, and `customer` with the ids that are known of it.
 */
export function paymentCalls(body: unknown): PaymentReading {
  if (!isObject(body)) return { ok: false, message: 'Send a payment, or {"payments": [payments]}.' };
  const list = Array.isArray(body.payments) ? body.payments : [body];
  if (list.length === 0 || list.length > atMost) return { ok: false, message: `Send 1 to ${atMost} payments at once.` };
  const calls: { index: number; call: object }[] = [];
  const rejected: RefusedPayment[] = [];
  for (const [index, sent] of list.entries()) {
    const read = paymentCall(sent);
    if (read.ok) calls.push({ index, call: read.call });
    else rejected.push({ index, id: read.id, code: read.code, message: read.message });
  }
  return { ok: true, calls, rejected };
}

function paymentCall(sent: unknown): { ok: true; call: object } | ({ ok: false } & Omit<RefusedPayment, 'index'>) {
  const refuse = (code: RefusedPayment['code'], message: string, id: string | null = null) => ({
    ok: false as const,
    id,
    code,
    message,
  });
  if (!isObject(sent)) return refuse('not_an_object', 'A payment is an object with id, amount, currency and customer.');
  const named = asIdentifier(sent.id);
  if (!named.ok) return refuse('invalid_id', `id ${named.why}. Send the id of the payment: it counts once.`);
  // As a messageId it may have 100 characters, of which some are ours.
  if (named.id.length > 80) return refuse('invalid_id', 'id is longer than 80 characters.');
  const { id } = named;
  const { amount, currency, paidAt, event } = sent;
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount)) {
    return refuse(
      'invalid_amount',
      'amount is not a whole number of the smallest unit. Send 9995 for 99.95 USD, and -9995 to take it back.',
      id,
    );
  }
  if (typeof currency !== 'string' || !currencies.has(currency.toUpperCase())) {
    return refuse('invalid_currency', 'currency is not an ISO 4217 code. Send "EUR".', id);
  }
  if (paidAt !== undefined && (typeof paidAt !== 'string' || Number.isNaN(Date.parse(paidAt)))) {
    return refuse(
      'invalid_time',
      'paidAt is not a time. Send ISO 8601, like 2026-01-31T12:00:00Z, or leave it out.',
      id,
    );
  }
  const customer = isObject(sent.customer) ? sent.customer : {};
  const groupId = idOf(customer.groupId);
  const email =
    typeof customer.email === 'string' && /^[^\s@]+@[^\s@]+$/.test(customer.email.trim()) ? customer.email : '';
  const ids = [['userId', idOf(customer.userId)], ['anonymousId', idOf(customer.anonymousId)], ['email', email]] as const; // biome-ignore format: a table
  const who = Object.fromEntries(ids.filter(([, value]) => value !== ''));
  if (Object.keys(who).length === 0 && groupId === '') {
    return refuse('missing_who', 'customer names nobody. Send its userId, email, anonymousId or groupId.', id);
  }
  return {
    ok: true,
    call: {
      type: 'track',
      event:
        typeof event === 'string' && event.trim() !== ''
          ? event.slice(0, 500)
          : amount < 0
            ? 'Payment Refunded'
            : 'Payment Received',
      messageId: `payment:${amount < 0 ? '-' : ''}${id}`,
      timestamp: paidAt,
      // A company alone pays as somebody of its own, whom nobody is taken for.
      ...(Object.keys(who).length === 0 ? { anonymousId: `payer:${groupId}`.slice(0, 500) } : who),
      properties: { revenue: amount, currency: currency.toUpperCase(), transactionId: id, provider: 'webhook' },
      ...(groupId === '' ? {} : { context: { groupId } }),
    },
  };
}

function idOf(value: unknown): string {
  const checked = value === undefined ? undefined : asIdentifier(value);
  return checked?.ok ? checked.id : '';
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
