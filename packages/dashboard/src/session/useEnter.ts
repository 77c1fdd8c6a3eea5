import type { Session } from '@spectacle/server/answers';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { firstPage } from './firstPage.ts';

/** Goes to the first page of a workspace that was just opened; what was read before belongs to another one, or to somebody else. */
export function useEnter(): (session: Session) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (session) => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    client.setQueryData(['session'], session);
    await navigate({ to: firstPage(session), replace: true });
  };
}
