import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { RequestError } from '../api/request.ts';
import { Failure } from '../ui/Failure.tsx';
import { LoginPage } from './LoginPage.tsx';
import { NoWorkspace } from './NoWorkspace.tsx';
import { sessionQuery, settingsQuery, WorkspaceContext, workspacePath } from './session.ts';

/**
 * Shows the login until there is a session; the address stays, so a shared link opens after the login. `problem`: why there is
 * none, where something was tried already.
 */
export function SessionGate({ problem, children }: { problem?: string | undefined; children: ReactNode }) {
  const session = useQuery(sessionQuery);
  const workspaceId = session.data?.workspaceId;
  const settings = useQuery({ ...settingsQuery(workspaceId ?? ''), enabled: workspaceId !== undefined });
  const workspace = useMemo(
    () =>
      session.data && settings.data
        ? { session: session.data, settings: settings.data, path: workspacePath(session.data.workspaceId) }
        : null,
    [session.data, settings.data],
  );
  if (session.error instanceof RequestError && session.error.status === 401) return <LoginPage problem={problem} />;
  const error = session.error ?? settings.error;
  if (session.error instanceof RequestError && session.error.code === 'no_workspace') {
    return <NoWorkspace error={session.error} />;
  }
  if (error && !workspace) {
    return (
      <main className="grid h-dvh place-items-center p-6">
        <Failure page error={error} retry={() => void (session.error ? session : settings).refetch()} />
      </main>
    );
  }
  if (!workspace) return <div className="h-dvh bg-page" role="status" aria-label="Loading" />;
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}
