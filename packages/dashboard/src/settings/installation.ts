import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

/** What one needs to send the first event. */
export interface Installation {
  workspaceId: string;
  /** Where the collector is reached from outside. */
  baseUrl: string;
  /** The script to paste, made by the server for this workspace. */
  snippet: string;
  hasEvents: boolean;
}

/** Asked every two seconds until an event has arrived. */
export function installationQuery(path: string) {
  return queryOptions({
    queryKey: ['installation', path],
    queryFn: ({ signal }) => request<Installation>(`${path}/installation`, { signal }),
    refetchInterval: (query) => (query.state.data?.hasEvents ? false : 2_000),
  });
}
