import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as answers from '../api/answers.ts';
import { createSpectacle, type Spectacle } from '../server.ts';
import { createToken } from '../workspaces/tokens.ts';
import { sign } from './signature.ts';

const start = Date.UTC(2026, 4, 29, 12);
const secret = 'whsec_0123456789abcdef';
let now = start;
let directory: string;
let spectacle: Spectacle;
let ownSecret = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-webhooks-'));
  const config = { port: 0, host: '127.0.0.1', store: { directory }, workspaceId: 'ws_hooks', token: 'sp_hooks', logLevel: 'error' } as const; // biome-ignore format: none
  spectacle = await createSpectacle(config, { now: () => now });
  await api('PUT', 'webhooks/stripe', { secret });
  ownSecret = ((await api('PUT', 'webhooks/payments', {})).json() as answers.NewWebhook).secret ?? '';
});
afterAll(async () => {
  await spectacle.close();
  await rm(directory, { recursive: true });
});

async function api(method: 'GET' | 'PUT' | 'DELETE', path: string, payload?: object, token = 'sp_hooks') {
  const url = `/api/workspaces/ws_hooks/${path}`;
  const headers = { authorization: `Bearer ${token}` };
  return await spectacle.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
}

async function deliver(sender: 'stripe' | 'payments', payload: string, header: string, workspaceId = 'ws_hooks') {
  const name = sender === 'stripe' ? 'stripe-signature' : 'spectacle-signature';
  const headers = { 'content-type': 'application/json; charset=utf-8', [name]: header };
  return await spectacle.app.inject({ method: 'POST', url: `/webhooks/${sender}/${workspaceId}`, headers, payload });
}

/** As Stripe delivers it: printed with line breaks, signed. */
async function stripe(type: string, object: object, created = start / 1000) {
  const payload = JSON.stringify(
    { id: 'evt_1', object: 'event', type, created, livemode: true, data: { object } },
    null,
    2,
  );
  return await deliver('stripe', payload, sign(Buffer.from(payload), secret, now));
}

async function own(body: unknown) {
  const payload = JSON.stringify(body);
  return await deliver('payments', payload, sign(Buffer.from(payload), ownSecret, now));
}

const intent = (id: string, amount: number, more: object = {}) => ({
  id, object: 'payment_intent', amount, amount_received: amount, currency: 'usd', customer: null, metadata: {}, receipt_email: null, ...more,
}); // biome-ignore format: as Stripe has it
const refund = (id: string, payment: string, amount: number, more: object = {}) => ({
  id, object: 'refund', amount, currency: 'usd', payment_intent: payment, charge: 'ch_1', created: start / 1000 + 60, status: 'succeeded', ...more,
}); // biome-ignore format: as Stripe has it

/** What each person has paid, without those who paid nothing. */
async function revenue(): Promise<Record<string, number>> {
  await spectacle.projector.settled();
  const { people } = (await api('GET', 'people?limit=1000')).json() as answers.PersonList;
  return Object.fromEntries(people.filter((person) => person.revenue !== 0).map((person) => [person.personId, person.revenue])); // biome-ignore format: a chain
}

async function events(personId: string) {
  const { events } = (await api('GET', `people/${encodeURIComponent(personId)}/timeline`)).json() as answers.Timeline;
  return events.map(({ event, type, revenue }) => [event ?? type, revenue]);
}

test('a payment counts for the user that its metadata names, whatever its customer and address', async () => {
  const paid = intent('pi_1', 9_995, { customer: 'cus_1', metadata: { spectacle_customer_id: ' ada ', spectacle_group_id: 'acme' }, receipt_email: 'billing@acme.example' }); // biome-ignore format: one payment
  const response = await stripe('payment_intent.succeeded', paid);
  expect([response.statusCode, response.json()]).toEqual([200, { accepted: 1 }]);
  expect(await revenue()).toEqual({ 'user:ada': 9_995 });
  const { groups } = (await api('GET', 'groups')).json() as answers.GroupList;
  expect(groups.map(({ groupId, revenue }) => [groupId, revenue])).toEqual([['acme', 9_995]]);
});

test('the same payment delivered again, later, or by another endpoint counts once; its invoice and charge do not count', async () => {
  const paid = intent('pi_1', 9_995, { customer: { id: 'cus_1', object: 'customer' }, metadata: { spectacle_customer_id: 'ada', spectacle_group_id: 'acme' } }); // biome-ignore format: one payment
  now += 3_600_000;
  for (let i = 0; i < 3; i++) expect((await stripe('payment_intent.succeeded', paid)).statusCode).toBe(200);
  for (const type of ['invoice.paid', 'invoice.payment_succeeded', 'charge.succeeded', 'checkout.session.completed']) {
    const response = await stripe(type, { id: 'in_1', payment_intent: 'pi_1', amount_paid: 9_995, currency: 'usd', customer: 'cus_1' }); // biome-ignore format: one call
    expect([response.statusCode, response.json()]).toEqual([200, { accepted: 0, ignored: expect.stringContaining('payment_intent.succeeded') }]); // biome-ignore format: one answer
  }
  expect(await revenue()).toEqual({ 'user:ada': 9_995 });
});

