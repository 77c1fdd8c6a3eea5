import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { places, settingsPlaces } from './navigation.ts';

/** The navigation of narrow screens, at the thumb. */
export function TabBar({ openPalette }: { openPalette: () => void }) {
  const settings = settingsPlaces.filter((place) => place.to === '/settings/workspace');
  const item = 'flex h-[52px] flex-1 flex-col items-center justify-center gap-0.5 text-2xs text-ink-3';
  return (
    <nav aria-label="Main" className="flex shrink-0 border-t bg-side pb-[env(safe-area-inset-bottom)] md:hidden">
      {[...places, ...settings].map(({ to, label, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          className={item}
          activeProps={{ className: '!text-accent-ink font-medium' }}
          activeOptions={{ includeSearch: false }}
        >
          <Icon size={18} strokeWidth={1.8} />
          {label}
        </Link>
      ))}
      <button type="button" onClick={openPalette} className={item}>
        <Search size={18} strokeWidth={1.8} />
        Search
      </button>
    </nav>
  );
}
