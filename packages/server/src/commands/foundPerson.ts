import type { Person, PersonList } from '../api/answers.ts';
import { CommandFailure } from './commandFailure.ts';
import { Refusal, type RunningServer } from './runningServer.ts';

/**
 * The person that somebody means: by its id (`user:42`), or by a user id or address alone. An address or browser that
 * belongs to a user by now leads to that user.
 * @throws CommandFailure if there is none, or more than one
 */
export async function foundPerson(server: RunningServer, wanted: string): Promise<Person> {
  if (/^(user|email|anon):/.test(wanted)) {
    try {
      return await server.askWorkspace<Person>('GET', `people/${encodeURIComponent(wanted)}`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 404) throw error;
    }
  }
  const plain = wanted.replace(/^(user|email|anon):/, '');
  const search = new URLSearchParams({ q: plain, limit: '1000' });
  const { people } = await server.askWorkspace<PersonList>('GET', `people?${search}`);
  const lower = plain.toLowerCase();
  const meant = people.filter((person) => person.userId === plain || person.emails.includes(lower));
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
