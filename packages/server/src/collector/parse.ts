import { limits, type RequestCode } from '@spectacle/protocol';

/** An event as sent, with what its envelope says about it. */
export interface Sent {
  raw: unknown;
  /** The call named by the endpoint; undefined where the event names it itself. */
  type: string | undefined;
  sentAt: unknown;
  /** The context of the batch, which counts for each of its events beneath their own. */
  context?: unknown;
}

export type Parsed = { ok: true; events: Sent[] } | { ok: false; code: RequestCode; message: string };

/** Finds the events in a body: one, or those of `batch`. `sentAt` and `context` of an event win over those of its batch. */
export function parse(body: unknown, type: string | undefined, sentAtHeader: string | undefined): Parsed {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return {
      ok: false,
      code: 'nothing_usable',
      message: 'The body is not an object. Send one event, or {"batch": [events]}.',
    };
  }
  const { batch, sentAt, context } = body as { batch?: unknown; sentAt?: unknown; context?: unknown };
  if (!Array.isArray(batch)) {
    if (type === undefined && !('type' in body)) {
      return { ok: false, code: 'nothing_usable', message: 'There is no "batch" array in the body.' };
    }
    return { ok: true, events: [{ raw: body, type, sentAt: sentAt ?? sentAtHeader }] };
  }
  if (batch.length === 0) return { ok: false, code: 'nothing_usable', message: 'The batch is empty.' };
  if (batch.length > limits.batchEvents) {
    return {
      ok: false,
      code: 'too_large',
      message: `The batch has ${batch.length} events; ${limits.batchEvents} are allowed. Send fewer at once.`,
    };
  }
  return {
    ok: true,
    events: batch.map((raw: unknown) => ({
      raw,
      type: undefined,
      sentAt: eventSentAt(raw) ?? sentAt ?? sentAtHeader,
      context,
    })),
  };
}

function eventSentAt(raw: unknown): unknown {
  return typeof raw === 'object' && raw !== null ? (raw as { sentAt?: unknown }).sentAt : undefined;
}
