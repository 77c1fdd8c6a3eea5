import type { RejectionCode, RequestCode } from '@spectacle/protocol';

/** What can happen to an event before any collector has seen it. */
export type ClientCode =
  /** The queue is full: events come faster than they can be delivered. */
  | 'queue_full'
  /** `close()` was called before, or ran out of time. */
  | 'closed'
  /** Delivery was tried for `maxAgeMs` without success. */
  | 'gave_up'
  /** The event has no JSON: a cycle, a BigInt, a `toJSON` that throws. */
  | 'not_serializable'
  /** `workspaceId` or `baseUrl` is missing or unusable. */
  | 'not_configured'
  /** What answers at `baseUrl` is no collector. */
  | 'unexpected_answer'
  /** Traits or properties are no object; the call is sent without them. */
  | 'ignored_argument';

export type ErrorCode = ClientCode | RejectionCode | RequestCode;

/** Why an event is not stored. The message is a sentence that says what to do. */
export class SpectacleError extends Error {
  readonly code: ErrorCode;
  /** The event concerned, if it had an id already. */
  readonly messageId: string | undefined;

  constructor(code: ErrorCode, message: string, options: { messageId?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'SpectacleError';
    this.code = code;
    this.messageId = options.messageId;
  }
}
