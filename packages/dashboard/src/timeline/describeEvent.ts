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
 * @example describeEvent(groupEvent) // { verb: 'In the company', object: 'acme with 2 traits' }
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
      const changed = Object.keys(event.traits).length;
      return {
        verb: 'In the company',
        object: `${event.groupId ?? ''}${changed > 0 ? ` with ${counted(changed, 'trait')}` : ''}`,
      };
    }
    case 'alias':
      return { verb: 'Linked', object: `another id to ${event.userId ?? 'the user'}` };
    default:
      return { verb: '', object: event.event || event.type };
  }
}
