import { Link } from '@tanstack/react-router';
import { ArrowLeftRight, ChevronsUpDown, LogOut, Monitor, Moon, Plus, Sun, UserRound } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useRef, useState } from 'react';
import { useMay, useWorkspace } from '../session/session.ts';
import { useLogOut } from '../session/useLogOut.ts';
import { useSwitchWorkspace } from '../session/useSwitchWorkspace.ts';
import { workspaceLabel } from '../session/workspaceLabel.ts';
import { Mark } from '../ui/Mark.tsx';
import { NewWorkspace } from './NewWorkspace.tsx';
import { SwitchWorkspace } from './SwitchWorkspace.tsx';
import { type Theme, useTheme } from './theme.ts';

const themes: { theme: Theme; label: string; icon: typeof Sun }[] = [
  { theme: 'light', label: 'Light', icon: Sun },
  { theme: 'dark', label: 'Dark', icon: Moon },
  { theme: 'system', label: 'As the system', icon: Monitor },
];

const item =
  'flex h-8 cursor-default items-center gap-2 rounded-md px-2 text-sm outline-none max-md:h-10 data-[highlighted]:bg-hover data-[state=checked]:font-medium';

/** Which workspace this is, and what belongs to no page. Not in a portal: its content is part of the header around it. */
export function WorkspaceMenu() {
  const { session, settings } = useWorkspace();
  const [theme, setTheme] = useTheme();
  const logOut = useLogOut();
  const change = useSwitchWorkspace();
  const mayMake = useMay('administer');
  const [dialog, setDialog] = useState<'switch' | 'new'>();
  const trigger = useRef<HTMLButtonElement>(null);
  const close = () => {
    setDialog(undefined);
    // The menu item that opened it is gone.
    trigger.current?.focus();
  };
  const own = { workspaceId: session.workspaceId, name: settings.name };
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger
          ref={trigger}
          className="flex h-9 min-w-0 items-center gap-2 rounded-md px-2 hover:bg-active"
        >
          <Mark className="size-5 shrink-0" />
          <span className="min-w-0 flex-1 truncate text-left text-sm font-medium">{workspaceLabel(own)}</span>
          <ChevronsUpDown size={13} className="shrink-0 text-ink-3" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) w-60 overflow-auto rounded-lg bg-raised p-1 shadow-pop"
        >
          <DropdownMenu.Label className="px-2 pt-1.5 pb-2 text-xs text-ink-3">
            <span className="block truncate">{session.account?.email ?? 'Logged in with a token'}</span>
            {session.role} · times in {settings.timeZone}
          </DropdownMenu.Label>
          {session.workspaces.length > 1 && (
            <DropdownMenu.RadioGroup
              aria-label="Workspace"
              value={session.workspaceId}
              onValueChange={(id) => id !== session.workspaceId && change.mutate(id)}
            >
              {session.workspaces.map((each) => (
                <DropdownMenu.RadioItem key={each.workspaceId} value={each.workspaceId} className={item}>
                  <span className="min-w-0 flex-1 truncate" title={each.workspaceId}>
                    {workspaceLabel(each)}
                  </span>
                  <span className="text-xs font-normal text-ink-3">{each.role}</span>
                  <DropdownMenu.ItemIndicator>
                    <span className="block size-1.5 rounded-full bg-accent" />
                  </DropdownMenu.ItemIndicator>
                </DropdownMenu.RadioItem>
              ))}
            </DropdownMenu.RadioGroup>
          )}
          {!session.account && (
            <DropdownMenu.Item className={item} onSelect={() => setDialog('switch')}>
              <ArrowLeftRight size={14} /> Another workspace …
            </DropdownMenu.Item>
          )}
          {mayMake && (
            <DropdownMenu.Item className={item} onSelect={() => setDialog('new')}>
              <Plus size={14} /> New workspace …
            </DropdownMenu.Item>
          )}
          {(mayMake || !session.account || session.workspaces.length > 1) && (
            <DropdownMenu.Separator className="my-1 h-px bg-line" />
          )}
          <DropdownMenu.RadioGroup value={theme} onValueChange={(value) => setTheme(value as Theme)}>
            {themes.map(({ theme: value, label, icon: Icon }) => (
              <DropdownMenu.RadioItem key={value} value={value} className={item}>
                <Icon size={14} />
                <span className="flex-1">{label}</span>
                <DropdownMenu.ItemIndicator>
                  <span className="block size-1.5 rounded-full bg-accent" />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <DropdownMenu.Item asChild className={item}>
            <Link to="/settings/account">
              <UserRound size={14} /> Your account
            </Link>
          </DropdownMenu.Item>
          <DropdownMenu.Item className={item} onSelect={() => logOut.mutate()}>
            <LogOut size={14} /> Log out
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Root>
      {dialog === 'switch' && <SwitchWorkspace close={close} />}
      {dialog === 'new' && <NewWorkspace close={close} />}
    </>
  );
}
