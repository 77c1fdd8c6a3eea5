import type { NewWorkspace as Made, Session } from '@spectacle/server/answers';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { request } from '../api/request.ts';
import { LabelledField } from '../session/LabelledField.tsx';
import { useEnter } from '../session/useEnter.ts';
import { Button } from '../ui/Button.tsx';
import { Code } from '../ui/Code.tsx';

/**
 * Makes a workspace and goes to its installation. An account owns what it makes; somebody who is logged in with a token gets
 * the new one's own, which is shown this once.
 */
export function NewWorkspace({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState('');
  const enter = useEnter();
  const go = useMutation({
    mutationFn: ({ workspaceId, token }: Made) =>
      token === null
        ? request<Session>('/api/session', { method: 'PATCH', body: { workspaceId } })
        : request<Session>('/api/session', { method: 'POST', body: { token } }),
    onSuccess: async (session) => {
      dialog.current?.close();
      await enter(session);
    },
  });
  const make = useMutation({
    mutationFn: () => request<Made>('/api/workspaces', { method: 'POST', body: { name: name.trim() } }),
    onSuccess: (made) => {
      if (made.token === null) go.mutate(made);
    },
  });
  useEffect(() => dialog.current?.showModal(), []);
  const made = make.data;
  const busy = make.isPending || go.isPending;
  const problem = make.error ?? go.error;
  return (
    <dialog
      ref={dialog}
      aria-label="New workspace"
      onClose={close}
      // The token is not shown again.
      onCancel={(event) => made?.token && event.preventDefault()}
      className="m-auto w-[min(440px,calc(100vw-24px))] rounded-xl bg-raised p-6 text-sm text-ink shadow-pop"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (made) go.mutate(made);
          else make.mutate();
        }}
      >
        {made?.token ? (
          <>
            <h2 className="text-base font-semibold break-words">{made.name} is made</h2>
            <p className="mt-2 mb-3 text-ink-2">
              This token opens it, with all rights. Keep it: it is not shown again, and the one you are logged in with
              does not open {made.name}.
            </p>
            <Code text={made.token} />
          </>
        ) : (
          <>
            <h2 className="text-base font-semibold">New workspace</h2>
            <p className="mt-2 text-ink-2">
              With events, settings and a team of its own: for another product, or for trying things out.
            </p>
            <LabelledField
              label="Name"
              required
              pattern=".*\S.*"
              maxLength={100}
              autoFocus
              autoComplete="off"
              placeholder="Acme staging"
              value={name}
              set={setName}
            />
          </>
        )}
        {problem && (
          <p role="alert" className="mt-2 text-xs text-bad">
            {problem.message}
          </p>
        )}
        <div className="mt-5 flex justify-end gap-2">
          <Button tone="quiet" onClick={() => dialog.current?.close()}>
            {made ? 'Stay here' : 'Cancel'}
          </Button>
          <Button type="submit" tone="accent" disabled={busy}>
            {busy ? 'Making it …' : made ? 'Go to its installation' : 'Make it'}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
