import { Outlet, useRouterState } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { SessionGate } from '../session/SessionGate.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { Sidebar } from './Sidebar.tsx';
import { TabBar } from './TabBar.tsx';
import { TopBar } from './TopBar.tsx';
import { useFocusOnNavigation } from './useFocusOnNavigation.ts';
import { useShortcuts } from './useShortcuts.ts';

/** They come before any log-in. */
const entrances = ['/invitation', '/login'];

/** The frame of every page: navigation, the page, and the command palette above both. */
export function Shell() {
  const entering = useRouterState({ select: ({ location }) => entrances.includes(location.pathname) });
  if (entering) return <Outlet />;
  return (
    <SessionGate>
      <Frame />
    </SessionGate>
  );
}

function Frame() {
  const page = useRef<HTMLElement>(null);
  useFocusOnNavigation(page);
  const [paletteOpen, setPaletteOpen] = useState(false);
  useShortcuts(() => setPaletteOpen(true));
  return (
    <div className="flex h-dvh flex-col md:flex-row">
      <a
        href="#page"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-md focus:bg-accent focus:px-3 focus:py-1.5 focus:text-on-accent"
      >
        Skip to the page
      </a>
      <Sidebar openPalette={() => setPaletteOpen(true)} />
      <TopBar openPalette={() => setPaletteOpen(true)} />
      <main ref={page} id="page" tabIndex={-1} className="min-h-0 min-w-0 flex-1 overflow-hidden bg-page outline-none">
        <Outlet />
      </main>
      <TabBar />
      <CommandPalette open={paletteOpen} close={() => setPaletteOpen(false)} />
    </div>
  );
}
