import type { Feed } from '@spectacle/server/answers';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { request } from '../api/request.ts';
import { When } from '../display/When.tsx';
import { LivePulse } from '../live/LivePulse.tsx';
import { sessionQuery, useWorkspace } from '../session/session.ts';
import { describeEvent } from '../timeline/describeEvent.ts';

/** Waits for the first event, then says which it was and where to go from here. */
export function FirstEvent({ hasEvents }: { hasEvents: boolean }) {
  const { path, session } = useWorkspace();
  const client = useQueryClient();
  const latest = useQuery({
    queryKey: ['latest event', path],
    queryFn: ({ signal }) => request<Feed>(`${path}/events?limit=1`, { signal }),
    refetchInterval: 3_000,
  });
  useEffect(() => {
    if (hasEvents && !session.hasEvents) void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  }, [hasEvents, session.hasEvents, client]);
  const entry = latest.data?.events[0];
  if (entry?.verdict === 'rejected') {
    return (
      <Box tone="bad">
        The latest event was rejected: {entry.message}{' '}
        <Link to="/live" search={{ only: 'rejected' }} className="font-medium underline underline-offset-2">
          See it
        </Link>
      </Box>
    );
  }
  if (!hasEvents) {
    return (
      <Box tone="plain">
        <LivePulse on label="Waiting for your first event …" />
        <p className="mt-1.5 text-xs text-ink-3">
          Paste the script and open a page of your site. This changes by itself.
        </p>
      </Box>
    );
  }
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

function Box({ tone, children }: { tone: 'plain' | 'good' | 'bad'; children: ReactNode }) {
  const look = {
    plain: 'bg-side',
    good: 'bg-good-soft border-transparent',
    bad: 'bg-bad-soft border-transparent text-bad',
  }[tone];
  return (
    <div aria-live="polite" className={`mt-6 rounded-lg border px-4 py-3 text-sm ${look}`}>
      {children}
    </div>
  );
}
