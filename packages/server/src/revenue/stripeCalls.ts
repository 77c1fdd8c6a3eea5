import { asIdentifier } from '@spectacle/protocol';
import { fromStripe } from './stripeAmount.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a webhook of Stripe says, as calls to the collector. */
export type StripeReading =
  | { kind: 'calls'; calls: object[] }
  /** About a payment made before: `calls` are whose that payment was. */
  | { kind: 'about'; payment: string; calls: object[] }
  | { kind: 'ignored'; why: string };

/**
 * Reads an event of Stripe. Every call carries the id of the object that it is about as its messageId, so that an event that is
 * delivered again, or by two endpoints, counts once.
 *
 * @param event as Stripe sends it, of whatever API version
 */
export function stripeCalls(event: Fields): StripeReading {
  const object = fields(fields(event.data).object);
  const at = time(event.created);
  switch (event.type) {
    case 'payment_intent.succeeded':
      return payment(object, at);
    case 'refund.created':
      return refunds(id(object.payment_intent) || id(object.charge), [object]);
    case 'charge.refunded': {
      // Newer API versions leave the list out; refund.created reports the same refunds, each by its own id.
      const { data } = fields(object.refunds);
      const list = Array.isArray(data) ? data.map(fields) : [];
      return refunds(id(object.payment_intent) || id(object), list);
    }
    case 'refund.failed':
    case 'refund.updated':
    case 'charge.refund.updated':
      return failedRefund(object, at);
    case 'charge.dispute.created':
    case 'charge.dispute.closed':
      return dispute(object, event.type, at);
    case 'invoice.paid':
    case 'invoice.payment_succeeded':
    case 'charge.succeeded':
    case 'checkout.session.completed':
      return { kind: 'ignored', why: 'The same money is reported by payment_intent.succeeded, and counted there.' };
    default:
      return { kind: 'ignored', why: 'This type of event says nothing about money received.' };
  }
}

function payment(intent: Fields, timestamp: string | undefined): StripeReading {
  const money = moneyOf(intent, 'amount_received') ?? moneyOf(intent, 'amount');
  const paymentId = id(intent);
  if (paymentId === '' || money === undefined)
    return { kind: 'ignored', why: 'It names no payment, amount or currency.' };
  const metadata = fields(intent.metadata);
  const userId = usable(metadata.spectacle_customer_id);
  const groupId = usable(metadata.spectacle_group_id);
  const customer = id(intent.customer);
  const email = emailOf(intent);
  // The Stripe customer is a device of whoever it is: payments that name the user as well link it, for all its payments.
  const anonymousId = customer === '' ? '' : `stripe:${customer}`;
  const who =
    userId !== ''
      ? { userId, ...(anonymousId === '' ? {} : { anonymousId }) }
      : anonymousId !== ''
        ? { anonymousId }
        : email !== ''
          ? { email }
          : { anonymousId: `stripe:${paymentId}` };
  const call = {
    type: 'track',
    event: 'Payment Received',
    messageId: `stripe:${paymentId}`,
    timestamp,
    ...who,
    properties: { revenue: money.amount, currency: money.currency, transactionId: paymentId, ...source(intent), ...(customer === '' ? {} : { customer }) },
    ...(groupId === '' ? {} : { context: { groupId } }),
  }; // biome-ignore format: as one reads it
  // A customer that no user is known by is matched by email: the email claims the device.
  const link = { type: 'identify', messageId: `stripe:${paymentId}:who`, timestamp, anonymousId, email };
  const calls = userId === '' && anonymousId !== '' && email !== '' ? [link, call] : [call];
  return { kind: 'calls', calls };
}

function refunds(payment: string, list: readonly Fields[]): StripeReading {
  const calls = list.flatMap((refund) => {
    const money = moneyOf(refund, 'amount');
    if (id(refund) === '' || money === undefined || ended(refund)) return [];
    return [
      {
        type: 'track', event: 'Payment Refunded', messageId: `stripe:${id(refund)}`, timestamp: time(refund.created),
        properties: { revenue: -money.amount, currency: money.currency, transactionId: id(refund), refundOf: payment, ...source(refund) },
      },
    ]; // biome-ignore format: as one reads it
  });
  return about(payment, calls, 'It lists no refund by its id. Let Stripe send refund.created, too.');
}

