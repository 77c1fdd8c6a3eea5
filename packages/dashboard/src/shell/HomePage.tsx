import { Navigate } from '@tanstack/react-router';
import { firstPage } from '../session/firstPage.ts';
import { useWorkspace } from '../session/session.ts';

export function HomePage() {
  return <Navigate to={firstPage(useWorkspace().session)} replace />;
}
