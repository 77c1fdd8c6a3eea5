import type { Entrance as Known, Session } from '@spectacle/server/answers';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { useTitle } from '../shell/useTitle.ts';
import { Button } from '../ui/Button.tsx';
import { Entrance } from './Entrance.tsx';
import { LabelledField } from './LabelledField.tsx';
import { rememberWay, type Way, wayOfLastTime } from './wayOfLastTime.ts';

const ways: Record<Way, string> = { password: 'Email and password', token: 'Token' };

/**
 * People log in with their password, the operator of a new installation with the token that it printed: while there is no
 * account, that is the only way. `problem` says why it did not work otherwise.
 */
export function LoginPage({ problem }: { problem?: string | undefined }) {
  const [chosen, setWay] = useState<Way>();
  useTitle('Log in');
  const entrance = useQuery({
    queryKey: ['entrance'],
    queryFn: ({ signal }) => request<Known>('/api/entrance', { signal }),
    retry: false,
    gcTime: 0,
  });
  const isNew = entrance.data?.hasAccounts === false;
  const way = chosen ?? (isNew ? 'token' : wayOfLastTime());
  return (
    <Entrance
      title="Log in to Spectacle"
      lead={problem ?? 'To see who came, what they did, and what brought them.'}
      // Not before it is known which: nobody is to begin to type where it cannot help.
      waiting={entrance.isPending}
    >
      <Tabs.Root value={way} onValueChange={(value) => setWay(value === 'token' ? 'token' : 'password')}>
        <Tabs.List aria-label="How to log in" className="mt-5 flex gap-0.5 rounded-md bg-active p-0.5">
          {Object.entries(ways).map(([each, label]) => (
            <Tabs.Trigger
              key={each}
              value={each}
              className="h-7 flex-1 rounded text-xs font-medium text-ink-2 data-[state=active]:bg-raised data-[state=active]:text-ink"
            >
              {label}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="password" tabIndex={-1}>
          <WithPassword />
          <p className="mt-4 text-xs text-ink-3">
            {isNew ? 'Nobody has an account here yet.' : 'No account yet? An owner of your workspace can invite you.'}{' '}
            If this Spectacle is new, log in with the{' '}
            <button
              type="button"
              className="text-accent-ink underline underline-offset-2"
              onClick={() => setWay('token')}
            >
              access token
            </button>{' '}
            that its first start printed.
          </p>
        </Tabs.Content>
        <Tabs.Content value="token" tabIndex={-1}>
          <WithToken />
          <p className="mt-4 text-xs text-ink-3">
            The first start printed it in the terminal, after the word <b className="font-medium text-ink-2">Token</b>.
            It begins with <code className="font-mono text-2xs text-ink-2">sp_</code>. Lost it? Start the server with{' '}
            <code className="font-mono text-2xs text-ink-2">SPECTACLE_TOKEN</code> set to one of your own.
          </p>
        </Tabs.Content>
      </Tabs.Root>
    </Entrance>
  );
}

function WithPassword() {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const login = useLogIn('password');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        login.mutate({ email, password });
      }}
    >
      <LabelledField
        label="Email"
        type="email"
        autoComplete="username"
        required
        autoFocus
        value={email}
        set={setEmail}
      />
      <LabelledField
        label="Password"
        type="password"
        autoComplete="current-password"
        required
        value={password}
        aria-invalid={login.isError}
        set={setPassword}
      />
      <Submit login={login} />
    </form>
  );
}

function WithToken() {
  const [token, setToken] = useState('');
  const login = useLogIn('token');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        login.mutate({ token: token.trim() });
      }}
    >
      <LabelledField
        label="Access token"
        type="password"
        autoComplete="off"
        required
        autoFocus
        className="font-mono"
        value={token}
        aria-invalid={login.isError}
        set={setToken}
      />
      <Submit login={login} />
    </form>
  );
}

function useLogIn(way: Way) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: object) => request<Session>('/api/session', { method: 'POST', body }),
    onSuccess: (session) => {
      rememberWay(way);
      client.setQueryData(['session'], session);
    },
  });
}

function Submit({ login }: { login: { isPending: boolean; error: Error | null } }) {
  return (
    <>
      {login.error && (
        <p role="alert" className="mt-2 text-xs text-bad">
          {login.error.message}
        </p>
      )}
      <Button tone="accent" type="submit" className="mt-4 w-full" disabled={login.isPending}>
        {login.isPending ? 'Logging in …' : 'Log in'}
      </Button>
    </>
  );
}
