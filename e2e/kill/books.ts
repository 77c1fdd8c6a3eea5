import { createSpectacle } from '@spectacle/server/server';
import { groupIdOf, type Told, userIdOf } from './population.ts';
import { token, workspaceId } from './serverProcess.ts';

/** What the API must say of the people and groups, or does say. */
export interface Books {
  people: Record<string, number>;
  groups: Record<string, { events: number; revenue: number }>;
}

/** The sums that follow from what was acknowledged. */
export function booksOf(acknowledged: Told[]): Books {
  const books: Books = { people: {}, groups: {} };
  for (const { user, revenue } of acknowledged) {
    const person = `user:${userIdOf(user)}`;
    books.people[person] = (books.people[person] ?? 0) + 1;
    const before = books.groups[groupIdOf(user)] ?? { events: 0, revenue: 0 };
    books.groups[groupIdOf(user)] = { events: before.events + 1, revenue: before.revenue + revenue };
  }
  return books;
}

/** The sums that the API tells, page by page. */
export async function readBooks(url: string): Promise<Books> {
  const books: Books = { people: {}, groups: {} };
  for (const person of await all<{ personId: string; events: number }>(url, 'people')) {
    books.people[person.personId] = person.events;
  }
  for (const { groupId, events, revenue } of await all<{ groupId: string; events: number; revenue: number }>(
    url,
    'groups',
  )) {
    books.groups[groupId] = { events, revenue };
  }
  return books;
}

async function all<Item>(url: string, list: 'people' | 'groups'): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const address: string = `${url}/api/workspaces/${workspaceId}/${list}?limit=50${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`${list} answered ${response.status}: ${await response.text()}`);
    const page = (await response.json()) as Record<typeof list, Item[]> & { next: string | null };
    items.push(...page[list]);
    cursor = page.next;
  }
  return items;
}

/** The messages in the one true table of a stopped server, each with the number of rows that count for it. */
export async function storedMessages(directory: string): Promise<Map<string, number>> {
  const config = { port: 0, host: '127.0.0.1', store: { directory }, workspaceId, token, logLevel: 'silent' };
  const { store, close } = await createSpectacle(config);
  type Query = Parameters<typeof store.reading.rows>[0];
  const count = 'SELECT message_id AS id, count() AS copies FROM spectacle.events FINAL GROUP BY id' as Query;
  const rows = await store.reading.rows<{ id: string; copies: number }>(count);
  await close();
  return new Map(rows.map(({ id, copies }) => [id, copies]));
}
