/** What a request may do in a workspace. */
export type Right = 'read' | 'change' | 'administer';

export const roles = ['viewer', 'member', 'owner'] as const;

/** What somebody is in a workspace. */
export type Role = (typeof roles)[number];

/** The whole table: a viewer reads; a member changes what is worked with; an owner says how it counts and who is in. */
export const rightsOf: Record<Role, readonly Right[]> = {
  viewer: ['read'],
  member: ['read', 'change'],
  owner: ['read', 'change', 'administer'],
};

export const may = (role: Role, right: Right) => rightsOf[role].includes(right);

/** Tokens are for programs and are named after what they may do; each is as good as a role. */
export const roleOfToken = { read: 'viewer', write: 'member', admin: 'owner' } as const;

export type TokenRole = keyof typeof roleOfToken;
