import type { TimelineEvent } from '@spectacle/server/answers';
import { counted } from '../display/count.ts';
import { traitText } from '../display/traitText.ts';

/** An event as a sentence without its subject: a verb, and what it was about. */
export interface Description {
  verb: string;
  object: string;
}

type Describable = Pick<TimelineEvent, 'type' | 'event' | 'groupId' | 'userId' | 'traits' | 'properties'> & {
  page: { title: string; path: string; url: string } | null;
};

/**
 * @example describeEvent(pageEvent)  // { verb: 'Viewed', object: 'Pricing' }
 * @example describeEvent(groupEvent) // { verb: 'Set the company’s', object: 'plan to enterprise' }
 */
export function describeEvent(event: Describable): Description {
  switch (event.type) {
    case 'page':
      return {
        verb: 'Viewed',
        object: event.event || event.page?.title || event.page?.path || event.page?.url || 'a page',
      };
    case 'track':
      return { verb: '', object: event.event || 'An event without a name' };
    case 'identify': {
      const email = traitText(event.traits.email);
      return {
        verb: 'Identified',
        object: email || event.userId || counted(Object.keys(event.traits).length, 'trait'),
      };
    }
    case 'group': {
      const set = setTraits(event.traits);
      return set === ''
        ? { verb: 'Is in the company', object: event.groupId ?? '' }
        : { verb: 'Set the company’s', object: set };
    }
    case 'alias':
      return { verb: 'Linked', object: `another id to ${event.userId ?? 'the user'}` };
    default:
      return { verb: '', object: event.event || event.type };
  }
}

/** What a call set: one trait with its value, several by their names. */
function setTraits(traits: Record<string, unknown>): string {
  const keys = Object.keys(traits);
  const [first, second] = keys;
  if (first === undefined) return '';
  if (second === undefined)
    return traits[first] === null ? `${first} to nothing` : `${first} to ${traitText(traits[first])}`;
  return keys.length === 2 ? `${first} and ${second}` : `${first}, ${second} and ${keys.length - 2} more`;
}
