import { Building2, Code2, type LucideIcon, Radio, Settings2, Users } from 'lucide-react';

export interface Place {
  to: '/companies' | '/people' | '/live' | '/settings/workspace' | '/settings/installation';
  label: string;
  icon: LucideIcon;
  /** Pressed after `g`. */
  key: string;
}

/** The places one can go to, in the order of the navigation. */
export const places: Place[] = [
  { to: '/companies', label: 'Companies', icon: Building2, key: 'c' },
  { to: '/people', label: 'People', icon: Users, key: 'p' },
  { to: '/live', label: 'Live', icon: Radio, key: 'l' },
];

export const settingsPlaces: Place[] = [
  { to: '/settings/installation', label: 'Installation', icon: Code2, key: 'i' },
  { to: '/settings/workspace', label: 'Settings', icon: Settings2, key: 's' },
];
