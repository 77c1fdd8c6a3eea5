import { Navigate } from '@tanstack/react-router';
import { useWorkspace } from '../session/session.ts';

/** A workspace without events starts where its first event comes from. */
export function HomePage() {
  const { hasEvents } = useWorkspace().session;
  return <Navigate to={hasEvents ? '/companies' : '/settings/installation'} replace />;
}
