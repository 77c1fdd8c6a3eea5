import type { Person } from '@spectacle/server/answers';

/** What a person is called: name, else email, else the user's id, else that nobody knows. */
export function personName(person: Pick<Person, 'personId' | 'userId' | 'name' | 'emails'>): string {
  return person.name ?? person.emails[0] ?? person.userId ?? nameOfId(person.personId);
}

/** A person of whom only the id is known. */
export function nameOfId(personId: string): string {
  const colon = personId.indexOf(':');
  const rest = personId.slice(colon + 1);
  return personId.startsWith('anon:') ? `Visitor ${rest.slice(0, 6)}` : rest;
}
