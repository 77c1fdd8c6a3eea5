import { Link } from '@tanstack/react-router';
import { count } from '../display/count.ts';
import { shortDate } from '../display/time.ts';
import { When } from '../display/When.tsx';
import { useWorkspace } from '../session/session.ts';
import { Button } from '../ui/Button.tsx';
import type { CompanyPerson } from './peopleOf.ts';

export interface MemberTableProps {
  people: CompanyPerson[];
  /** Shows only this person's events in the timeline. */
  setPerson: (personId: string) => void;
}

/** Who is and who was in the company, with their role and their time in it. */
export function MemberTable({ people, setPerson }: MemberTableProps) {
  const { timeZone } = useWorkspace().settings;
  return (
    <div className="overflow-x-auto px-1">
      <table className="w-full text-sm">
        <thead>
          <tr className="text-left text-xs text-ink-3 [&>th]:h-7 [&>th]:px-3 [&>th]:font-medium">
            <th>Person</th>
            <th className="max-md:hidden">Role</th>
            <th>In the company</th>
            <th className="text-right max-md:hidden">Visits</th>
            <th className="text-right max-md:hidden">Events</th>
            <th className="text-right">Last seen</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ personId, name, role, colour, member }) => (
            <tr key={personId} className="group border-t [&>td]:h-9 [&>td]:px-3 hover:bg-hover">
              <td className="max-w-72">
                <span className="flex items-center gap-2.5">
                  <span className="size-2.5 shrink-0 rounded-full" style={{ background: colour }} />
                  <Link
                    to="/people/$personId"
                    params={{ personId }}
                    className="max-w-[75%] shrink-0 truncate font-medium hover:underline"
                  >
                    {name}
                  </Link>
                  {member?.emails[0] && member.emails[0] !== name && (
                    <span className="truncate text-xs text-ink-3 max-lg:hidden">{member.emails[0]}</span>
                  )}
                </span>
              </td>
              <td className="max-w-44 truncate text-ink-2 max-md:hidden">
                {role ?? <span className="text-ink-3">–</span>}
              </td>
              <td className="num whitespace-nowrap text-ink-2">
                {member === null ? (
                  'acted for it'
                ) : (
                  <Link
                    to="."
                    search={(search: Record<string, unknown>) => ({ ...search, event: member.assertedBy })}
                    title="Show the call that said so"
                    className="hover:text-ink hover:underline"
                  >
                    {member.until === null
                      ? `since ${shortDate(member.since, timeZone)}`
                      : `${shortDate(member.since, timeZone)} – ${shortDate(member.until, timeZone)}`}
                  </Link>
                )}
              </td>
              <td className="num text-right max-md:hidden">{member ? count(member.visits) : '–'}</td>
              <td className="num text-right max-md:hidden">
                <Button
                  size="small"
                  tone="quiet"
                  title={`Only ${name} in the timeline`}
                  onClick={() => setPerson(personId)}
                >
                  {member ? count(member.events) : 'show'}
                </Button>
              </td>
              <td className="text-right text-ink-2">{member?.lastSeen ? <When time={member.lastSeen} /> : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {people.length === 0 && <p className="px-3 py-6 text-sm text-ink-2">Nobody belongs to this company yet.</p>}
    </div>
  );
}