/** A refund that did not arrive: the money is back. */
function failedRefund(refund: Fields, timestamp: string | undefined): StripeReading {
  const money = moneyOf(refund, 'amount');
  if (id(refund) === '' || money === undefined || !ended(refund)) {
    return { kind: 'ignored', why: 'The refund goes on; refund.created has counted it.' };
  }
  const payment = id(refund.payment_intent) || id(refund.charge);
  const call = {
    type: 'track', event: 'Refund Failed', messageId: `stripe:${id(refund)}:failed`, timestamp,
    properties: { revenue: money.amount, currency: money.currency, transactionId: id(refund), refundOf: payment, ...source(refund) },
  }; // biome-ignore format: as one reads it
  return about(payment, [call], '');
}

/** A dispute is flagged when it begins, and costs its amount when it is lost: until then the money is held, not paid back. */
function dispute(dispute: Fields, type: string, timestamp: string | undefined): StripeReading {
  const money = moneyOf(dispute, 'amount');
  const { status } = dispute;
  const closed = type === 'charge.dispute.closed';
  const event = !closed
    ? 'Payment Disputed'
    : status === 'lost'
      ? 'Dispute Lost'
      : status === 'won'
        ? 'Dispute Won'
        : '';
  if (id(dispute) === '' || money === undefined || event === '') {
    return { kind: 'ignored', why: 'The dispute ended without a decision about money.' };
  }
  const payment = id(dispute.payment_intent) || id(dispute.charge);
  const { amount, currency } = money;
  const lost = event === 'Dispute Lost' ? { revenue: -amount, transactionId: id(dispute) } : { disputed: amount };
  const call = {
    type: 'track', event, messageId: `stripe:${id(dispute)}:${closed ? 'closed' : 'created'}`, timestamp,
    properties: { ...lost, currency, disputeOf: payment, reason: text(dispute.reason), ...source(dispute) },
  }; // biome-ignore format: as one reads it
  return about(payment, [call], '');
}

function about(payment: string, calls: object[], why: string): StripeReading {
  if (payment === '') return { kind: 'ignored', why: 'It does not name the payment that it is about.' };
  return calls.length === 0 ? { kind: 'ignored', why } : { kind: 'about', payment, calls };
}

const ended = ({ status }: Fields) => status === 'failed' || status === 'canceled';

const source = ({ livemode }: Fields) => ({ provider: 'stripe', ...(livemode === false ? { livemode } : {}) });

function moneyOf(object: Fields, name: string): { amount: number; currency: string } | undefined {
  const amount = object[name];
  const currency = text(object.currency).toUpperCase();
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount) || amount <= 0 || !/^[A-Z]{3}$/.test(currency))
    return undefined;
  return { amount: fromStripe(amount, currency), currency };
}

/** Where the API versions have put the payer's address. */
function emailOf(intent: Fields): string {
  const { data } = fields(intent.charges);
  const charge = Array.isArray(data) ? fields(data[0]) : fields(intent.latest_charge);
  const email = text(intent.receipt_email) || text(fields(charge.billing_details).email);
  return /^[^\s@]+@[^\s@]+$/.test(email.trim()) && email.length <= 500 ? email.trim() : '';
}

function usable(value: unknown): string {
  const checked = value === undefined ? undefined : asIdentifier(value);
  return checked?.ok ? checked.id : '';
}

const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The id of an object, or of a reference to one: Stripe sends the id, or the object where it was asked to expand it. */
function id(value: unknown): string {
  const said = text(value) || text(fields(value).id);
  return /^\w{1,90}$/.test(said) ? said : '';
}

const time = (seconds: unknown): string | undefined =>
  typeof seconds === 'number' && seconds > 0 && seconds < 7_000_000_000
    ? new Date(seconds * 1000).toISOString()
    : undefined;
