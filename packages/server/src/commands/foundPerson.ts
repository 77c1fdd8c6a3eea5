import type { Person, PersonList } from '../api/answers.ts';
import { CommandFailure } from './commandFailure.ts';
import { Refusal, type RunningServer } from './runningServer.ts';

const kinds = /^(user|email|anon):/;

/**
 * The person that somebody means: by its id (`user:42`), or by a user id or address alone. An address that belongs to a
 * user by now leads to that user.
 * @throws CommandFailure if there is none, or more than one
 */
export async function foundPerson(server: RunningServer, wanted: string): Promise<Person> {
  const ids = kinds.test(wanted) ? [wanted] : [`user:${wanted}`, `email:${wanted.toLowerCase()}`];
  for (const id of ids) {
    const person = await personOf(server, id);
    if (person) return person;
  }
  const address = wanted.replace(kinds, '').toLowerCase();
  const search = new URLSearchParams({ q: address, limit: '1000' });
  const { people } = await server.askWorkspace<PersonList>('GET', `people?${search}`);
  const meant = people.filter(({ emails }) => emails.includes(address));
  const [only] = meant;
  if (only && meant.length === 1) return only;
  if (meant.length > 1) {
    throw new CommandFailure(
      `"${wanted}" may be ${meant.map(({ personId }) => personId).join(' or ')}. Name one of them.`,
    );
  }
  throw new CommandFailure(
    `There is no person "${wanted}". A person is named user:<userId>, email:<address> or anon:<anonymousId>.`,
  );
}

async function personOf(server: RunningServer, personId: string): Promise<Person | undefined> {
  try {
    return await server.askWorkspace<Person>('GET', `people/${encodeURIComponent(personId)}`);
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return undefined;
    throw error;
  }
}
