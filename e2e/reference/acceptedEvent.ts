export type CallType = 'page' | 'track' | 'identify' | 'group' | 'alias';
export type Json = Readonly<Record<string, unknown>>;

export interface Page {
  readonly url: string;
  readonly referrer: string;
  /** Campaign parameters (`utm_*`, `sp_*` under the same names) and ad-click ids, by name. */
  readonly campaign: Readonly<Record<string, string>>;
}

/** One event after the collector has taken it: ids read, clock skew corrected. Times are milliseconds since 1970. */
export interface AcceptedEvent {
  readonly messageId: string;
  readonly type: CallType;
  readonly timestamp: number;
  /** The client's own time as sent; absent if it sent none. */
  readonly originalTimestamp?: number;
  readonly receivedAt: number;
  readonly userId?: string;
  readonly anonymousId?: string;
  /** Trimmed and in lower case: `traits.email` of an identify, else the email at the top of the call. */
  readonly email?: string;
  /** The group that a group call names, or the `companyId` of an identify. */
  readonly groupId?: string;
  readonly contextGroupId?: string;
  readonly previousId?: string;
  readonly event?: string;
  readonly properties: Json;
  readonly traits: Json;
  readonly page?: Page;
}

/**
 * Texts in the order of their UTF-8 bytes, which is how a store compares them. JavaScript's `<` compares UTF-16 units
 * and puts 😀 before ｡.
 */
export function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** When an event happened, exactly enough to order it. */
export type Moment = Pick<AcceptedEvent, 'messageId' | 'timestamp'>;

/** The one order of events: by time, and at the same millisecond by messageId. "First" and "last" mean this everywhere. */
export function inOrder(a: Moment, b: Moment): number {
  return a.timestamp - b.timestamp || compareText(a.messageId, b.messageId);
}