test('without metadata a payment counts for the customer, who may be known by another payment', async () => {
  await stripe('payment_intent.succeeded', intent('pi_2', 500, { customer: 'cus_1' }));
  expect(await revenue()).toEqual({ 'user:ada': 10_495 });
});

test('a customer that no user is known by is matched by email, and a payment without a customer too', async () => {
  await stripe(
    'payment_intent.succeeded',
    intent('pi_3', 300, { customer: 'cus_2', receipt_email: 'Bob@Other.example' }),
  );
  await stripe(
    'payment_intent.succeeded',
    intent('pi_4', 40, { latest_charge: { billing_details: { email: 'bob@other.example' } } }),
  );
  await stripe(
    'payment_intent.succeeded',
    intent('pi_5', 5, { charges: { data: [{ billing_details: { email: 'bob@other.example' } }] } }),
  );
  expect(await revenue()).toEqual({ 'user:ada': 10_495, 'email:bob@other.example': 345 });
  // The user of that address is known later: all of it is his.
  const batch = [{ type: 'identify', userId: 'bob', traits: { email: 'bob@other.example' } }];
  await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload: { writeKey: 'ws_hooks', batch } });
  expect(await revenue()).toEqual({ 'user:ada': 10_495, 'user:bob': 345 });
});

test('a payment of nobody known counts as that', async () => {
  await stripe('payment_intent.succeeded', intent('pi_6', 7, { metadata: { spectacle_customer_id: 'undefined' }, receipt_email: 'no address' })); // biome-ignore format: one payment
  expect((await revenue())['anon:stripe:pi_6']).toBe(7);
});

test('a refund takes back from whoever paid, once, by whichever event it is reported', async () => {
  const back = refund('re_1', 'pi_2', 200);
  expect((await stripe('refund.created', back)).json()).toEqual({ accepted: 1 });
  expect((await stripe('refund.created', back)).json()).toEqual({ accepted: 1 });
  const charge = { id: 'ch_1', payment_intent: 'pi_2', amount_refunded: 200, currency: 'usd', customer: 'cus_1' };
  expect((await stripe('charge.refunded', { ...charge, refunds: { data: [back] } })).json()).toEqual({ accepted: 1 });
  // Newer API versions do not list the refunds.
  expect((await stripe('charge.refunded', charge)).json()).toEqual({
    accepted: 0,
    ignored: expect.stringContaining('refund.created'),
  });
  expect(await revenue()).toMatchObject({ 'user:ada': 10_295 });
  // One refund of a payment of Bob's, which then fails.
  await stripe('refund.created', refund('re_2', 'pi_3', 300, { status: 'pending' }));
  expect(await revenue()).toMatchObject({ 'user:bob': 45 });
  await stripe('refund.updated', refund('re_2', 'pi_3', 300, { status: 'pending' }));
  await stripe('refund.failed', refund('re_2', 'pi_3', 300, { status: 'failed' }));
  await stripe('refund.updated', refund('re_2', 'pi_3', 300, { status: 'failed' }));
  expect(await revenue()).toMatchObject({ 'user:bob': 345 });
  const { groups } = (await api('GET', 'groups')).json() as answers.GroupList;
  expect(groups[0]?.revenue).toBe(9_995);
});

test('a refund that comes before its payment waits for it, for a day; then there is nothing to take back', async () => {
  const early = await stripe('refund.created', refund('re_3', 'pi_7', 30), now / 1000);
  expect([early.statusCode, early.headers['retry-after'], early.json().code]).toEqual([503, '60', 'payment_unknown']);
  await stripe('payment_intent.succeeded', intent('pi_7', 100, { metadata: { spectacle_customer_id: 'eve' } }));
  expect((await stripe('refund.created', refund('re_3', 'pi_7', 30), now / 1000)).statusCode).toBe(200);
  expect(await revenue()).toMatchObject({ 'user:eve': 70 });
  const late = await stripe('refund.created', refund('re_4', 'pi_unknown', 30), now / 1000 - 2 * 86_400);
  expect([late.statusCode, late.json()]).toEqual([
    200,
    { accepted: 0, ignored: expect.stringContaining('pi_unknown') },
  ]);
});

