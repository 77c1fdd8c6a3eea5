import type { Invitation, InvitationList } from '@spectacle/server/answers';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { When } from '../display/When.tsx';
import { asA } from '../session/roles.ts';
import { useWorkspace } from '../session/session.ts';
import { Button } from '../ui/Button.tsx';
import { Failure } from '../ui/Failure.tsx';

/** Invitations that nobody has accepted yet. */
export function OpenInvitations() {
  const { path } = useWorkspace();
  const open = useQuery({
    queryKey: ['invitations', path],
    queryFn: ({ signal }) => request<InvitationList>(`${path}/invitations`, { signal }),
  });
  if (open.error) return <Failure error={open.error} retry={() => void open.refetch()} />;
  if (!open.data || open.data.invitations.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="text-sm font-semibold">Invited</h2>
      <ul className="mt-2 border-t">
        {open.data.invitations.map((invitation) => (
          <InvitationRow key={invitation.email} invitation={invitation} />
        ))}
      </ul>
    </section>
  );
}

function InvitationRow({ invitation: { email, role, invitedBy, expiresAt } }: { invitation: Invitation }) {
  const { path } = useWorkspace();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => request(`${path}/invitations/${encodeURIComponent(email)}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['invitations'] }),
  });
  return (
    <li className="flex min-h-12 items-center gap-x-4 border-b py-2 text-sm">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{email}</span>
        <span className="block text-xs text-ink-3">
          {asA(role)}
          {invitedBy !== '' && `, by ${invitedBy}`}, until <When time={expiresAt} as="date" />
        </span>
        {withdraw.error && (
          <span role="alert" className="block text-xs text-bad">
            {withdraw.error.message}
          </span>
        )}
      </span>
      <Button
        size="small"
        tone="quiet"
        aria-label={`Withdraw the invitation of ${email}`}
        disabled={withdraw.isPending}
        onClick={() => withdraw.mutate()}
      >
        Withdraw
      </Button>
    </li>
  );
}
