import type { Right } from '@spectacle/server/answers';
import {
  ArrowLeftRight,
  Building2,
  CalendarSync,
  ChartNoAxesColumn,
  ChartSpline,
  Code2,
  Coins,
  Filter,
  GitFork,
  KeyRound,
  type LucideIcon,
  Radio,
  Route,
  Settings2,
  UserPlus,
  UserRound,
  Users,
  Webhook,
} from 'lucide-react';

export interface Place {
  to:
    | '/companies'
    | '/people'
    | '/attribution'
    | '/journeys'
    | '/funnels'
    | '/retention'
    | '/trends'
    | '/live'
    | '/settings/workspace'
    | '/settings/installation'
    | '/settings/channels'
    | '/settings/spend'
    | '/settings/rates'
    | '/settings/webhooks'
    | '/settings/tokens'
    | '/settings/team'
    | '/settings/account';
  label: string;
  icon: LucideIcon;
  /** Pressed after `g`. */
  key: string;
  /** What it takes to have any use for it; nothing if it is not said. */
  needs?: Right;
}

/** The places one can go to, in the order of the navigation. */
export const places: Place[] = [
  { to: '/companies', label: 'Companies', icon: Building2, key: 'c' },
  { to: '/people', label: 'People', icon: Users, key: 'p' },
  { to: '/attribution', label: 'Attribution', icon: ChartNoAxesColumn, key: 'a' },
  { to: '/journeys', label: 'Journeys', icon: Route, key: 'j' },
  { to: '/funnels', label: 'Funnels', icon: Filter, key: 'f' },
  { to: '/retention', label: 'Retention', icon: CalendarSync, key: 'r' },
  { to: '/trends', label: 'Trends', icon: ChartSpline, key: 'n' },
  { to: '/live', label: 'Live', icon: Radio, key: 'l' },
];

export const settingsPlaces: Place[] = [
  { to: '/settings/installation', label: 'Installation', icon: Code2, key: 'i' },
  { to: '/settings/workspace', label: 'Settings', icon: Settings2, key: 's' },
  { to: '/settings/channels', label: 'Channel rules', icon: GitFork, key: 'h' },
  { to: '/settings/spend', label: 'Ad spend', icon: Coins, key: 'b' },
  { to: '/settings/rates', label: 'Exchange rates', icon: ArrowLeftRight, key: 'e' },
  { to: '/settings/webhooks', label: 'Webhooks', icon: Webhook, key: 'w' },
  { to: '/settings/team', label: 'Team', icon: UserPlus, key: 'm' },
  { to: '/settings/tokens', label: 'Tokens', icon: KeyRound, key: 't', needs: 'administer' },
  { to: '/settings/account', label: 'Your account', icon: UserRound, key: 'u' },
];

/** The places that are of use to somebody with these rights. */
export function placesFor(rights: readonly Right[], among: Place[]): Place[] {
  return among.filter(({ needs }) => needs === undefined || rights.includes(needs));
}