test('a dispute is flagged, and costs its amount when it is lost', async () => {
  const dispute = { id: 'dp_1', amount: 70, currency: 'usd', payment_intent: 'pi_7', charge: 'ch_7', reason: 'fraudulent', status: 'needs_response' }; // biome-ignore format: as Stripe has it
  await stripe('charge.dispute.created', dispute);
  await stripe('charge.dispute.created', dispute);
  expect(await revenue()).toMatchObject({ 'user:eve': 70 });
  await stripe('charge.dispute.closed', { ...dispute, status: 'lost' });
  expect((await revenue())['user:eve']).toBeUndefined();
  expect((await events('user:eve')).sort()).toEqual([['Dispute Lost', -70], ['Payment Disputed', null], ['Payment Received', 100], ['Payment Refunded', -30]]); // biome-ignore format: a list
  await stripe('charge.dispute.created', { ...dispute, id: 'dp_2', payment_intent: 'pi_1' });
  await stripe('charge.dispute.closed', { ...dispute, id: 'dp_2', payment_intent: 'pi_1', status: 'won' });
  expect(await revenue()).toMatchObject({ 'user:ada': 10_295 });
});

test('amounts are in the smallest units of ISO 4217, where Stripe has others', async () => {
  const pay = (id: string, amount: number, currency: string) =>
    stripe('payment_intent.succeeded', intent(id, amount, { currency, metadata: { spectacle_customer_id: 'world' } }));
  for (const [i, [amount, currency]] of ([[500, 'jpy'], [5_120, 'kwd'], [500, 'isk'], [700, 'ugx'], [9, 'mga'], [1_000, 'huf']] as const).entries()) await pay(`pi_w${i}`, amount, currency); // biome-ignore format: a table
  await spectacle.projector.settled();
  const { events } = (await api('GET', `people/${encodeURIComponent('user:world')}/timeline`)).json() as answers.Timeline; // biome-ignore format: one line
  const found = events.map(({ revenue, currency }) => [currency, revenue]).sort();
  expect(found).toEqual([['HUF', 1_000], ['ISK', 5], ['JPY', 500], ['KWD', 5_120], ['MGA', 900], ['UGX', 7]]); // biome-ignore format: a table
});

test.each([
  ['', 400],
  ['{}', 200],
  ['[]', 200],
  ['null', 200],
  ['"text"', 200],
  ['not json', 400],
  ['{"type":"payment_intent.succeeded"}', 200],
  ['{"type":"payment_intent.succeeded","data":{"object":{"id":"pi_x","amount":"9","currency":7}}}', 200],
  ['{"type":"payment_intent.succeeded","data":{"object":{"id":"pi_x","amount":1e300,"currency":"usd"}}}', 200],
  ['{"type":"payment_intent.succeeded","data":{"object":{"id":"../pi","amount":5,"currency":"usd"}}}', 200],
  [
    '{"type":"refund.created","data":{"object":{"id":"re_x","amount":5,"currency":"usd","payment_intent":{"__proto__":1}}}}',
    200,
  ],
  ['{"type":"charge.dispute.closed","data":{"object":[]}}', 200],
])('%s, signed, is answered and counts nothing', async (payload, status) => {
  const before = await revenue();
  const response = await deliver('stripe', payload, sign(Buffer.from(payload), secret, now));
  expect(response.statusCode, response.body).toBe(status);
  expect(await revenue()).toEqual(before);
});

test('nothing is taken without the right signature of this workspace and sender', async () => {
  const before = await revenue();
  const event = { type: 'payment_intent.succeeded', created: now / 1000, data: { object: intent('pi_forged', 1_000_000, { receipt_email: 'x@y.example' }) } }; // biome-ignore format: one event
  const payload = JSON.stringify(event);
  const good = sign(Buffer.from(payload), secret, now);
  for (const header of [
    '',
    good.slice(0, -1),
    sign(Buffer.from(payload), ownSecret, now),
    sign(Buffer.from(payload), secret, now - 301_000),
  ]) {
    // biome-ignore format: a list
    expect((await deliver('stripe', payload, header)).json().code).toBe('invalid_signature');
  }
  expect((await deliver('stripe', `${payload} `, good)).json().code).toBe('invalid_signature');
  expect((await deliver('stripe', payload, good, 'ws_other')).statusCode).toBe(404);
  await spectacle.workspaces.create('ws_other');
  expect((await deliver('stripe', payload, good, 'ws_other')).statusCode).toBe(404);
  expect((await deliver('payments', payload, good)).statusCode).toBe(400);
  const large = JSON.stringify({ padding: 'x'.repeat(600_000) });
  expect((await deliver('stripe', large, sign(Buffer.from(large), secret, now))).statusCode).toBe(413);
  expect(await revenue()).toEqual(before);
});

