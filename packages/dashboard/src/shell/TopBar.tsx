import { Search } from 'lucide-react';
import { WorkspaceMenu } from './WorkspaceMenu.tsx';

/** What stands above the navigation on wide screens, at the top of narrow ones: which workspace this is, and the search. */
export function TopBar({ openPalette }: { openPalette: () => void }) {
  return (
    <header className="flex h-11 shrink-0 items-center justify-between gap-2 border-b bg-side pr-1 pl-2 md:hidden">
      <WorkspaceMenu />
      <button
        type="button"
        onClick={openPalette}
        aria-label="Search"
        className="grid size-10 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-active hover:text-ink"
      >
        <Search size={17} strokeWidth={1.8} />
      </button>
    </header>
  );
}
