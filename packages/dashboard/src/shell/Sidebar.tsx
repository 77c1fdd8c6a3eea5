import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useWorkspace } from '../session/session.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { type Place, places, placesFor, settingsPlaces } from './navigation.ts';
import { commandKey } from './useShortcuts.ts';
import { WorkspaceMenu } from './WorkspaceMenu.tsx';

export function Sidebar({ openPalette }: { openPalette: () => void }) {
  const { session } = useWorkspace();
  return (
    <header className="hidden w-[216px] shrink-0 flex-col border-r bg-side p-2 md:flex">
      <WorkspaceMenu />
      <button
        type="button"
        onClick={openPalette}
        className="mt-2 flex h-8 items-center gap-2 rounded-md border bg-raised px-2 text-sm text-ink-3 hover:border-line-strong hover:text-ink-2"
      >
        <Search size={14} />
        <span className="flex-1 text-left">Search</span>
        <Kbd>{commandKey}</Kbd>
        <Kbd>K</Kbd>
      </button>
      <nav aria-label="Main" className="mt-4 flex min-h-0 flex-1 flex-col gap-px overflow-y-auto">
        {places.map((place) => (
          <PlaceLink key={place.to} place={place} />
        ))}
        <p className="mt-5 mb-1 px-2 text-2xs font-medium text-ink-3">Workspace</p>
        {placesFor(session.rights, settingsPlaces).map((place) => (
          <PlaceLink key={place.to} place={place} />
        ))}
      </nav>
    </header>
  );
}

function PlaceLink({ place }: { place: Place }) {
  const Icon = place.icon;
  return (
    <Link
      to={place.to}
      title={`G then ${place.key.toUpperCase()}`}
      className="flex h-[30px] items-center gap-2.5 rounded-md px-2 text-sm text-ink-2 hover:bg-active hover:text-ink"
      activeProps={{ className: 'bg-active font-medium !text-ink' }}
      activeOptions={{ includeSearch: false }}
    >
      <Icon size={15} strokeWidth={1.8} />
      {place.label}
    </Link>
  );
}
