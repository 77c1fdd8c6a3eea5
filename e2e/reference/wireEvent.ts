import type { Json } from './acceptedEvent.ts';

/** One message of `POST /v1/batch`, as Segment's clients send it. Times are ISO 8601. */
export interface WireEvent {
  readonly messageId: string;
  readonly type: 'page' | 'screen' | 'track' | 'identify' | 'group' | 'alias';
  readonly timestamp?: string;
  /** Another name for `timestamp`, used by some clients. */
  readonly originalTimestamp?: string;
  readonly sentAt?: string;
  readonly userId?: string | number;
  readonly anonymousId?: string;
  readonly email?: string;
  readonly groupId?: string | number;
  readonly previousId?: string;
  readonly event?: string;
  readonly name?: string;
  readonly properties?: Json;
  readonly traits?: Json;
  readonly context?: {
    readonly groupId?: string;
    readonly page?: {
      readonly url?: string;
      readonly referrer?: string;
      readonly path?: string;
      readonly title?: string;
    };
    readonly campaign?: Readonly<Record<string, string>>;
  };
}
