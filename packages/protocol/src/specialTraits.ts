/** Group traits that Spectacle knows by name: normalised for display and search, kept as sent too. */
export const groupTraits = [
  'name',
  'description',
  'website',
  'phone',
  'employees',
  'linkedInUrl',
  'email',
  'industry',
  'plan',
  'avatar',
  'address',
  'createdAt',
] as const;

/** Person traits that Spectacle knows by name. `companyId` is a group call in disguise. */
export const personTraits = [
  'email',
  'firstName',
  'lastName',
  'name',
  'phone',
  'avatar',
  'companyId',
  'companyName',
] as const;
