import type { Json } from '../acceptedEvent.ts';
import type { WireEvent } from '../wireEvent.ts';
import { type Call, type Clock, timeOf, type Who } from './knownCase.ts';

/** The calls of the known cases. `at` is the client's clock; `undefined` when it sends no time. */

export function page(id: string, at: Clock | undefined, who: Who, url = '/', referrer = ''): Call {
  const full = new URL(url, 'https://www.spectacle.example').href;
  const from = referrer === '' ? '' : ` from ${referrer}`;
  return call(id, at, who, `page(${url === '/' ? '' : quoted(url)})${from}`, {
    type: 'page',
    properties: { url: full, referrer, path: new URL(full).pathname, title: '' },
  });
}

export function track(id: string, at: Clock | undefined, who: Who, event: string, properties?: Json): Call {
  return call(id, at, who, `track(${list(quoted(event), properties)})`, {
    type: 'track',
    event,
    ...(properties && { properties }),
  });
}

export function identify(id: string, at: Clock | undefined, who: Who, traits?: Json): Call {
  const user = who.as === undefined ? [] : [quoted(who.as)];
  return call(id, at, who, `identify(${list(...user, traits)})`, { type: 'identify', ...(traits && { traits }) });
}

export function group(id: string, at: Clock | undefined, who: Who, groupId: string | number, traits?: Json): Call {
  return call(id, at, who, `group(${list(quoted(groupId), traits)})`, {
    type: 'group',
    groupId,
    ...(traits && { traits }),
  });
}

export function alias(id: string, at: Clock | undefined, who: Who, previousId: string): Call {
  return call(id, at, who, `alias(${quoted(who.as ?? '')}, ${quoted(previousId)})`, {
    type: 'alias',
    previousId,
  });
}

function call(
  id: string,
  at: Clock | undefined,
  who: Who,
  text: string,
  fields: Partial<WireEvent> & Pick<WireEvent, 'type'>,
): Call {
  const wire: WireEvent = {
    messageId: id,
    ...(at !== undefined && { timestamp: iso(at) }),
    ...(who.sent !== undefined && { sentAt: iso(who.sent) }),
    ...(who.as !== undefined && { userId: who.as }),
    ...(who.on !== undefined && { anonymousId: who.on }),
    ...(who.email !== undefined && { email: who.email }),
    ...(who.for !== undefined && { context: { groupId: who.for } }),
    ...fields,
  };
  return { wire, receivedAt: timeOf(who.received ?? '99 00:00'), text, at, who };
}

function iso(clock: Clock): string {
  return new Date(timeOf(clock)).toISOString();
}

/** As one writes it in code: `'acme'`, `42`. */
function quoted(id: string | number): string {
  return typeof id === 'number' ? String(id) : `'${id}'`;
}

function list(...parts: readonly (string | Json | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map((part) => (typeof part === 'string' ? part : literal(part)))
    .join(', ');
}

function literal(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${literal(inner)}`);
  return `{ ${pairs.join(', ')} }`;
}
