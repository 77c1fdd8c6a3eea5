import { asIdentifier, type CallType, limits, type RejectionCode } from '@spectacle/protocol';
import { SpectacleError } from './spectacleError.ts';
import { version } from './version.ts';

/** An event in the collector's batch dialect. */
export interface WireEvent {
  type: CallType;
  messageId: string;
  timestamp: string;
  context: object;
  [field: string]: unknown;
}

type Arguments = Readonly<Record<string, unknown>>;

/**
 * Turns the argument of a call into an event by the collector's own rules, so that a mistake is told where it is made.
 * `ignored` is told of arguments that the event is sent without.
 *
 * @throws SpectacleError naming the call, the value and the remedy.
 */
export function wireEvent(type: CallType, call: unknown, ignored: (error: SpectacleError) => void): WireEvent {
  if (!isObject(call))
    throw new SpectacleError('not_an_object', `${type}() needs an object such as ${examples[type]}.`);
  const event: WireEvent = {
    type,
    messageId: messageIdOf(type, call.messageId),
    timestamp: timeOf(call.timestamp),
    context: { library: { name: 'spectacle-node', version }, ...(isObject(call.context) ? call.context : {}) },
  };
  addWho(event, call);
  if (type === 'group') event.groupId = required(type, 'groupId', call.groupId, 'invalid_group_id');
  if (type === 'alias') event.previousId = required(type, 'previousId', call.previousId, 'invalid_previous_id');
  if (type === 'track') event.event = eventName(call.event);
  if (type === 'page' && typeof call.name === 'string') event.name = call.name;
  for (const field of ['traits', 'properties'] as const) {
    const value = call[field];
    if (isObject(value)) event[field] = value;
    else if (value !== undefined && value !== null) {
      const problem = `${type}() was given ${field} that are no object; it is sent without them. Pass an object.`;
      ignored(new SpectacleError('ignored_argument', problem, { messageId: event.messageId }));
    }
  }
  return event;
}

const examples: Record<CallType, string> = {
  page: "{ userId: 'user_1', properties: { url } }",
  track: "{ userId: 'user_1', event: 'Trial Started' }",
  identify: "{ userId: 'user_1', traits: { email } }",
  group: "{ userId: 'user_1', groupId: 'company_123', traits: { name } }",
  alias: "{ userId: 'user_1', previousId: 'anonymous_1' }",
};

function isObject(value: unknown): value is Arguments {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function addWho(event: WireEvent, call: Arguments): void {
  const { type } = event;
  if (given(call.userId)) event.userId = required(type, 'userId', call.userId, 'invalid_user_id');
  if (given(call.anonymousId))
    event.anonymousId = required(type, 'anonymousId', call.anonymousId, 'invalid_anonymous_id');
  if (type === 'alias') required(type, 'userId', call.userId, 'invalid_user_id');
  const hasEmail = type === 'identify' && isObject(call.traits) && typeof call.traits.email === 'string';
  if (event.userId === undefined && event.anonymousId === undefined && !hasEmail) {
    throw new SpectacleError(
      'missing_who',
      `${type}() says nobody: pass userId or anonymousId, as in ${examples[type]}.`,
    );
  }
}

/** A user who is not logged in is `null` or `undefined` in most programs; anything else is meant to be an id. */
function given(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function required(type: CallType, field: string, value: unknown, code: RejectionCode): string {
  const identifier = asIdentifier(value);
  if (identifier.ok) return identifier.id;
  throw new SpectacleError(
    code,
    `${type}() was called with a ${field} that ${identifier.why}. Pass the id from your database.`,
  );
}

function eventName(value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= limits.eventNameLength) return value;
  const rule = `a text of 1 to ${limits.eventNameLength} characters`;
  throw new SpectacleError(
    'invalid_event_name',
    `track() needs the name of the event as ${rule}, as in ${examples.track}.`,
  );
}

function messageIdOf(type: CallType, value: unknown): string {
  if (value === undefined || value === null) return crypto.randomUUID();
  if (typeof value === 'string' && value !== '' && value.length <= limits.messageIdLength) return value;
  const rule = `a text of 1 to ${limits.messageIdLength} characters`;
  throw new SpectacleError(
    'invalid_message_id',
    `${type}() was given a messageId that is not ${rule}. Leave it out to get one.`,
  );
}

/** A date that is none goes as text, so that the collector's warning shows it. */
function timeOf(value: unknown): string {
  if (value === undefined || value === null) return new Date().toISOString();
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  return String(value);
}
