import type { Session } from '@spectacle/server/answers';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { request } from '../api/request.ts';
import { useTitle } from '../shell/useTitle.ts';
import { Button } from '../ui/Button.tsx';
import { Mark } from '../ui/Mark.tsx';

export function LoginPage() {
  const [token, setToken] = useState('');
  useTitle('Log in');
  const client = useQueryClient();
  const field = useId();
  const login = useMutation({
    mutationFn: () => request<Session>('/api/session', { method: 'POST', body: { token: token.trim() } }),
    onSuccess: (session) => client.setQueryData(['session'], session),
  });
  return (
    <main className="grid h-dvh place-items-center overflow-auto bg-side p-4">
      <form
        className="w-full max-w-[360px] rounded-xl border bg-raised p-7 shadow-pop"
        onSubmit={(event) => {
          event.preventDefault();
          if (token.trim() !== '') login.mutate();
        }}
      >
        <Mark className="size-8" />
        <h1 className="mt-5 text-lg font-semibold tracking-tight">Log in to Spectacle</h1>
        <p className="mt-1 text-sm text-ink-2">
          Paste an access token of your workspace. The server printed one when it started for the first time.
        </p>
        <label htmlFor={field} className="mt-5 block text-xs font-medium text-ink-2">
          Access token
        </label>
        <input
          id={field}
          className="field mt-1 w-full font-mono"
          type="password"
          autoComplete="current-password"
          // biome-ignore lint/a11y/noAutofocus: the page is this one field
          autoFocus
          value={token}
          aria-invalid={login.isError}
          aria-describedby={login.isError ? `${field}-error` : undefined}
          onChange={(event) => setToken(event.target.value)}
        />
        {login.isError && (
          <p id={`${field}-error`} role="alert" className="mt-2 text-xs text-bad">
            {login.error.message}
          </p>
        )}
        <Button tone="accent" type="submit" className="mt-4 w-full" disabled={login.isPending || token.trim() === ''}>
          {login.isPending ? 'Logging in …' : 'Log in'}
        </Button>
        <p className="mt-4 text-xs text-ink-3">
          No token at hand? Make one on the server with{' '}
          <code className="rounded bg-active px-1 py-0.5 font-mono text-2xs text-ink-2">npx spectacle token</code>
        </p>
      </form>
    </main>
  );
}
