import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';

const secretsSql = sql(import.meta.url, 'webhookSecrets.sql');

/** Who may report payments by webhook: Stripe, or whatever signs as we say (docs/revenue.md). */
export type WebhookSender = 'stripe' | 'payments';

interface SecretRow {
  sender: WebhookSender;
  secret: string;
  since: number;
}

/** Sets what a sender signs with; '' removes it, and then nothing of that sender is taken. */
export async function setWebhookSecret(
  connection: Connection,
  workspaceId: string,
  sender: WebhookSender,
  secret: string,
  now: number,
): Promise<void> {
  const columns = ['workspace', 'sender', 'secret', 'version'];
  await connection.append('spectacle.webhook_secrets', columns, JSON.stringify([workspaceId, sender, secret, now]));
}

/** What a sender signs with; undefined if none is set. For checking a signature, and for no answer. */
export async function webhookSecret(
  connection: Connection,
  workspaceId: string,
  sender: WebhookSender,
): Promise<string | undefined> {
  const rows = await connection.rows<SecretRow>(secretsSql, { workspace: workspaceId });
  return rows.find((row) => row.sender === sender)?.secret;
}

/** Of which senders a secret is set, and since when in milliseconds since 1970. */
export async function webhookSenders(connection: Connection, workspaceId: string) {
  const rows = await connection.rows<SecretRow>(secretsSql, { workspace: workspaceId });
  return rows.map(({ sender, since }) => ({ sender, since }));
}
