import type { MembershipList, Person } from '@spectacle/server/answers';
import { Link } from '@tanstack/react-router';
import { TraitTable } from '../company/TraitTable.tsx';
import { Avatar } from '../display/Avatar.tsx';
import { shortDate } from '../display/time.ts';
import { useWorkspace } from '../session/session.ts';
import { Section } from '../ui/Section.tsx';
import { WhyOnePerson } from './WhyOnePerson.tsx';

export interface PersonPanelProps {
  person: Person;
  memberships: MembershipList['memberships'];
  /** Where the API keeps the person. */
  path: string;
}

/** The companies of a person, what is known, and why all of it is one person. */
export function PersonPanel({ person, memberships, path }: PersonPanelProps) {
  const { timeZone } = useWorkspace().settings;
  const traits = Object.keys(person.traits).sort();
  return (
    <>
      <Section title="Companies" count={memberships.length}>
        <ul className="text-sm">
          {memberships.map((each) => (
            <li key={each.messageId} className="flex h-9 items-center gap-2.5 px-4 hover:bg-hover">
              <Avatar id={each.groupId} name={each.groupName ?? each.groupId} kind="company" size={18} />
              <Link
                to="/companies/$groupId"
                params={{ groupId: each.groupId }}
                className="truncate font-medium hover:underline"
              >
                {each.groupName ?? each.groupId}
              </Link>
              <Link
                to="."
                search={(search: Record<string, unknown>) => ({ ...search, event: each.messageId })}
                title="Show the call that said so"
                className="num ml-auto whitespace-nowrap text-xs text-ink-3 hover:text-ink"
              >
                {each.until === null
                  ? `since ${shortDate(each.since, timeZone)}`
                  : `${shortDate(each.since, timeZone)} – ${shortDate(each.until, timeZone)}`}
              </Link>
            </li>
          ))}
        </ul>
        {memberships.length === 0 && <p className="px-4 pb-3 text-sm text-ink-2">Belongs to no company.</p>}
      </Section>
      <Section title="Traits" count={traits.length}>
        <TraitTable traits={person.traits} keys={traits} history={[]} />
      </Section>
      <Section title="Why this is one person">
        <WhyOnePerson person={path} />
      </Section>
    </>
  );
}
