import type { Erased } from '@spectacle/server/answers';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { request } from '../api/request.ts';
import { counted } from '../display/count.ts';
import { Button } from './Button.tsx';

export interface ForgetDialogProps {
  /** What it is called; has to be typed again. */
  name: string;
  /** Says in a sentence what goes. */
  what: string;
  /** Where the API keeps it. */
  path: string;
  close: () => void;
  /** Called when it is gone and the report has been read. */
  gone: () => void;
}

/** Erases a person or a company for good, after its name was typed, and reports what was removed. */
export function ForgetDialog({ name, what, path, close, gone }: ForgetDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useId();
  const [typed, setTyped] = useState('');
  const client = useQueryClient();
  const forget = useMutation({ mutationFn: () => request<Erased>(path, { method: 'DELETE' }) });
  useEffect(() => dialog.current?.showModal(), []);
  const leave = () => {
    if (!forget.data) return close();
    // Every list and report is another one now.
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'settings' });
    gone();
  };
  return (
    <dialog
      ref={dialog}
      aria-label={`Forget ${name}`}
      onClose={leave}
      className="m-auto w-[min(440px,calc(100vw-24px))] rounded-xl bg-raised p-6 text-sm text-ink shadow-pop"
    >
      {forget.data ? (
        <>
          <h2 className="text-base font-semibold">{name} is forgotten</h2>
          <p className="mt-2 text-ink-2">
            Removed: {counted(forget.data.events, 'event')}, {counted(forget.data.payments, 'payment')},{' '}
            {counted(forget.data.groupCalls, 'company call')}, {counted(forget.data.rejections, 'rejected event')}.
          </p>
          <div className="mt-5 flex justify-end">
            <Button tone="accent" onClick={() => dialog.current?.close()}>
              Done
            </Button>
          </div>
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (typed === name) forget.mutate();
          }}
        >
          <h2 className="text-base font-semibold">Forget {name}?</h2>
          <p className="mt-2 text-ink-2">{what} This cannot be undone.</p>
          <label htmlFor={field} className="mt-4 block text-xs text-ink-2">
            Type <b className="font-semibold text-ink select-all">{name}</b> to go on
          </label>
          <input
            id={field}
            className="field mt-1 w-full"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          {forget.error && (
            <p role="alert" className="mt-2 text-xs text-bad">
              {forget.error.message}
            </p>
          )}
          <div className="mt-5 flex justify-end gap-2">
            <Button tone="quiet" onClick={() => dialog.current?.close()}>
              Cancel
            </Button>
            <Button type="submit" tone="danger" disabled={typed !== name || forget.isPending}>
              {forget.isPending ? 'Forgetting …' : 'Forget for good'}
            </Button>
          </div>
        </form>
      )}
    </dialog>
  );
}
