import { groupTraits as specialTraits } from '@spectacle/protocol';
import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

const eventsSql = sql(import.meta.url, 'eventNames.sql');
const groupsSql = sql(import.meta.url, 'groupTraits.sql');
const peopleSql = sql(import.meta.url, 'personTraits.sql');
const propertiesSql = sql(import.meta.url, 'propertyNames.sql');

/** Longer lists help nobody to pick. */
const limit = 500;
/** Events of browsers, and as many of servers, whose properties are looked at. */
const sample = 10_000;

/** Which events, traits and properties were seen, to pick from: of each the most frequent, at most 500. */
export async function seenNames(store: Pick<Store, 'reading'>, workspaceId: string) {
  const parameters = { workspace: workspaceId, limit, specialTraits };
  const [events, group, person, properties] = await Promise.all([
    store.reading.rows<{ type: string; name: string; events: number; lastSeen: string }>(eventsSql, parameters),
    store.reading.rows<{ trait: string; special: 0 | 1; groups: number }>(groupsSql, parameters),
    store.reading.rows<{ trait: string; people: number }>(peopleSql, parameters),
    store.reading.rows<{ property: string }>(propertiesSql, { ...parameters, sample }),
  ]);
  return {
    events,
    traits: { group: group.map((row) => ({ ...row, special: row.special === 1 })), person },
    properties: properties.map(({ property }) => property),
  };
}
