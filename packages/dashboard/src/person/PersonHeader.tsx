import type { Person } from '@spectacle/server/answers';
import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { touchText } from '../channels/ChannelChip.tsx';
import { channelColour } from '../channels/channel.ts';
import { Avatar } from '../display/Avatar.tsx';
import { counted } from '../display/count.ts';
import { money } from '../display/money.ts';
import { traitLine } from '../display/traitText.ts';
import { When } from '../display/When.tsx';
import { personName } from '../people/personName.ts';
import { Dotted } from '../ui/Dotted.tsx';
import { RecordActions } from '../ui/RecordActions.tsx';

/** Who it is, where they work, and their story in one sentence. */
export function PersonHeader({ person, path }: { person: Person; path: string }) {
  const navigate = useNavigate();
  const name = personName(person);
  const role = traitLine(person.traits, 'title', 'jobTitle', 'role', 'position');
  return (
    <header className="px-4 pt-3 pb-4">
      <nav aria-label="Breadcrumb" className="flex items-center gap-1 text-xs text-ink-3">
        <Link to="/people" className="hover:text-ink">
          People
        </Link>
        <ChevronRight size={12} />
        <span className="truncate">{name}</span>
      </nav>
      <div className="mt-3 flex items-start gap-3.5">
        <Avatar id={person.personId} name={name} kind="person" size={44} />
        <div className="min-w-0 flex-1">
          <h1 className="break-words text-xl leading-7 font-semibold tracking-tight">{name}</h1>
          <Dotted
            className="text-sm text-ink-2"
            parts={[
              role,
              person.groupId !== null && (
                <Link
                  to="/companies/$groupId"
                  params={{ groupId: person.groupId }}
                  className="font-medium text-ink hover:underline"
                >
                  {person.groupName ?? person.groupId}
                </Link>
              ),
              ...person.emails,
            ]}
          />
        </div>
        <RecordActions
          name={name}
          path={path}
          forgets="Every event of this person is erased, under all ids and in all browsers."
          gone={() => void navigate({ to: '/people' })}
        />
      </div>
      <Dotted
        className="mt-3.5 text-sm text-ink-2"
        parts={[
          <b key="visits" className="font-semibold text-ink">
            {counted(person.visits, 'visit')}
          </b>,
          counted(person.events, 'event'),
          person.firstSeen && (
            <>
              first seen <When time={person.firstSeen} as="date" />
              {person.firstTouch && (
                <>
                  {' via '}
                  <span
                    className="mr-1.5 ml-1 inline-block size-2 rounded-full"
                    style={{ background: channelColour(person.firstTouch.channel) }}
                  />
                  {touchText(person.firstTouch)}
                </>
              )}
            </>
          ),
          person.revenue !== 0 && (
            <b className="num font-semibold text-good">{money(person.revenue, person.currency)} paid</b>
          ),
          person.lastSeen && (
            <>
              last seen <When time={person.lastSeen} />
            </>
          ),
        ]}
      />
    </header>
  );
}
