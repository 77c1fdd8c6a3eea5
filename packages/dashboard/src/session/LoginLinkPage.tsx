import type { Session } from '@spectacle/server/answers';
import { useMutation } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { request } from '../api/request.ts';
import { Entrance } from './Entrance.tsx';
import { SessionGate } from './SessionGate.tsx';
import { useEnter } from './useEnter.ts';

/**
 * Where the link leads that the first start prints: it logs in. The secret stands behind the #, which is sent to nobody, and
 * leaves the address before anything else happens. Without one, or with one that was used, this is the log-in, or for
 * whoever is logged in already the first page.
 */
export function LoginLinkPage() {
  const [secret] = useState(() => location.hash.slice(1));
  const begun = useRef(false);
  const enter = useEnter();
  const { mutate, error } = useMutation({
    mutationFn: (link: string) => request<Session>('/api/session', { method: 'POST', body: { link } }),
    onSuccess: enter,
  });
  useEffect(() => {
    // It is good for one time.
    if (secret === '' || begun.current) return;
    begun.current = true;
    history.replaceState(history.state, '', '/login');
    mutate(secret);
  }, [secret, mutate]);
  if (secret !== '' && !error) return <Entrance title="Logging in …" lead="" waiting />;
  return (
    <SessionGate problem={error?.message}>
      <Navigate to="/" replace />
    </SessionGate>
  );
}
