import type { SessionList as Answer, OpenSession } from '@spectacle/server/answers';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Monitor } from 'lucide-react';
import { request } from '../api/request.ts';
import { When } from '../display/When.tsx';
import { useWorkspace } from '../session/session.ts';
import { useLogOut } from '../session/useLogOut.ts';
import { Button } from '../ui/Button.tsx';
import { Failure } from '../ui/Failure.tsx';
import { browserName } from './browserName.ts';

/** Where somebody is logged in, and how to end that. */
export function SessionList() {
  const { account } = useWorkspace().session;
  const client = useQueryClient();
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => request<Answer>('/api/sessions', { signal }),
  });
  const end = useMutation({
    mutationFn: (which: string) => request(`/api/sessions${which}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
  const everywhere = useLogOut('everywhere');
  const others = sessions.data?.sessions.some(({ current }) => !current) ?? false;
  return (
    <section className="mt-8">
      <h2 className="text-sm font-semibold">Logged in</h2>
      <p className="mt-0.5 text-xs text-ink-3">
        {account ? 'With your password' : 'With this token'}. A log-in that is not used for 14 days is over, and any
        after 90.
      </p>
      {sessions.error ? (
        <Failure error={sessions.error} retry={() => void sessions.refetch()} />
      ) : sessions.isPending ? (
        <div role="status" aria-label="Loading" className="skeleton mt-2 h-24" />
      ) : (
        <ul aria-label="Logged in" className="mt-2 border-t">
          {sessions.data.sessions
            .toSorted((a, b) => Number(b.current) - Number(a.current))
            .map((session) => (
              <SessionRow
                key={session.id}
                session={session}
                end={() => end.mutate(`/${session.id}`)}
                pending={end.isPending}
              />
            ))}
        </ul>
      )}
      {(end.error ?? everywhere.error) && (
        <p role="alert" className="mt-2 text-xs text-bad">
          {(end.error ?? everywhere.error)?.message}
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {others && (
          <Button size="small" disabled={end.isPending} onClick={() => end.mutate('?except=current')}>
            Log out everywhere else
          </Button>
        )}
        <Button size="small" tone="danger" disabled={everywhere.isPending} onClick={() => everywhere.mutate()}>
          {others ? 'Log out everywhere, here too' : 'Log out'}
        </Button>
      </div>
    </section>
  );
}

function SessionRow({ session, end, pending }: { session: OpenSession; end: () => void; pending: boolean }) {
  const { agent, createdAt, seenAt, current } = session;
  const name = browserName(agent);
  return (
    <li className="flex min-h-12 items-center gap-3 border-b py-2 text-sm">
      <Monitor size={15} aria-hidden="true" className="shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium" title={agent}>
          {name}
        </span>
        <span className="block text-xs text-ink-3">
          {current ? (
            'this browser, now'
          ) : (
            <>
              seen <When time={seenAt} />
            </>
          )}{' '}
          · since <When time={createdAt} as="date" />
        </span>
      </span>
      {!current && (
        <Button size="small" tone="quiet" aria-label={`Log out ${name}`} disabled={pending} onClick={end}>
          Log out
        </Button>
      )}
    </li>
  );
}
