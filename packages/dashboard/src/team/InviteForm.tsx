import type { NewInvitation, Role } from '@spectacle/server/answers';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { roles } from '../session/roles.ts';
import { useWorkspace } from '../session/session.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';

/** Makes a link that lets somebody in, to be handed over by whatever way the two already talk. */
export function InviteForm({ firstRole }: { firstRole: Role }) {
  const { path } = useWorkspace();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState(firstRole);
  const client = useQueryClient();
  const invite = useMutation({
    mutationFn: () => request<NewInvitation>(`${path}/invitations`, { method: 'POST', body: { email, role } }),
    onSuccess: async () => {
      setEmail('');
      await client.invalidateQueries({ queryKey: ['invitations'] });
    },
  });
  return (
    <>
      <form
        className="mt-6 flex flex-wrap gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate();
        }}
      >
        <input
          aria-label="Email of whom to invite"
          className="field min-w-44 flex-1"
          type="email"
          required
          autoComplete="off"
          placeholder="name@company.com"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <select
          aria-label="Role"
          className="field max-w-full"
          value={role}
          onChange={(event) => setRole(event.target.value as Role)}
        >
          {Object.entries(roles).map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
        <Button type="submit" tone="accent" disabled={invite.isPending}>
          Invite
        </Button>
      </form>
      {invite.error && (
        <p role="alert" className="mt-2 text-sm text-bad">
          {invite.error.message}
        </p>
      )}
      {invite.data && <Link invitation={invite.data} />}
    </>
  );
}

function Link({ invitation: { email, link } }: { invitation: NewInvitation }) {
  // The browser knows better than the server which address leads here.
  const reachable = `${location.origin}/invitation${new URL(link).hash}`;
  const { account } = useWorkspace().session;
  return (
    <div role="status" className="mt-3 rounded-lg bg-good-soft px-4 py-3 text-sm">
      <p>
        Send this link to <b className="font-medium break-all">{email}</b>. It works once, for seven days, and is not
        shown again.
        {!account && (
          <>
            {' '}
            If that is you,{' '}
            <a href={reachable} className="font-medium text-accent-ink underline underline-offset-2">
              open it here
            </a>{' '}
            and choose a password.
          </>
        )}
      </p>
      <div className="mt-2 flex items-center gap-3">
        <code className="min-w-0 flex-1 font-mono text-xs break-all select-all">{reachable}</code>
        <CopyButton text={reachable} />
      </div>
    </div>
  );
}
