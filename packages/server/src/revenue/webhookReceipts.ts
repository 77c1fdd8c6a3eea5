import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import type { WebhookSender } from './webhookSecrets.ts';

const receiptsSql = sql(import.meta.url, 'webhookReceipts.sql');

/** One sender's webhooks of one kind are noted at most this often, in milliseconds: whoever knows no secret may still send thousands. */
const notedEvery = 5_000;

export interface Receipt {
  sender: WebhookSender;
  taken: 0 | 1;
  /** Milliseconds since 1970. */
  at: number;
  /** Of one that was refused: why. Of one that was taken and meant nothing: that. */
  message: string;
}

/** Notes when webhooks came, for the one who sets them up. What cannot be noted is not: no payment is lost for it. */
export class WebhookReceipts {
  readonly #connection: Connection;
  #noted = new Map<string, number>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async note(workspaceId: string, { sender, taken, at, message }: Receipt): Promise<void> {
    const key = `${workspaceId} ${sender} ${taken}`;
    if (at - (this.#noted.get(key) ?? Number.NEGATIVE_INFINITY) < notedEvery) return;
    this.#noted.set(key, at);
    const columns = ['workspace', 'sender', 'taken', 'at', 'message'];
    const row = JSON.stringify([workspaceId, sender, taken, at, message]);
    await this.#connection.append('spectacle.webhook_receipts', columns, row).catch(() => {});
  }
}

/** The last webhook of each sender that was taken, and the last that was refused. */
export async function webhookReceipts(connection: Connection, workspaceId: string): Promise<Receipt[]> {
  return await connection.rows<Receipt>(receiptsSql, { workspace: workspaceId });
}