test('any payment system may report in a small language of our own', async () => {
  const single = { id: 'inv_1', amount: 9_900, currency: 'usd', paidAt: '2026-05-28T08:00:00Z', customer: { userId: 'zoe', email: 'zoe@z.example', groupId: 'zed' } }; // biome-ignore format: one payment
  expect((await own(single)).json()).toEqual({ accepted: 1, rejected: [] });
  const response = await own({
    payments: [
      single,
      { id: 'inv_1', amount: -900, currency: 'USD', customer: { userId: 'zoe', groupId: 'zed' } },
      { id: 'inv_2', amount: 9.5, currency: 'USD', customer: { userId: 'zoe' } },
      { id: 'inv_3', amount: 5, currency: 'dollars', customer: { userId: 'zoe' } },
      { id: 'inv_4', amount: 5, currency: 'USD', customer: { userId: null, email: 'nobody' } },
      { id: '', amount: 5, currency: 'USD', customer: { userId: 'zoe' } },
      { id: 'inv_5', amount: 5, currency: 'USD', paidAt: 'soon', customer: { userId: 'zoe' } },
      'money',
      { id: 'inv_6', amount: 1_100, currency: 'USD', customer: { groupId: 'zed' } },
    ],
  });
  expect(response.statusCode).toBe(200);
  expect(response.json().accepted).toBe(3);
  const codes = response
    .json()
    .rejected.map(({ index, id, code }: { index: number; id: string; code: string }) => [index, id, code]);
  expect(codes).toEqual([
    [2, 'inv_2', 'invalid_amount'],
    [3, 'inv_3', 'invalid_currency'],
    [4, 'inv_4', 'missing_who'],
    [5, null, 'invalid_id'],
    [6, 'inv_5', 'invalid_time'],
    [7, null, 'not_an_object'],
  ]);
  expect((await revenue())['user:zoe']).toBe(9_000);
  const { groups } = (await api('GET', 'groups?filter=groupId%20is%20zed')).json() as answers.GroupList;
  expect(groups.map(({ groupId, revenue }) => [groupId, revenue])).toEqual([['zed', 10_100]]);
  for (const none of [[], null, 'x', { payments: [] }, { payments: Array(501).fill(single) }, { payments: ['x'] }]) {
    expect((await own(none)).statusCode, JSON.stringify(none)?.slice(0, 30)).toBe(400);
  }
});

test('whoever sets a webhook up is told when the last one came, and why one was refused', async () => {
  now += 60_000;
  const hook = async () => ((await api('GET', 'webhooks')).json() as answers.WebhookList).webhooks.find(({ sender }) => sender === 'stripe'); // biome-ignore format: one question
  await deliver('stripe', '{}', 'no signature');
  const refusedAt = new Date(now).toISOString();
  expect((await hook())?.refused).toEqual({ at: refusedAt, message: expect.stringMatching(/signature/i) });
  now += 10_000;
  await stripe('customer.created', {});
  const { received, refused } = (await hook()) ?? {};
  expect(received).toEqual({
    at: new Date(now).toISOString(),
    message: 'This type of event says nothing about money received.',
  });
  expect(refused?.at).toBe(refusedAt);
});

test('secrets are set by admins, replaced, removed, and never shown', async () => {
  expect(ownSecret).toMatch(/^whsec_[\w-]{43}$/);
  const reader = await createToken(spectacle.store.intake, { workspaceId: 'ws_hooks', role: 'read' });
  const list = await api('GET', 'webhooks', undefined, reader);
  const { webhooks } = list.json() as answers.WebhookList;
  expect({ webhooks: webhooks.map(({ received: _received, refused: _refused, ...hook }) => hook) }).toEqual({
    webhooks: [
      { sender: 'payments', path: '/webhooks/payments/ws_hooks', since: expect.any(String) },
      { sender: 'stripe', path: '/webhooks/stripe/ws_hooks', since: expect.any(String) },
    ],
  });
  for (const path of ['webhooks', 'settings']) expect((await api('GET', path)).body).not.toMatch(/whsec/);
  expect((await api('PUT', 'webhooks/stripe', { secret: 'whsec_of_somebody_else' }, reader)).statusCode).toBe(403);
  expect((await api('PUT', 'webhooks/stripe', {})).statusCode).toBe(400);
  expect((await api('PUT', 'webhooks/stripe', { secret: 'short' })).statusCode).toBe(400);
  expect((await api('PUT', 'webhooks/paypal', { secret })).statusCode).toBe(400);
  expect((await api('PUT', 'webhooks/stripe', { secret: 'whsec_another_0123456' })).json()).toEqual({
    sender: 'stripe',
    path: '/webhooks/stripe/ws_hooks',
  });
  expect((await stripe('payment_intent.succeeded', intent('pi_old', 1))).statusCode).toBe(400);
  await api('DELETE', 'webhooks/stripe');
  expect((await stripe('payment_intent.succeeded', intent('pi_old', 1))).statusCode).toBe(404);
});
