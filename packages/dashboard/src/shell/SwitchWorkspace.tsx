import type { Session, WorkspaceList } from '@spectacle/server/answers';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { request } from '../api/request.ts';
import { useWorkspace } from '../session/session.ts';
import { useEnter } from '../session/useEnter.ts';
import { workspaceLabel } from '../session/workspaceLabel.ts';
import { Button } from '../ui/Button.tsx';

/**
 * Goes to another workspace, for somebody who is logged in with a token. Workspaces cannot see each other, so it takes a
 * token of the other one; which there are is told of those that this one has made.
 */
export function SwitchWorkspace({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useId();
  const [token, setToken] = useState('');
  const go = useEnter();
  const { session, settings } = useWorkspace();
  const known = useQuery({
    queryKey: ['workspaces', session.workspaceId],
    queryFn: ({ signal }) => request<WorkspaceList>('/api/workspaces', { signal }),
  });
  const others = known.data?.workspaces.filter(({ own }) => !own) ?? [];
  const enter = useMutation({
    mutationFn: () => request<Session>('/api/session', { method: 'POST', body: { token: token.trim() } }),
    onSuccess: async (next) => {
      dialog.current?.close();
      await go(next);
    },
  });
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-label="Another workspace"
      onClose={close}
      className="m-auto w-[min(440px,calc(100vw-24px))] rounded-xl bg-raised p-6 text-sm text-ink shadow-pop"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (token.trim() !== '') enter.mutate();
        }}
      >
        <h2 className="text-base font-semibold">Another workspace</h2>
        <p className="mt-2 text-ink-2">
          Workspaces cannot see each other: paste an access token of the one you want. You leave{' '}
          {workspaceLabel({ workspaceId: session.workspaceId, name: settings.name })}.
        </p>
        {others.length > 0 && (
          <p className="mt-2 text-xs text-ink-3">
            Made from here: <span className="break-all">{others.map(workspaceLabel).join(', ')}</span>
          </p>
        )}
        <label htmlFor={field} className="mt-4 block text-xs font-medium text-ink-2">
          Access token
        </label>
        <input
          id={field}
          className="field mt-1 w-full font-mono"
          type="password"
          autoComplete="off"
          value={token}
          aria-invalid={enter.isError}
          onChange={(event) => setToken(event.target.value)}
        />
        {enter.error && (
          <p role="alert" className="mt-2 text-xs text-bad">
            {enter.error.message}
          </p>
        )}
        <div className="mt-5 flex justify-end gap-2">
          <Button tone="quiet" onClick={() => dialog.current?.close()}>
            Stay here
          </Button>
          <Button type="submit" tone="accent" disabled={token.trim() === '' || enter.isPending}>
            {enter.isPending ? 'Opening …' : 'Open it'}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
