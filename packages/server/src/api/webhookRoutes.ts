import { limits } from '@spectacle/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, accept } from '../collector/accept.ts';
import type { Desk } from '../collector/collect.ts';
import { paymentCalls } from '../revenue/paymentCalls.ts';
import { checkSignature } from '../revenue/signature.ts';
import { stripeCalls } from '../revenue/stripeCalls.ts';
import { WebhookReceipts } from '../revenue/webhookReceipts.ts';
import { type WebhookSender, webhookSecret } from '../revenue/webhookSecrets.ts';
import { whoPaid } from '../revenue/whoPaid.ts';
import type { Store } from '../store/store.ts';

export interface WebhookCollaborators {
  store: Store;
  /** The collector: what is reported becomes events in the way of all events. */
  desk: Desk;
  /** Returns when what was stored before is derived, if that will not take long. */
  fresh(): Promise<void>;
}

/** Stripe sends what was refused again, for three days. After one, a payment that is not known is not going to come. */
const waitForPaymentMs = 24 * 60 * 60 * 1000;

/**
 * Payments as payment systems report them: `POST /webhooks/stripe/{workspaceId}` and `POST /webhooks/payments/{workspaceId}`.
 * Whoever knows the secret may; 200 means stored, as everywhere.
 */
export async function webhookRoutes(app: FastifyInstance, collaborators: WebhookCollaborators): Promise<void> {
  // Signatures are of bytes, so nothing is parsed before they are checked.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: limits.batchBytes }, (_request, body, done) => {
    done(null, body);
  });
  const receipts = new WebhookReceipts(collaborators.store.intake);
  receive(app, collaborators, receipts, 'stripe', 'stripe-signature', stripe);
  receive(app, collaborators, receipts, 'payments', 'spectacle-signature', payments);
}

interface Handled {
  status: number;
  retryAfter?: number | undefined;
  answer: object;
}

type Handler = (collaborators: WebhookCollaborators, workspaceId: string, event: unknown) => Promise<Handled>;

function receive(
  app: FastifyInstance,
  collaborators: WebhookCollaborators,
  receipts: WebhookReceipts,
  sender: WebhookSender,
  header: string,
  handle: Handler,
): void {
  const { desk, store } = collaborators;
  const serve = async (request: FastifyRequest<{ Params: { workspaceId: string } }>, reply: FastifyReply) => {
    const { workspaceId } = request.params;
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const secret = desk.isWorkspace(workspaceId) ? await webhookSecret(store.reading, workspaceId, sender) : undefined;
    if (secret === undefined) {
      const message = 'This workspace takes no such webhook. Set its secret first: PUT /api/workspaces/{id}/webhooks.';
      return reply.code(404).send({ code: 'not_found', message });
    }
    const said = request.headers[header];
    const check = checkSignature(Array.isArray(said) ? said[0] : said, body, secret, desk.now());
    const event = check.ok ? parsed(body) : undefined;
    const { status, retryAfter, answer } = !check.ok
      ? refused('invalid_signature', check.why)
      : event === undefined
        ? refused('invalid_json', 'The body is not JSON.')
        : await handle(collaborators, workspaceId, event);
    await receipts.note(workspaceId, {
      sender,
      taken: status === 200 ? 1 : 0,
      at: desk.now(),
      message: 'message' in answer ? String(answer.message) : 'ignored' in answer ? String(answer.ignored) : '',
    });
    if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
    return reply.code(status).send(answer);
  };
  app.post<{ Params: { workspaceId: string } }>(
    `/webhooks/${sender}/:workspaceId`,
    { schema: { hide: true } },
    async (request, reply) => {
      const admitted = desk.admission.enter();
      if (!admitted)
        return reply.code(503).header('retry-after', 1).send({ code: 'overloaded', message: 'Send it again later.' });
      try {
        return await serve(request, reply);
      } finally {
        admitted.leave();
      }
    },
  );
}

const stripe: Handler = async ({ store, desk, fresh }, workspaceId, sent) => {
  const event = (typeof sent === 'object' && sent !== null ? sent : {}) as Record<string, unknown>;
  const reading = stripeCalls(event);
  if (reading.kind === 'ignored') return { status: 200, answer: { accepted: 0, ignored: reading.why } };
  if (reading.kind === 'calls') return answerOf(await collect(desk, workspaceId, reading.calls));
  await fresh();
  const who = await whoPaid(store.reading, workspaceId, reading.payment);
  if (who !== undefined) return answerOf(await collect(desk, workspaceId, reading.calls.map((call) => ({ ...call, ...who })))); // biome-ignore format: one thought
  const age = desk.now() - Number(event.created) * 1000;
  if (age < waitForPaymentMs) {
    const message = `The payment ${reading.payment} is not known yet. Send it again later.`;
    return { status: 503, retryAfter: 60, answer: { code: 'payment_unknown', message } };
  }
  const ignored = `The payment ${reading.payment} was never reported, so nothing of it is taken back.`;
  return { status: 200, answer: { accepted: 0, ignored } };
};

const payments: Handler = async ({ desk }, workspaceId, sent) => {
  const reading = paymentCalls(sent);
  if (!reading.ok) return { status: 400, answer: { code: 'bad_request', message: reading.message } };
  const { calls, rejected } = reading;
  if (calls.length === 0) return { status: 400, answer: { accepted: 0, rejected } };
  const { status, retryAfter, answer } = answerOf(await collect(desk, workspaceId, calls.map(({ call }) => call))); // biome-ignore format: one thought
  return { status, retryAfter, answer: status === 200 ? { ...answer, rejected } : answer };
};

/** The calls go the way of all events: checked, stamped, stored, derived. */
function collect(desk: Desk, workspaceId: string, batch: readonly object[]): Promise<Answer> {
  const bytes = Buffer.from(JSON.stringify({ writeKey: workspaceId, batch }));
  const headers = { contentType: 'application/json', contentEncoding: undefined, authorization: undefined, writeKeyHeader: undefined, sentAtHeader: undefined }; // biome-ignore format: none
  return accept({ bytes, type: undefined, ...headers }, desk);
}

function answerOf({ status, verdict, retryAfter }: Answer) {
  const { accepted, code, message } = verdict;
  return { status, retryAfter, answer: status === 200 ? { accepted } : { code, message } };
}

function refused(code: string, message: string): Handled {
  return { status: 400, answer: { code, message } };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
