import type { Rejection } from '@spectacle/protocol';
import type { Connection } from '../store/connection.ts';

const payloadLength = 2_000;

/** Rejections of one request that are written down; of a hostile flood the first tell enough. */
const atMost = 20;

/** Keeps refused events for the live feed. They were answered already, so a failure here loses no event. */
export async function recordRejections(
  connection: Connection,
  workspaceId: string,
  receivedAt: number,
  rejections: Rejection[],
  rawOf: (index: number) => unknown,
): Promise<void> {
  const lines = rejections.slice(0, atMost).map(({ index, messageId, code, message }) => {
    const payload = (JSON.stringify(rawOf(index)) ?? '').slice(0, payloadLength);
    return JSON.stringify([workspaceId, receivedAt, messageId ?? '', code, message, payload].map(whole));
  });
  await connection.append(
    'spectacle.rejections',
    ['workspace', 'received_at', 'message_id', 'code', 'message', 'payload'],
    lines.join('\n'),
  );
}

const whole = (value: string | number) => (typeof value === 'string' ? value.toWellFormed() : value);
