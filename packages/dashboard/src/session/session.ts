import type { Right, Session, Settings } from '@spectacle/server/answers';
import { queryOptions } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { request } from '../api/request.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => request<Session>('/api/session', { signal }),
  staleTime: 60_000,
  retry: false,
});

export function settingsQuery(workspaceId: string) {
  return queryOptions({
    queryKey: ['settings', workspaceId],
    queryFn: ({ signal }) => request<Settings>(`${workspacePath(workspaceId)}/settings`, { signal }),
    staleTime: 60_000,
  });
}

/** Where the API keeps one workspace's answers. */
export function workspacePath(workspaceId: string): string {
  return `/api/workspaces/${encodeURIComponent(workspaceId)}`;
}

export interface Workspace {
  session: Session;
  settings: Settings;
  /** Path of the workspace in the API, without a slash at the end. */
  path: string;
}

export const WorkspaceContext = createContext<Workspace | null>(null);

/** The workspace that the reader is logged in to. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace is for pages behind the login.');
  return workspace;
}

/** May the reader do this in the workspace? What may not be done is hidden, or says why; the server refuses it anyway. */
export function useMay(right: Right): boolean {
  return useWorkspace().session.rights.includes(right);
}
