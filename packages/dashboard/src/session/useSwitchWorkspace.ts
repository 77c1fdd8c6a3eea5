import type { Session } from '@spectacle/server/answers';
import { useMutation } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { useEnter } from './useEnter.ts';

/** Goes to another workspace of the account. The server remembers the choice for this session. */
export function useSwitchWorkspace() {
  const enter = useEnter();
  return useMutation({
    mutationFn: (workspaceId: string) => request<Session>('/api/session', { method: 'PATCH', body: { workspaceId } }),
    onSuccess: enter,
  });
}
