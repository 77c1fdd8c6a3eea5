import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { sessionQuery } from './session.ts';

/** Ends the session here and on the server, or all of them, and forgets everything that was read with it. */
export function useLogOut(where: 'here' | 'everywhere' = 'here') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>(where === 'here' ? '/api/session' : '/api/sessions', { method: 'DELETE' }),
    onSettled: async () => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      await client.resetQueries({ queryKey: sessionQuery.queryKey });
    },
  });
}
