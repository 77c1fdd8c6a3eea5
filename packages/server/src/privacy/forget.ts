import { run } from '../projection/run.ts';
import type { Connection } from '../store/connection.ts';
import { sql, statements } from '../store/sql.ts';

const file = (name: string) => sql(import.meta.url, name);
const personTraces = file('personTraces.sql');
const groupTraces = file('groupTraces.sql');
const markPerson = file('markPerson.sql');
const markGroup = file('markGroup.sql');
const markRivals = file('markRivals.sql');
const count = file('count.sql');
const erase = statements(file('erase.sql'));
const sweep = statements(file('sweep.sql'));

/** How many rows of what were erased. */
export interface Erased {
  events: number;
  payments: number;
  groupCalls: number;
  rejections: number;
}

interface Traces {
  subjects: string[];
  visitors: string[];
  persons: string[];
  groups: string[];
  /** Which of the persons was in which of the groups. */
  stays: [person: string, group: string][];
  /** The ids as they stand in refused payloads: whole JSON texts, or they would be found in those of strangers. */
  ids: string[];
  forgetsGroup: boolean;
}

/** A part of the work that no run of the projection must meet. */
export interface Job {
  connection: Connection;
  workspaceId: string;
  /** Number of the run that derives what is left; see Run. */
  batch: number;
  history: boolean;
}

/**
 * Erases a person: every event of any of its ids, and everything derived from them. What is left is what a store would
 * have that never saw those events. Must not meet a run of the projection. Undefined if there is no such person.
 */
export async function forgetPerson(job: Job, personId: string): Promise<Erased | undefined> {
  const { connection, workspaceId, batch } = job;
  const [found] = await connection.rows<Pick<Traces, 'subjects' | 'visitors' | 'groups'>>(personTraces, {
    workspace: workspaceId,
    personId,
  });
  if (!found || found.subjects.length === 0) return undefined;
  await connection.run(markPerson, {
    batch,
    workspace: workspaceId,
    visitors: found.visitors,
    subjects: found.subjects,
  });
  const ids = found.subjects.flatMap((subject) => inPayloads(subject.slice(subject.indexOf(':') + 1)));
  const stays = found.groups.map((group): [string, string] => [personId, group]);
  return await eraseMarked(job, { ...found, persons: [personId], stays, ids, forgetsGroup: false });
}

/**
 * Erases a group: every event that names it (group calls, identifies with its companyId, events that acted for it). Its
 * people stay, as if they had never been in it. Must not meet a run of the projection. Undefined if nothing names it.
 */
export async function forgetGroup(job: Job, groupId: string): Promise<Erased | undefined> {
  const { connection, workspaceId, batch } = job;
  const [found] = await connection.rows<Pick<Traces, 'visitors' | 'persons'>>(groupTraces, {
    workspace: workspaceId,
    groupId,
  });
  if (!found || found.visitors.length === 0) return undefined;
  await connection.run(markGroup, { batch, workspace: workspaceId, visitors: found.visitors, groupId });
  return await eraseMarked(job, {
    visitors: found.visitors,
    persons: found.persons,
    stays: found.persons.map((person) => [person, groupId]),
    subjects: [],
    groups: [groupId],
    ids: inPayloads(groupId),
    forgetsGroup: true,
  });
}

/** An id that is a number may have been sent as one; it ends with what follows it. */
function inPayloads(id: string): string[] {
  return /^-?\d+$/.test(id) ? [JSON.stringify(id), `:${id},`, `:${id}}`] : [JSON.stringify(id)];
}

/** Erases the events that are marked, and derives whom they concerned again from what is left. */
export async function eraseMarked({ connection, workspaceId, batch, history }: Job, traces: Traces): Promise<Erased> {
  const { stays, ...lists } = traces;
  const parameters = { workspace: workspaceId, batch, ...lists };
  const [erased] = await connection.rows<Erased>(count, parameters);
  await connection.run(markRivals, parameters);
  for (const statement of erase) await connection.run(statement, parameters);
  await run(connection, {
    batch,
    history,
    changes: traces.visitors.map((visitor) => ({ workspaceId, visitor, messageId: '' })),
    also: [
      ...traces.subjects.map((key) => ({ kind: 'subject', workspaceId, key, other: '' })),
      ...traces.persons.map((key) => ({ kind: 'person', workspaceId, key, other: '' })),
      ...stays.map(([key, other]) => ({ kind: 'stay', workspaceId, key, other })),
    ],
  });
  for (const statement of sweep) await connection.run(statement, parameters);
  return erased ?? { events: 0, payments: 0, groupCalls: 0, rejections: 0 };
}
