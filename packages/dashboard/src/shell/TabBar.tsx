import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useWorkspace } from '../session/session.ts';
import { places, placesFor, settingsPlaces } from './navigation.ts';

/** The places that have a tab of their own; the thumb has room for no more. */
const tabs = ['/companies', '/people', '/attribution', '/live'];
const item = 'flex h-[52px] flex-1 flex-col items-center justify-center gap-0.5 text-2xs text-ink-3';

/** The navigation of narrow screens, at the thumb. */
export function TabBar() {
  const { session } = useWorkspace();
  const own = places.filter((place) => tabs.includes(place.to));
  const more = placesFor(session.rights, [...places.filter((place) => !tabs.includes(place.to)), ...settingsPlaces]);
  return (
    <nav aria-label="Main" className="flex shrink-0 border-t bg-side pb-[env(safe-area-inset-bottom)] md:hidden">
      {own.map(({ to, label, icon: Icon }) => (
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
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger className={`${item} data-[state=open]:text-ink`}>
          <Ellipsis size={18} strokeWidth={1.8} />
          More
        </DropdownMenu.Trigger>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) w-52 overflow-auto rounded-lg bg-raised p-1 shadow-pop"
        >
          {more.map(({ to, label, icon: Icon }) => (
            <DropdownMenu.Item key={to} asChild>
              <Link
                to={to}
                className="flex h-10 items-center gap-2.5 rounded-md px-2.5 text-sm outline-none data-[highlighted]:bg-hover"
                activeProps={{ className: 'font-medium text-accent-ink' }}
                activeOptions={{ includeSearch: false }}
              >
                <Icon size={16} strokeWidth={1.8} /> {label}
              </Link>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Root>
    </nav>
  );
}
