import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { webhookReceipts } from '../revenue/webhookReceipts.ts';
import { setWebhookSecret, webhookSenders } from '../revenue/webhookSecrets.ts';
import * as answers from './answers.ts';
import type { ApiCollaborators } from './collaborators.ts';
import { failures, WorkspacePath } from './paths.ts';
import { BadQuery } from './query.ts';

const SenderPath = Type.Object({ ...WorkspacePath.properties, sender: answers.WebhookSender });

/** The secrets that payment systems sign their webhooks with: set, replaced, removed, and never shown again. */
export function webhookSecretRoutes({ store }: ApiCollaborators): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/webhooks',
      {
        schema: {
          summary: 'Which payment systems may report payments, and where to',
          params: WorkspacePath,
          response: { 200: answers.WebhookList, ...failures },
        },
      },
      async ({ params: { ws } }) => {
        const [senders, receipts] = await Promise.all([
          webhookSenders(store.reading, ws),
          webhookReceipts(store.reading, ws),
        ]);
        const last = (wanted: string, taken: 0 | 1) => {
          const found = receipts.find((each) => each.sender === wanted && each.taken === taken);
          return found ? { at: new Date(found.at).toISOString(), message: found.message } : null;
        };
        const webhooks = senders.map(({ sender, since }) => ({
          sender,
          path: pathOf(sender, ws),
          since: new Date(since).toISOString(),
          received: last(sender, 1),
          refused: last(sender, 0),
        }));
        return { webhooks };
      },
    );

    app.put(
      '/webhooks/:sender',
      {
        schema: {
          summary:
            'Set the secret that a payment system signs with; without one in the body, one is made and shown this once',
          params: SenderPath,
          body: Type.Object(
            { secret: Type.Optional(Type.String({ minLength: 16, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' })) },
            { additionalProperties: false },
          ),
          response: { 200: answers.NewWebhook, ...failures },
        },
      },
      async ({ params: { ws, sender }, body }) => {
        if (sender === 'stripe' && body.secret === undefined) {
          throw new BadQuery('Send the signing secret that Stripe shows for the endpoint: {"secret": "whsec_…"}.');
        }
        const made = body.secret === undefined ? `whsec_${randomBytes(32).toString('base64url')}` : undefined;
        await setWebhookSecret(store.intake, ws, sender, body.secret ?? made ?? '', Date.now());
        return { sender, path: pathOf(sender, ws), ...(made === undefined ? {} : { secret: made }) };
      },
    );

    app.delete(
      '/webhooks/:sender',
      {
        schema: {
          summary: 'Take no more webhooks of a payment system',
          params: SenderPath,
          response: { 200: Type.Object({ removed: Type.Boolean() }), ...failures },
        },
      },
      async ({ params: { ws, sender } }) => {
        await setWebhookSecret(store.intake, ws, sender, '', Date.now());
        return { removed: true };
      },
    );
  };
}

const pathOf = (sender: string, workspaceId: string) => `/webhooks/${sender}/${workspaceId}`;
