import type { Role } from '@spectacle/server/answers';

/** The roles, from little to much, and what each is for. */
export const roles: Record<Role, string> = {
  viewer: 'Viewer: sees everything, changes nothing',
  member: 'Member: also ad spend and saved views',
  owner: 'Owner: also settings, tokens, team, forget',
};

/** "as a viewer", "as an owner". */
export const asA = (role: Role) => `as ${role === 'owner' ? 'an' : 'a'} ${role}`;
