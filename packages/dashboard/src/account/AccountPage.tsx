import { useWorkspace } from '../session/session.ts';
import { useSwitchWorkspace } from '../session/useSwitchWorkspace.ts';
import { workspaceLabel } from '../session/workspaceLabel.ts';
import { SettingsFrame } from '../settings/SettingsFrame.tsx';
import { Button } from '../ui/Button.tsx';
import { NameForm } from './NameForm.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { SessionList } from './SessionList.tsx';

/** What is the reader's own: workspaces, password, and where somebody is logged in with it. */
export function AccountPage() {
  const { session, settings } = useWorkspace();
  const { account, role, workspaceId } = session;
  return (
    <SettingsFrame
      title="Your account"
      lead={
        account
          ? `You are logged in as ${account.email}.`
          : `You are logged in with a token of ${workspaceLabel({ workspaceId, name: settings.name })} that is as good as ${role === 'owner' ? 'an' : 'a'} ${role}. People have accounts: see Team.`
      }
    >
      {account && <NameForm known={account.name} />}
      <Workspaces />
      <SessionList />
      {account && <PasswordForm email={account.email} />}
    </SettingsFrame>
  );
}

function Workspaces() {
  const { session } = useWorkspace();
  const change = useSwitchWorkspace();
  if (session.workspaces.length < 2) return null;
  return (
    <section className="mt-8">
      <h2 className="text-sm font-semibold">Your workspaces</h2>
      {change.error && (
        <p role="alert" className="mt-1 text-xs text-bad">
          {change.error.message}
        </p>
      )}
      <ul className="mt-2 border-t">
        {session.workspaces.map(({ workspaceId, name, role }) => (
          <li key={workspaceId} className="flex min-h-10 items-center gap-3 border-b text-sm">
            <span className="min-w-0 flex-1 truncate">
              <span className="font-medium">{workspaceLabel({ workspaceId, name })}</span>{' '}
              <span className="text-xs text-ink-3">{role}</span>
            </span>
            {workspaceId === session.workspaceId ? (
              <span className="px-2 text-xs text-ink-3">this one</span>
            ) : (
              <Button
                size="small"
                tone="quiet"
                aria-label={`Switch to ${workspaceLabel({ workspaceId, name })}`}
                disabled={change.isPending}
                onClick={() => change.mutate(workspaceId)}
              >
                Switch
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
