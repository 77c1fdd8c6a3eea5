import type { Installation } from '@spectacle/server/answers';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

/** Asked every two seconds until an event has arrived. */
export function installationQuery(path: string) {
  return queryOptions({
    queryKey: ['installation', path],
    queryFn: ({ signal }) => request<Installation>(`${path}/installation`, { signal }),
    refetchInterval: (query) => (query.state.data?.hasEvents ? false : 2_000),
  });
}
