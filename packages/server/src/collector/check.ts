import { asIdentifier, type CallType, limits, type RejectionCode, type Warning } from '@spectacle/protocol';
import { excessOf } from './excess.ts';
import type { Sent } from './parse.ts';
import { shown } from './shown.ts';
import { asTime } from './stamp.ts';

export type Fields = Record<string, unknown>;

/** An event that will be stored: the ids are valid, the rest is as sent. */
export interface Checked {
  type: CallType;
  messageId: string | undefined;
  userId: string;
  anonymousId: string;
  email: string;
  previousId: string;
  /** The group whose membership the event asserts. */
  groupId: string;
  /** `context.groupId`: the group the event counts for. */
  actingGroup: string;
  event: string;
  original: number | undefined;
  sentAt: number | undefined;
  properties: Fields;
  traits: Fields;
  context: Fields;
  warnings: Warning[];
}

export type Check =
  | { ok: true; call: Checked }
  | { ok: false; messageId: string | null; code: RejectionCode; message: string };

const types: Record<string, CallType> = {
  page: 'page', screen: 'page', track: 'track', identify: 'identify', group: 'group', alias: 'alias',
}; // biome-ignore format: one line

/** Decides whether an event can be stored. Whatever is merely odd becomes a warning. */
export function check(sent: Sent): Check {
  const { raw } = sent;
  if (!isObject(raw))
    return refuse(
      null,
      'not_an_object',
      'An event is a JSON object, like {"type": "track", "event": "Signed Up", "userId": "42"}.',
    );
  const messageId = readMessageId(raw.messageId);
  if (messageId === null) {
    return refuse(
      null,
      'invalid_message_id',
      `messageId must be a text of at most ${limits.messageIdLength} characters.`,
    );
  }
  const refused = (code: RejectionCode, message: string) => refuse(messageId ?? null, code, message);

  const named = sent.type ?? raw.type;
  const type = typeof named === 'string' && Object.hasOwn(types, named) ? types[named] : undefined;
  if (!type)
    return refused(
      'unknown_type',
      `type must be one of ${Object.keys(types).join(', ')}; it is ${named === undefined ? 'missing' : shown(named)}.`,
    );

  const warnings: Warning[] = [];
  const own = isObject(raw.context) ? raw.context : {};
  const context = isObject(sent.context) ? { ...sent.context, ...own } : own;
  const objectOr = (value: unknown, code: 'traits_not_an_object' | 'properties_not_an_object'): Fields => {
    if (isObject(value)) return value;
    if (value !== undefined && value !== null) {
      warnings.push({ code, message: `${code.split('_')[0]} must be an object; ${shown(value)} was left out.` });
    }
    return {};
  };
  // RudderStack's browser client puts the traits of an identify into its context.
  const traits = objectOr(type === 'identify' ? (raw.traits ?? context.traits) : raw.traits, 'traits_not_an_object');
  const properties = objectOr(raw.properties, 'properties_not_an_object');

  const userId = optionalId(raw.userId);
  if (!userId.ok)
    return refused('invalid_user_id', `userId ${userId.why}. Send the user's id in your database, or leave it out.`);
  const anonymousId = optionalId(raw.anonymousId);
  if (!anonymousId.ok)
    return refused(
      'invalid_anonymous_id',
      `anonymousId ${anonymousId.why}. Send the id of the browser or device, or leave it out.`,
    );
  const email = readEmail(type === 'identify' ? (raw.email ?? traits.email) : raw.email, warnings);
  if (userId.id === '' && anonymousId.id === '' && email === '') {
    return refused('missing_who', 'The event names nobody. Send a userId, an anonymousId or an email.');
  }

  let groupId = '';
  if (type === 'group') {
    const id = asIdentifier(raw.groupId);
    if (!id.ok)
      return refused(
        'invalid_group_id',
        `groupId ${id.why}. Send the company's id in your database: group("company_123", { name: "Acme Inc." }).`,
      );
    groupId = id.id;
  } else if (
    type === 'identify' &&
    traits.companyId !== undefined &&
    traits.companyId !== null &&
    traits.companyId !== ''
  ) {
    const id = asIdentifier(traits.companyId);
    if (id.ok) groupId = id.id;
    else
      warnings.push({
        code: 'invalid_company_id',
        message: `companyId ${id.why}; no membership was recorded. Send the company's id in your database.`,
      });
  }

  let previousId = '';
  if (type === 'alias') {
    const id = asIdentifier(raw.previousId);
    if (!id.ok)
      return refused('invalid_previous_id', `previousId ${id.why}. Send the anonymous id that the user had before.`);
    if (userId.id === '')
      return refused('invalid_user_id', 'alias needs the userId that the previousId now belongs to.');
    previousId = id.id;
  }

  const event = type === 'track' ? raw.event : type === 'page' ? (raw.name ?? raw.event) : undefined;
  const name = typeof event === 'string' ? event.trim() : typeof event === 'number' ? String(event) : '';
  if (type === 'track' && name === '')
    return refused('invalid_event_name', 'track needs the name of the event: track("Trial Started").');
  if (name.length > limits.eventNameLength) {
    return refused('invalid_event_name', `The event's name is longer than ${limits.eventNameLength} characters.`);
  }

  const excess = excessOf([traits, properties, context]);
  if (excess) return refused(excess.code, excess.message);

  const saidTime = raw.originalTimestamp ?? raw.timestamp;
  const original = asTime(saidTime);
  if (original === undefined && saidTime !== undefined && saidTime !== null) {
    warnings.push({
      code: 'invalid_timestamp',
      message: `timestamp is not a time after 1970: ${shown(saidTime)}. The time of receipt is used. Send ISO 8601, like 2026-01-31T12:00:00Z.`,
    });
  }

  return {
    ok: true,
    call: {
      type, messageId, userId: userId.id, anonymousId: anonymousId.id, email, previousId, groupId,
      actingGroup: readActingGroup(context.groupId, warnings),
      event: name, original, sentAt: asTime(sent.sentAt), properties, traits, context, warnings,
    },
  }; // biome-ignore format: a list of names
}

const refuse = (messageId: string | null, code: RejectionCode, message: string): Check => ({
  ok: false,
  messageId,
  code,
  message,
});

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** undefined: none was sent. null: it cannot be one. */
function readMessageId(value: unknown): string | undefined | null {
  if (value === undefined || value === null || value === '') return undefined;
  const id = typeof value === 'number' ? String(value) : value;
  return typeof id === 'string' && id.length <= limits.messageIdLength ? id : null;
}

/** Clients send null and '' for "not identified". */
function optionalId(value: unknown): ReturnType<typeof asIdentifier> {
  return value === undefined || value === null || value === '' ? { ok: true, id: '' } : asIdentifier(value);
}

function readEmail(value: unknown, warnings: Warning[]): string {
  if (value === undefined || value === null || value === '') return '';
  const email = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (email.length <= limits.idLength && /^[^\s@]+@[^\s@]+$/.test(email)) return email;
  warnings.push({
    code: 'invalid_email',
    message: `email is not an address: ${shown(value)}. Nobody was linked by it.`,
  });
  return '';
}

function readActingGroup(value: unknown, warnings: Warning[]): string {
  if (value === undefined || value === null || value === '') return '';
  const id = asIdentifier(value);
  if (id.ok) return id.id;
  warnings.push({
    code: 'invalid_context_group_id',
    message: `context.groupId ${id.why}; the event counts for the person's own group.`,
  });
  return '';
}
