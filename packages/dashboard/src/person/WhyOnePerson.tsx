import type { Identity } from '@spectacle/server/answers';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { request } from '../api/request.ts';
import { shortDate } from '../display/time.ts';
import { useWorkspace } from '../session/session.ts';
import { Failure } from '../ui/Failure.tsx';

const kinds: Record<string, string> = { anon: 'A browser', email: 'An email', user: 'A user id' };

/** Every id of a person with the reason it counts, and the event behind the reason. */
export function WhyOnePerson({ person }: { person: string }) {
  const { timeZone } = useWorkspace().settings;
  const identity = useQuery({
    queryKey: ['person', person, 'identity'],
    queryFn: ({ signal }) => request<Identity>(`${person}/identity`, { signal }),
  });
  if (identity.error) return <Failure error={identity.error} retry={() => void identity.refetch()} />;
  if (identity.isPending) return <div role="status" aria-label="Loading" className="skeleton mx-4 mb-4 h-24" />;
  return (
    <ul className="flex flex-col gap-3 px-4 pb-4 text-sm">
      {identity.data.ids.map(({ id, because, linkedBy }) => (
        <li key={id} title={because}>
          <span className="block truncate font-mono text-xs text-ink-2 select-all">
            {id.slice(id.indexOf(':') + 1)}
          </span>
          <p className="text-xs text-ink-3">
            {linkedBy ? (
              <>
                {kinds[id.slice(0, id.indexOf(':'))] ?? 'Id'} first seen together with the{' '}
                {linkedBy.to.replace(':', ' ')} in the{' '}
                <Link
                  to="."
                  search={(search: Record<string, unknown>) => ({ ...search, event: linkedBy.messageId })}
                  className="text-accent-ink underline underline-offset-2"
                >
                  {linkedBy.type} of {shortDate(linkedBy.timestamp, timeZone)}
                </Link>
                .
              </>
            ) : (
              'The id this person is known by.'
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
