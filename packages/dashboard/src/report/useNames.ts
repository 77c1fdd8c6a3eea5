import type { Names } from '@spectacle/server/answers';
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { useWorkspace } from '../session/session.ts';

/** The events and traits that were seen, to pick from. */
export function useNames() {
  const { path } = useWorkspace();
  return useQuery({
    queryKey: ['names', path],
    staleTime: 60_000,
    queryFn: ({ signal }) => request<Names>(`${path}/names`, { signal }),
  });
}
