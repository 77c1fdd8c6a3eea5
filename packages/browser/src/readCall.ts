import { asIdentifier, type CallType, limits } from '@spectacle/protocol';
import type { Callback, Json } from './api.ts';
import type { Call, Reading } from './call.ts';

/** What to pass instead, per argument that can be wrong. */
const remedies = {
  groupId: 'the id of the group in your database, such as "company_123"',
  userId: 'the id of the user in your database, or only traits such as { email }',
  previousId: 'the id that the user had before, or nothing',
  event: 'a name of 1 to 500 characters, such as "Report Exported"',
  name: 'a text, or only properties',
  traits: 'an object such as { plan: "pro" }',
  properties: 'an object such as { plan: "pro" }',
};

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads the arguments of a call as customers and Segment's users write them: `(id, traits, options, callback)`, with
 * optional ones left out or null and the callback in any place. Pure: what is wrong comes back as sentences.
 *
 * @example readCall('group', ['acme', { plan: 'pro' }])
 * // { call: { type: 'group', groupId: 'acme', traits: { plan: 'pro' } }, problems: [] }
 * @example readCall('group', ['']) // { problems: ['group(""): …'] }
 */
export function readCall(type: CallType, given: readonly unknown[]): Reading {
  const problems: string[] = [];
  const call: Call = { type };
  const callback = given.find((value) => typeof value === 'function');
  if (callback) call.callback = callback as Callback;
  const args = given.filter((value) => typeof value !== 'function');
  const first = args[0];
  let usable = true;

  const complain = (argument: keyof typeof remedies, value: unknown, why: string, consequence: string) =>
    problems.push(`${type}(${shown(value)}): ${argument} ${why}, so ${consequence}. Pass ${remedies[argument]}.`);

  const id = (argument: 'groupId' | 'userId' | 'previousId', value: unknown) => {
    const read = asIdentifier(value);
    if (read.ok) call[argument] = read.id;
    else {
      usable = false;
      complain(argument, value, read.why, 'nothing was sent');
    }
  };

  const object = (argument: 'traits' | 'properties', value: unknown) => {
    if (isObject(value)) call[argument] = value;
    else if (value != null) complain(argument, value, 'is not an object', 'the call was sent without it');
  };

  // Where the options stand depends on how many arguments came before them.
  let rest = 2;
  if (type === 'group') {
    id('groupId', first);
    object('traits', args[1]);
  } else if (type === 'identify') {
    if (isObject(first)) {
      call.traits = first;
      rest = 1;
    } else {
      if (first != null) id('userId', first);
      object('traits', args[1]);
      if (first == null && !call.traits) id('userId', first);
    }
  } else if (type === 'alias') {
    id('userId', first);
    if (args[1] != null) id('previousId', args[1]);
  } else if (type === 'track') {
    const event = typeof first === 'string' && first.trim();
    if (event && event.length <= limits.eventNameLength) call.event = event;
    else {
      usable = false;
      complain('event', first, 'is not such a text', 'nothing was sent');
    }
    object('properties', args[1]);
  } else if (isObject(first)) {
    call.properties = first;
    rest = 1;
  } else {
    // Segment: two texts are category and name.
    const named = typeof args[1] === 'string';
    rest = named ? 3 : 2;
    const name = named ? args[1] : first;
    if (named && typeof first === 'string') call.category = first;
    if (typeof name === 'string') call.name = name;
    else if (name != null) complain('name', name, 'is not a text', 'the call was sent without it');
    object('properties', args[rest - 1]);
  }

  const options = args[rest];
  if (isObject(options)) call.options = options;
  return usable ? { call, problems } : { problems };
}

/** The value as a developer would recognise it in the console. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : String(value);
}
