import { asIdentifier, type CallType } from '@spectacle/protocol';
import type { Callback, Json } from './api.ts';
import type { Call, Reading } from './call.ts';

type Text = 'groupId' | 'userId' | 'previousId' | 'event' | 'name' | 'category';
type Parameter = Text | 'traits' | 'properties';

const parameters: Record<CallType, Parameter[]> = {
  group: ['groupId', 'traits'],
  identify: ['userId', 'traits'],
  alias: ['userId', 'previousId'],
  track: ['event', 'properties'],
  page: ['name', 'properties'],
};

/** What to pass instead, and what becomes of the call: without its subject it is not sent. */
const remedies: Partial<Record<Parameter, string>> = {
  groupId: 'the id of the group in your database',
  userId: 'the id of the user in your database',
  previousId: 'the id before',
  event: 'the name of the event',
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
  const args = given.filter((value) => typeof value !== 'function');
  const callback = given.find((value) => typeof value === 'function');
  if (callback) call.callback = callback as Callback;
  const [first, second] = args;

  let names = parameters[type];
  if (type === 'page' && typeof second === 'string') names = ['category', ...names];
  else if ((type === 'page' || type === 'identify') && isObject(first)) names = names.slice(1);

  let usable = true;
  names.forEach((name, place) => {
    const value = args[place];
    const remedy = remedies[name];
    const complain = (why: string) => {
      // A text is shown in quotes, so that "" and "null" can be told from nothing and null.
      const shown = typeof value === 'string' ? JSON.stringify(value) : value;
      const consequence = remedy ? `nothing was sent. Pass ${remedy}` : 'it was left out';
      problems.push(`${type}(${shown}): ${name} ${why}, so ${consequence}.`);
      if (remedy) usable = false;
    };

    // Who somebody is may be left open where something else is said about them.
    const needed = name === 'userId' ? !isObject(second) : remedy && name !== 'previousId';
    if (value == null && !needed) return;
    if (name === 'traits' || name === 'properties') {
      if (isObject(value)) call[name] = value;
      else complain('is not an object');
    } else {
      // Names of events follow the rules of ids: a text of 1 to 500 characters that is no mistake.
      const read = asIdentifier(value);
      if (read.ok) call[name] = read.id;
      else complain(read.why);
    }
  });

  const options = args[names.length];
  if (isObject(options)) call.options = options;
  return usable ? { call, problems } : { problems };
}
