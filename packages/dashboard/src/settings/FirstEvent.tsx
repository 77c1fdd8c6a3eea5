import type { Feed, GroupList } from '@spectacle/server/answers';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { request } from '../api/request.ts';
import { When } from '../display/When.tsx';
import { sessionQuery, useWorkspace } from '../session/session.ts';
import { describeEvent } from '../timeline/describeEvent.ts';
import { FirstSteps } from './FirstSteps.tsx';

const often = 3_000;

/** What has arrived so far: the steps up to the first company, and once there is one, the latest event. */
export function FirstEvent({ hasEvents }: { hasEvents: boolean }) {
  const { path, session } = useWorkspace();
  const client = useQueryClient();
  const latest = useQuery({
    queryKey: ['latest event', path],
    queryFn: ({ signal }) => request<Feed>(`${path}/events?limit=1`, { signal }),
    refetchInterval: often,
  });
  const first = useQuery({
    queryKey: ['first company', path],
    queryFn: ({ signal }) => request<GroupList>(`${path}/groups?limit=1&sort=firstSeen`, { signal }),
    refetchInterval: (query) => (query.state.data?.groups.length ? false : often),
  });
  useEffect(() => {
    if (hasEvents && !session.hasEvents) void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  }, [hasEvents, session.hasEvents, client]);
  // Whoever has gone the way up to its end sees the end of it, until the next visit of this page.
  const company = first.data?.groups[0];
  const [began, setBegan] = useState(false);
  useEffect(() => {
    if (first.data && !company) setBegan(true);
  }, [first.data, company]);
  const entry = latest.data?.events[0];
  const rejected = entry?.verdict === 'rejected' && (
    <Box tone="bad">
      The latest event was rejected: {entry.message}{' '}
      <Link to="/live" search={{ only: 'rejected' }} className="font-medium underline underline-offset-2">
        See it
      </Link>
    </Box>
  );
  if (hasEvents && first.isPending) return <div role="status" aria-label="Loading" className="skeleton mt-6 h-12" />;
  if (!hasEvents || began || (first.data && !company)) {
    return (
      <>
        {rejected}
        <FirstSteps hasEvents={hasEvents} company={company} />
      </>
    );
  }
  if (rejected) return rejected;
  const words = entry && describeEvent({ ...entry, type: entry.type ?? 'unknown' });
  return (
    <Box tone="good">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <CircleCheck size={15} className="text-good" />
        <span className="font-medium">Events are arriving.</span>
        {words && (
          <span className="min-w-0 truncate text-ink-2">
            The latest, <When time={entry.receivedAt} />: {words.verb} {words.object}
          </span>
        )}
        <span className="ml-auto flex gap-3 text-xs font-medium text-accent-ink">
          <Link to="/live" className="hover:underline">
            Watch live
          </Link>
          <Link to="/companies" className="hover:underline">
            Companies
          </Link>
        </span>
      </span>
    </Box>
  );
}

function Box({ tone, children }: { tone: 'good' | 'bad'; children: ReactNode }) {
  const look = { good: 'bg-good-soft', bad: 'bg-bad-soft text-bad' }[tone];
  return (
    <div aria-live="polite" className={`mt-6 rounded-lg border border-transparent px-4 py-3 text-sm ${look}`}>
      {children}
    </div>
  );
}
