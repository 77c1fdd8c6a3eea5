export type Json = Record<string, unknown>;

/** One call in Segment's dialect, as `POST /v1/batch` takes it. */
export interface DemoEvent {
  type: 'page' | 'track' | 'identify' | 'group';
  messageId: string;
  /** When it happened, ISO 8601 in UTC. No `sentAt` goes with it, so the collector corrects nothing. */
  timestamp: string;
  /** Absent on calls of the simulated product's own backend, such as payments. */
  anonymousId?: string;
  userId?: string;
  groupId?: string;
  event?: string;
  name?: string;
  properties?: Json;
  traits?: Json;
  context: Json;
}
