import type { Team } from '@spectacle/server/answers';
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { Lacking } from '../session/Lacking.tsx';
import { useMay, useWorkspace } from '../session/session.ts';
import { workspaceLabel } from '../session/workspaceLabel.ts';
import { SettingsFrame } from '../settings/SettingsFrame.tsx';
import { Failure } from '../ui/Failure.tsx';
import { InviteForm } from './InviteForm.tsx';
import { OpenInvitations } from './OpenInvitations.tsx';
import { TeammateRow } from './TeammateRow.tsx';

/** The people who work with this workspace. Everybody sees them, owners change them. */
export function TeamPage() {
  const { path, session, settings } = useWorkspace();
  const name = workspaceLabel({ workspaceId: session.workspaceId, name: settings.name });
  const mayInvite = useMay('administer');
  const team = useQuery({
    queryKey: ['team', path],
    queryFn: ({ signal }) => request<Team>(`${path}/team`, { signal }),
  });
  const nobody = team.data?.team.length === 0;
  return (
    <SettingsFrame title="Team" lead={`Who works with ${name}, and what they may do in it.`}>
      <Lacking right="administer" what="invite people and change roles" />
      {mayInvite && nobody && (
        <p className="mt-4 rounded-md bg-accent-soft px-3 py-2 text-sm">
          Nobody has an account yet. Invite yourself as an owner first: from then on you log in with a password, and the
          token stays in the safe.
        </p>
      )}
      {mayInvite && <InviteForm firstRole={nobody ? 'owner' : 'member'} key={String(nobody)} />}
      {team.error ? (
        <Failure error={team.error} retry={() => void team.refetch()} />
      ) : team.isPending ? (
        <div role="status" aria-label="Loading" className="skeleton mt-6 h-24" />
      ) : (
        !nobody && (
          <ul aria-label="Team" className="mt-6 border-t">
            {team.data.team.map((teammate) => (
              <TeammateRow key={teammate.email} teammate={teammate} />
            ))}
          </ul>
        )
      )}
      {mayInvite && <OpenInvitations />}
    </SettingsFrame>
  );
}
