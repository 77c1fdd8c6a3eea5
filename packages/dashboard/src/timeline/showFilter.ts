import type { TimelineEvent } from '@spectacle/server/answers';
import type { Show } from './timelineSearch.ts';

/** Does an event belong to what the reader wants to see? */
export function isShown(event: TimelineEvent, show: Show): boolean {
  if (show === 'visits') return event.visit !== null;
  if (show === 'events') return event.type !== 'page';
  if (show === 'money') return event.revenue !== null;
  return true;
}
