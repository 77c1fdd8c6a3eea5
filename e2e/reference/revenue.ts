import type { AcceptedEvent } from './acceptedEvent.ts';

/**
 * Section 3: the revenue of each event that counts, by messageId, in the smallest unit of the currency. A transactionId
 * counts once in the workspace for a payment and once for a refund: the first of each.
 *
 * @param events one per messageId, in order
 */
export function countedRevenue(events: readonly AcceptedEvent[]): Map<string, number> {
  const counted = new Map<string, number>();
  const seen = new Set<string>();
  for (const { messageId, type, properties } of events) {
    const revenue = type === 'track' ? asInteger(properties.revenue) : undefined;
    if (revenue === undefined || revenue === 0) continue;
    const { transactionId } = properties;
    if (transactionId !== undefined && transactionId !== null && transactionId !== '') {
      const once = `${revenue < 0 ? 'refund' : 'payment'} ${String(transactionId)}`;
      if (seen.has(once)) continue;
      seen.add(once);
    }
    counted.set(messageId, revenue);
  }
  return counted;
}

function asInteger(value: unknown): number | undefined {
  if (typeof value === 'string' && !/^-?\d+$/.test(value)) return undefined;
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : undefined;
}
