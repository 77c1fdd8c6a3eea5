import { explainIdentity } from '../identity/explanation.ts';
import { findPerson, listMemberships } from '../people/people.ts';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { findRefused } from './refused.ts';

const traitsSql = sql(import.meta.url, 'personTraits.sql');

interface TraitChange {
  trait: string;
  value: string;
  timestamp: string;
  messageId: string;
}

/** Everything about one person but its events: profile, ids and why they are one, memberships, traits over time. */
export async function personDocument(connection: Connection, workspaceId: string, personId: string) {
  const person = await findPerson(connection, workspaceId, personId);
  if (!person) return undefined;
  const identity = await explainIdentity(connection, workspaceId, personId);
  const traits = await connection.rows<TraitChange>(traitsSql, { workspace: workspaceId, personId });
  return {
    person,
    identity,
    memberships: (await listMemberships(connection, workspaceId, personId)) ?? [],
    traitHistory: traits.map((change) => ({ ...change, value: JSON.parse(change.value) as unknown })),
    refused: await findRefused(
      connection,
      workspaceId,
      identity.map(({ id }) => id),
    ),
  };
}
