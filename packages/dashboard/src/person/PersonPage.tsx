import type { MembershipList, Person } from '@spectacle/server/answers';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { request } from '../api/request.ts';
import { CompanySkeleton } from '../company/CompanySkeleton.tsx';
import { CreditSection } from '../credit/CreditSection.tsx';
import { personName } from '../people/personName.ts';
import { useWorkspace } from '../session/session.ts';
import { useTitle } from '../shell/useTitle.ts';
import { EventDetails } from '../timeline/EventDetails.tsx';
import { TimelineList } from '../timeline/TimelineList.tsx';
import type { TimelineSearch } from '../timeline/timelineSearch.ts';
import { useTimeline } from '../timeline/useTimeline.ts';
import { Failure } from '../ui/Failure.tsx';
import { Section } from '../ui/Section.tsx';
import { PersonHeader } from './PersonHeader.tsx';
import { PersonJourney } from './PersonJourney.tsx';
import { PersonPanel } from './PersonPanel.tsx';

/** One person: the same picture as a company's, with a lane for each browser. */
export function PersonPage() {
  const { personId } = useParams({ from: '/people/$personId' });
  const search = useSearch({ from: '/people/$personId' });
  const navigate = useNavigate({ from: '/people/$personId' });
  const { path, settings } = useWorkspace();
  const own = `${path}/people/${encodeURIComponent(personId)}`;
  const person = useQuery({
    queryKey: ['person', own],
    queryFn: ({ signal }) => request<Person>(own, { signal }),
  });
  useTitle(person.data && personName(person.data));
  const memberships = useQuery({
    queryKey: ['person', own, 'memberships'],
    queryFn: ({ signal }) => request<MembershipList>(`${own}/memberships`, { signal }),
  });
  const timeline = useTimeline(`${own}/timeline`);
  const setSearch = (next: TimelineSearch) => void navigate({ search: next, replace: true });
  const event = timeline.events.find((each) => each.messageId === search.event);

  if (person.error) return <Failure page error={person.error} retry={() => void person.refetch()} />;
  if (!person.data) return <CompanySkeleton />;
  const panel = <PersonPanel person={person.data} memberships={memberships.data?.memberships ?? []} path={own} />;
  return (
    <div className="h-full overflow-auto" data-page-scroller>
      <PersonHeader person={person.data} path={own} />
      <PersonJourney
        timeline={timeline}
        memberships={memberships.data?.memberships ?? []}
        pick={(picked) => setSearch({ ...search, event: picked.messageId })}
      />
      <CreditSection path={own} nameOf={() => personName(person.data)} />
      <div className="grid xl:grid-cols-[minmax(0,1fr)_340px]">
        <div className="min-w-0">
          <div className="xl:hidden">{panel}</div>
          <Section title="Timeline">
            {timeline.error ? (
              <Failure error={timeline.error} retry={timeline.retry} />
            ) : (
              <TimelineList
                timeline={timeline}
                search={search}
                setSearch={setSearch}
                timeZone={settings.timeZone}
                whoIs={null}
              />
            )}
          </Section>
        </div>
        <div className="border-l max-xl:hidden">{panel}</div>
      </div>
      {event && (
        <EventDetails
          event={event}
          events={timeline.events}
          personName={personName(person.data)}
          timeZone={settings.timeZone}
          close={() => setSearch({ ...search, event: undefined })}
          open={(next) => setSearch({ ...search, event: next.messageId })}
        />
      )}
    </div>
  );
}
