import type { GroupList, PersonList } from '@spectacle/server/answers';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { ArrowLeftRight, LogOut, Moon, Search, Sun } from 'lucide-react';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { request } from '../api/request.ts';
import { companyName } from '../companies/companyName.ts';
import { Avatar } from '../display/Avatar.tsx';
import { traitLine } from '../display/traitText.ts';
import { personName } from '../people/personName.ts';
import { useWorkspace } from '../session/session.ts';
import { useLogOut } from '../session/useLogOut.ts';
import { useSwitchWorkspace } from '../session/useSwitchWorkspace.ts';
import { workspaceLabel } from '../session/workspaceLabel.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { places, placesFor, settingsPlaces } from './navigation.ts';
import { chooseTheme } from './theme.ts';

const rowStyle =
  'flex h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 text-sm data-[selected=true]:bg-active [&>svg]:text-ink-3';

export function PaletteSearch({ close }: { close: () => void }) {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const navigate = useNavigate();
  const logOut = useLogOut();
  const change = useSwitchWorkspace();
  const { session } = useWorkspace();
  const found = useFound(wanted);
  const matches = (label: string) => label.toLowerCase().includes(text.trim().toLowerCase());
  const act = (action: () => void) => () => {
    close();
    action();
  };
  return (
    <Command shouldFilter={false} label="Go to anything" loop>
      <div className="flex items-center gap-2.5 border-b px-4">
        <Search size={15} className="text-ink-3" />
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder="Company, person, page or action"
          className="h-12 flex-1 bg-transparent text-base outline-none placeholder:text-ink-3"
        />
        <Kbd>Esc</Kbd>
      </div>
      <Command.List className="max-h-[min(420px,60vh)] overflow-auto p-1.5">
        <Command.Empty className="px-3 py-8 text-center text-sm text-ink-2">
          {found.isFetching ? 'Searching …' : `Nothing is called “${text.trim()}”`}
        </Command.Empty>
        <Section title="Companies">
          {found.data?.groups.map((group) => (
            <Command.Item
              key={group.groupId}
              value={`company ${group.groupId}`}
              className={rowStyle}
              onSelect={act(() => void navigate({ to: '/companies/$groupId', params: { groupId: group.groupId } }))}
            >
              <Avatar id={group.groupId} name={companyName(group)} kind="company" />
              <span className="truncate">{companyName(group)}</span>
              <span className="truncate text-xs text-ink-3">{traitLine(group.special, 'domain')}</span>
            </Command.Item>
          ))}
        </Section>
        <Section title="People">
          {found.data?.people.map((person) => (
            <Command.Item
              key={person.personId}
              value={`person ${person.personId}`}
              className={rowStyle}
              onSelect={act(() => void navigate({ to: '/people/$personId', params: { personId: person.personId } }))}
            >
              <Avatar id={person.personId} name={personName(person)} kind="person" />
              <span className="truncate">{personName(person)}</span>
              <span className="truncate text-xs text-ink-3">{person.groupName}</span>
            </Command.Item>
          ))}
        </Section>
        <Section title="Go to">
          {placesFor(session.rights, [...places, ...settingsPlaces])
            .filter((place) => matches(place.label))
            .map(({ to, label, icon: Icon, key }) => (
              <Command.Item
                key={to}
                value={`go ${label}`}
                className={rowStyle}
                onSelect={act(() => void navigate({ to }))}
              >
                <Icon size={15} />
                <span className="flex-1">{label}</span>
                <Kbd>G</Kbd>
                <Kbd>{key.toUpperCase()}</Kbd>
              </Command.Item>
            ))}
        </Section>
        <Section title="Actions">
          {session.workspaces
            .map((each) => ({ workspaceId: each.workspaceId, label: `Switch to ${workspaceLabel(each)}` }))
            .filter(({ workspaceId, label }) => workspaceId !== session.workspaceId && matches(label))
            .map(({ workspaceId, label }) => (
              <Command.Item
                key={workspaceId}
                value={`switch ${workspaceId}`}
                className={rowStyle}
                onSelect={act(() => change.mutate(workspaceId))}
              >
                <ArrowLeftRight size={15} /> {label}
              </Command.Item>
            ))}
          {matches('Light theme') && (
            <Command.Item value="light" className={rowStyle} onSelect={act(() => chooseTheme('light'))}>
              <Sun size={15} /> Light theme
            </Command.Item>
          )}
          {matches('Dark theme') && (
            <Command.Item value="dark" className={rowStyle} onSelect={act(() => chooseTheme('dark'))}>
              <Moon size={15} /> Dark theme
            </Command.Item>
          )}
          {matches('Log out') && (
            <Command.Item value="log out" className={rowStyle} onSelect={act(() => logOut.mutate())}>
              <LogOut size={15} /> Log out
            </Command.Item>
          )}
        </Section>
      </Command.List>
    </Command>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const empty = Array.isArray(children) ? children.every((child) => !child) : !children;
  if (empty) return null;
  return (
    <Command.Group
      heading={title}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-3"
    >
      {children}
    </Command.Group>
  );
}

function useFound(text: string) {
  const { path } = useWorkspace();
  return useQuery({
    queryKey: ['palette', path, text],
    enabled: text !== '',
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const search = `?limit=6&q=${encodeURIComponent(text)}`;
      const [groups, people] = await Promise.all([
        request<GroupList>(`${path}/groups${search}`, { signal }),
        request<PersonList>(`${path}/people${search}`, { signal }),
      ]);
      return { groups: groups.groups, people: people.people };
    },
  });
}
