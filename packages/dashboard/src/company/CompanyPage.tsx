import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { companyName } from '../companies/companyName.ts';
import { CreditSection } from '../credit/CreditSection.tsx';
import { nameOfId } from '../people/personName.ts';
import { useWorkspace } from '../session/session.ts';
import { useTitle } from '../shell/useTitle.ts';
import { TableSkeleton } from '../table/TableSkeleton.tsx';
import { EventDetails } from '../timeline/EventDetails.tsx';
import { TimelineList } from '../timeline/TimelineList.tsx';
import type { TimelineSearch } from '../timeline/timelineSearch.ts';
import { useTimeline } from '../timeline/useTimeline.ts';
import { Failure } from '../ui/Failure.tsx';
import { Section } from '../ui/Section.tsx';
import { CompanyHeader } from './CompanyHeader.tsx';
import { CompanyJourney } from './CompanyJourney.tsx';
import { CompanySkeleton } from './CompanySkeleton.tsx';
import { companyPath, companyQuery, membersQuery, traitHistoryQuery } from './companyQueries.ts';
import { MemberTable } from './MemberTable.tsx';
import { peopleOf } from './peopleOf.ts';
import { TraitPanel } from './TraitPanel.tsx';

/** One company: who it is, the journey of its people, and every event behind it. */
export function CompanyPage() {
  const { groupId } = useParams({ from: '/companies/$groupId' });
  const search = useSearch({ from: '/companies/$groupId' });
  const navigate = useNavigate({ from: '/companies/$groupId' });
  const { path, settings } = useWorkspace();
  const own = companyPath(path, groupId);
  const company = useQuery(companyQuery(own));
  useTitle(company.data && companyName(company.data));
  const members = useQuery(membersQuery(own));
  const history = useQuery(traitHistoryQuery(own));
  const timeline = useTimeline(`${own}/timeline`);
  const people = useMemo(() => peopleOf(members.data ?? [], timeline.events), [members.data, timeline.events]);
  const setSearch = (next: TimelineSearch) => void navigate({ search: next, replace: true });
  const event = timeline.events.find((each) => each.messageId === search.event);

  if (company.error) return <Failure page error={company.error} retry={() => void company.refetch()} />;
  if (!company.data) return <CompanySkeleton />;
  return (
    <div className="h-full overflow-auto" data-page-scroller>
      <CompanyHeader company={company.data} path={own} history={history.data?.traits ?? []} />
      <CompanyJourney
        company={company.data}
        people={people}
        history={history.data?.traits ?? []}
        timeline={timeline}
        pick={(picked) => setSearch({ ...search, event: picked.messageId })}
      />
      <CreditSection
        path={own}
        nameOf={(personId) => people.find((person) => person.personId === personId)?.name ?? nameOfId(personId)}
      />
      <div className="grid xl:grid-cols-[minmax(0,1fr)_340px]">
        <div className="min-w-0">
          <Section title="People" count={people.filter((person) => person.member?.until === null).length}>
            {members.error ? (
              <Failure error={members.error} retry={() => void members.refetch()} />
            ) : members.isPending ? (
              <TableSkeleton rows={3} />
            ) : (
              <MemberTable people={people} setPerson={(person) => setSearch({ ...search, person })} />
            )}
          </Section>
          <div className="border-t xl:hidden">
            <TraitPanel company={company.data} history={history.data?.traits ?? []} />
          </div>
          <Section title="Timeline">
            {timeline.error ? (
              <Failure error={timeline.error} retry={timeline.retry} />
            ) : (
              <TimelineList
                timeline={timeline}
                search={search}
                setSearch={setSearch}
                timeZone={settings.timeZone}
                whoIs={(each) =>
                  people.find(({ personId }) => personId === each.personId) ?? {
                    name: each.personId,
                    colour: 'var(--ink-3)',
                  }
                }
              />
            )}
          </Section>
        </div>
        <div className="border-l max-xl:hidden">
          <TraitPanel company={company.data} history={history.data?.traits ?? []} />
        </div>
      </div>
      {event && (
        <EventDetails
          event={event}
          events={timeline.events}
          personName={people.find(({ personId }) => personId === event.personId)?.name ?? event.personId}
          timeZone={settings.timeZone}
          close={() => setSearch({ ...search, event: undefined })}
          open={(next) => setSearch({ ...search, event: next.messageId })}
        />
      )}
    </div>
  );
}
