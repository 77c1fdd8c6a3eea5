import type { InvitationShown, Session } from '@spectacle/server/answers';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { RequestError, request } from '../api/request.ts';
import { useTitle } from '../shell/useTitle.ts';
import { Button } from '../ui/Button.tsx';
import { Failure } from '../ui/Failure.tsx';
import { Entrance } from './Entrance.tsx';
import { LabelledField } from './LabelledField.tsx';
import { asA } from './roles.ts';
import { useEnter } from './useEnter.ts';
import { rememberWay } from './wayOfLastTime.ts';
import { workspaceLabel } from './workspaceLabel.ts';

/** Where the link of an invitation leads. The secret stands behind the #, which is sent to nobody. */
export function InvitationPage() {
  const [secret] = useState(() => location.hash.slice(1));
  useTitle('Invitation');
  const invitation = useQuery({
    queryKey: ['invitation', secret],
    queryFn: ({ signal }) => request<InvitationShown>('/api/invitation', { method: 'POST', body: { secret }, signal }),
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (invitation.data) return <Acceptance secret={secret} invitation={invitation.data} />;
  const { error } = invitation;
  if (error instanceof RequestError && error.status === 404) {
    return (
      <Entrance title="This invitation is over" lead={error.message}>
        <a href="/" className="mt-5 inline-block text-sm text-accent-ink underline underline-offset-2">
          Go to the log-in
        </a>
      </Entrance>
    );
  }
  return (
    <main className="grid h-dvh place-items-center bg-side p-6">
      {error ? (
        <Failure page error={error} retry={() => void invitation.refetch()} />
      ) : (
        <div role="status" aria-label="Loading" />
      )}
    </main>
  );
}

function Acceptance({ secret, invitation }: { secret: string; invitation: InvitationShown }) {
  const { email, workspaceId, workspaceName, role, hasAccount } = invitation;
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const enter = useEnter();
  const accept = useMutation({
    mutationFn: () =>
      request<Session>('/api/invitation/accept', { method: 'POST', body: { secret, password, name: name.trim() } }),
    onSuccess: async (session) => {
      rememberWay('password');
      await enter(session);
    },
  });
  return (
    <Entrance
      title={`Join ${workspaceLabel({ workspaceId, name: workspaceName })}`}
      lead={
        <>
          You are invited {asA(role)}. {hasAccount ? 'Your password of' : 'Choose a password for'}{' '}
          <b className="font-medium text-ink break-all">{email}</b>:
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          accept.mutate();
        }}
      >
        {/* What a password manager keeps it under. */}
        <input type="hidden" autoComplete="username" name="email" value={email} />
        {!hasAccount && (
          <LabelledField label="Your name" autoComplete="name" maxLength={100} autoFocus value={name} set={setName} />
        )}
        <LabelledField
          label="Password"
          type="password"
          autoComplete={hasAccount ? 'current-password' : 'new-password'}
          autoFocus={hasAccount}
          required
          value={password}
          set={setPassword}
          hint={hasAccount ? undefined : 'At least 12 characters. A few words that only you would put together.'}
        />
        {accept.error && (
          <p role="alert" className="mt-2 text-xs text-bad">
            {accept.error.message}
          </p>
        )}
        <Button tone="accent" type="submit" className="mt-4 w-full" disabled={accept.isPending}>
          {accept.isPending ? 'Joining …' : 'Join'}
        </Button>
      </form>
    </Entrance>
  );
}
