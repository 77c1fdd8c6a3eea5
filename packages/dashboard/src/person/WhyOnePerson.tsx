import type { Person, TimelineEvent } from '@spectacle/server/answers';
import { shortDate } from '../display/time.ts';
import { useWorkspace } from '../session/session.ts';
import { describeEvent } from '../timeline/describeEvent.ts';

/** The ids of a person and, for each browser, the event that linked it. */
export function WhyOnePerson({ person, events }: { person: Person; events: TimelineEvent[] }) {
  const { timeZone } = useWorkspace().settings;
  return (
    <ul className="flex flex-col gap-2.5 px-4 pb-4 text-sm">
      {person.userId !== null && (
        <li>
          <Id text={person.userId} />
          <p className="text-xs text-ink-3">The user id: every event that carries it belongs here.</p>
        </li>
      )}
      {person.emails.map((email) => (
        <li key={email}>
          <Id text={email} />
          <p className="text-xs text-ink-3">
            {person.userId === null
              ? 'Every event with this email belongs here.'
              : 'An email that this user was first to give.'}
          </p>
        </li>
      ))}
      {person.anonymousIds.map((anonymousId) => {
        const named = events.findLast((event) => event.anonymousId === anonymousId && !event.anonymous);
        const words = named && describeEvent(named);
        return (
          <li key={anonymousId}>
            <Id text={anonymousId} />
            <p className="text-xs text-ink-3">
              {named && words
                ? `A browser that said who it is on ${shortDate(named.timestamp, timeZone)}: ${words.verb} ${words.object}.`
                : 'A browser in which nobody has been identified.'}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function Id({ text }: { text: string }) {
  return <span className="block truncate font-mono text-xs text-ink-2 select-all">{text}</span>;
}
