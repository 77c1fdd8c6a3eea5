import type { History } from './history.ts';
import type { Told } from './told.ts';
import type { WireEvent } from './wireEvent.ts';

/** Many histories can share a workspace if their ids differ: each gets a prefix of its own, which no order depends on. */
export function namespace(number: number): string {
  return `n${number}.`;
}

export function inNamespace(history: History, prefix: string): History {
  return history.map(({ receivedAt, wire }) => ({ receivedAt, wire: rename(wire, prefix) }));
}

/** What is told about one namespace, with the ids as they were. */
export function portionOf({ persons, groups, events }: Told, prefix: string): Told {
  const inside = (id: string) => id.startsWith(prefix);
  const part = {
    persons: persons.filter(({ personId }) => inside(personId.slice(personId.indexOf(':') + 1))),
    groups: groups.filter(({ groupId }) => inside(groupId)),
    events: [...events].filter(([messageId]) => inside(messageId)),
  };
  const renamed = JSON.parse(JSON.stringify(part).replaceAll(prefix, '')) as typeof part;
  return { ...renamed, events: new Map(renamed.events) };
}

function rename(wire: WireEvent, prefix: string): WireEvent {
  const { messageId, userId, anonymousId, email, groupId, previousId, context, properties, traits, ...same } = wire;
  const id = (value: string | number) => `${prefix}${value}`;
  return {
    ...same,
    messageId: id(messageId),
    ...(userId !== undefined && { userId: id(userId) }),
    ...(anonymousId !== undefined && { anonymousId: id(anonymousId) }),
    ...(email !== undefined && { email: renameEmail(email, prefix) }),
    ...(groupId !== undefined && { groupId: id(groupId) }),
    ...(previousId !== undefined && { previousId: id(previousId) }),
    ...(context && { context: { ...context, ...(context.groupId !== undefined && { groupId: id(context.groupId) }) } }),
    ...(properties && { properties: renameIn(properties, ['transactionId'], prefix) }),
    ...(traits && { traits: renameIn(traits, wire.type === 'identify' ? ['companyId', 'email'] : [], prefix) }),
  };
}

function renameIn(fields: Readonly<Record<string, unknown>>, names: readonly string[], prefix: string) {
  const renamed = Object.entries(fields).map(([name, value]) => {
    const isId = names.includes(name) && (typeof value === 'string' || typeof value === 'number');
    return [name, isId ? renameEmail(String(value), prefix) : value];
  });
  return Object.fromEntries(renamed);
}

/** Keeps the blanks around an address where they are. */
function renameEmail(email: string, prefix: string): string {
  return email.replace(/\S/, (first) => `${prefix}${first}`);
}
