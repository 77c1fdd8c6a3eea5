import type { Connection } from '../store/connection.ts';
import { type Sql, sql, statements } from '../store/sql.ts';
import type { Change } from './backlog.ts';

const file = (name: string) => sql(import.meta.url, name);
const contents = file('contents.sql');
const conflicts = file('conflicts.sql');
const losers = file('losers.sql');
const rivals = file('rivals.sql');
const derived = file('derived.sql');
const remember = file('remember.sql');
const deleteLosers = statements(file('deleteLosers.sql'));

/**
 * What is derived from what, by the kind of key that a step reads from the marks. Each can be repeated without harm. A run takes one
 * after the other; whoever derives much at once may take each kind for all keys before the next one (attribution/derivePast.ts).
 */
export const steps = {
  ofVisitors: ['payments.sql', 'groupCalls.sql', 'trails.sql', 'claims.sql'].map(file),
  ofSubjects: file('identities.sql'),
  sumsOfPersons: ['owned.sql', 'shares.sql', 'money.sql'].map(file),
  /** Of persons whose sums are there. */
  ofPersons: ['people.sql', 'stays.sql'].map(file),
  /** Only where a workspace counts events for the group of their time. */
  stints: file('stints.sql'),
  /** Of persons that are marked with their stays. */
  ofStays: file('contributions.sql'),
  ofGroups: file('groups.sql'),
  /** Only reports read these, of persons that are marked, and so the journeys below. */
  forReports: ['personVisits.sql', 'deeds.sql'].map(file),
  /** Of persons that are marked, and of the groups of stays that are. */
  journeys: file('journeys.sql'),
  marks: file('marks.sql'),
  clear: statements(file('clear.sql')),
};

/** Whom the changes of some visitors concern: their own ids, and who follows those. */
const subjects = file('subjects.sql');
const followers = file('followers.sql');
const changed = ['changed.sql', 'contenders.sql'].map(file);
const claimants = file('claimants.sql');
const persons = file('persons.sql');
const keep = file('keepForReports.sql');

export interface Run {
  /** Marks and version of the rows written: larger than that of any run before. */
  batch: number;
  changes: Change[];
  /**
   * Everything that runs before this one wrote is whole: nobody is left to be derived because of them. Only whom changes since
   * then concern is derived. Undefined: whoever may have to do with the visitors is.
   */
  wholeBefore?: number | undefined;
  /** The same for what only reports read: until then it is kept whose an id was. Not after the other. */
  reportsWholeBefore?: number | undefined;
  /** Some workspace in the run counts events for the group of their time, so people who moved need it split. */
  history: boolean;
  /** Keeps what only reports read for `runForReports`, under this number, instead of deriving it. */
  keepForReports?: number | undefined;
  /** Keys to mark besides those that follow from the changes. */
  also?: { kind: string; workspaceId: string; key: string; other: string }[];
  /** Asked before each step; the run ends at once, with `Stopped`, when it may not go on. */
  mayGoOn?: () => boolean;
}

export interface RunTime {
  /** How long what only reports read took, in milliseconds. */
  forReportsMs: number;
}

/** The run was cut off on purpose: the server is being stopped, and the next start makes it good. */
export class Stopped extends Error {
  constructor() {
    super('The derivation was stopped.');
  }
}

/** The working tables are in memory, and ClickHouse was started again. */
export class MarksLost extends Error {
  constructor() {
    super('ClickHouse was started again during a run of the derivation.');
  }
}

/**
 * Computes the rows of the visitors that changed afresh from their events, then those of the people and groups that they
 * touch. Nothing is added up, so a run can be repeated, and one that was cut off is made good by the next.
 */
export async function run(
  connection: Connection,
  {
    batch,
    changes,
    wholeBefore,
    reportsWholeBefore,
    history,
    keepForReports: kept,
    also = [],
    mayGoOn = () => true,
  }: Run,
): Promise<RunTime> {
  // A visitor without a message is to be derived again, whatever is known of it.
  const from = changes.some(({ messageId }) => messageId === '') ? 0 : (wholeBefore ?? 0);
  const since = reportsWholeBefore ?? 0;
  const take = async (step: Sql) => {
    if (!mayGoOn()) throw new Stopped();
    await connection.run(step, { batch, from, since });
  };
  const lines: string[] = [];
  const visitors = new Set<string>();
  for (const { workspaceId, visitor, messageId } of changes) {
    if (messageId !== '') lines.push(key(batch, 'message', workspaceId, messageId));
    if (visitor !== '') visitors.add(key(batch, 'visitor', workspaceId, visitor));
  }
  for (const { kind, workspaceId, key: text, other } of also) lines.push(key(batch, kind, workspaceId, text, other));
  const marked = [...lines, ...visitors];
  try {
    await mark(connection, marked);
    await take(contents);
    await settleConflicts(connection, batch);
    for (const step of [subjects, ...steps.ofVisitors, followers, ...changed]) await take(step);
    if (from === 0) await take(claimants);
    for (const step of [steps.ofSubjects, persons]) await take(step);
    for (const step of [...steps.sumsOfPersons, ...steps.ofPersons]) await take(step);
    if (history) await take(steps.stints);
    for (const step of [steps.ofStays, steps.ofGroups]) await take(step);
    const started = performance.now();
    if (kept === undefined) for (const step of [...steps.forReports, steps.journeys]) await take(step);
    else await connection.run(keep, { batch, kept });
    const forReportsMs = performance.now() - started;
    await checkMarks(connection, batch, marked.length);
    return { forReportsMs };
  } finally {
    for (const statement of steps.clear) await connection.run(statement, { batch });
  }
}

/** The working tables are in memory: a server that was started again meanwhile has lost them, and the steps did nothing. */
async function checkMarks(connection: Connection, batch: number, marked: number): Promise<void> {
  const [row] = await connection.rows<{ marks: number }>(steps.marks, { batch });
  if ((row?.marks ?? 0) < marked) throw new MarksLost();
}

/** A message that came with more than one content. */
interface Conflict {
  messageId: string;
  /** The content that counts. */
  content: number;
  /** Whose events the copies are, and all ids that they name. */
  visitors: string[];
  ids: string[];
}

/** Conflicts settled by one set of statements. */
const conflictsAtOnce = 1_000;

/** One message with two contents: the copies that do not count are deleted, with what was derived from them. */
async function settleConflicts(connection: Connection, batch: number): Promise<void> {
  const found = await connection.rows<{ workspace: string; messageIds: string[] }>(conflicts, {
    batch,
    atOnce: conflictsAtOnce,
  });
  for (const { workspace, messageIds } of found) {
    // One content may be all that is left, and what was derived from the other must still go.
    const settled = await connection.rows<Conflict>(losers, { workspace, messageIds });
    if (settled.length === 0) continue;
    const visitors = [...new Set(settled.flatMap((conflict) => conflict.visitors))];
    const ids = [...new Set(settled.flatMap((conflict) => conflict.ids))];
    await mark(connection, [
      ...visitors.map((visitor) => key(batch, 'visitor', workspace, visitor)),
      ...ids.flatMap((id) => [key(batch, 'subject', workspace, id), key(batch, 'changed', workspace, id)]),
    ]);
    await connection.run(derived, { batch, workspace, visitors });
    await connection.run(rivals, { batch, workspace, messageIds });
    // Should the process die from here on, the next start projects these visitors again.
    await connection.run(remember, { workspace, visitors });
    const contents = settled.map(({ content }) => content);
    const losing = { workspace, visitors, messageIds: settled.map(({ messageId }) => messageId), contents };
    for (const statement of deleteLosers) await connection.run(statement, losing);
  }
}

/** A row of `dirty`. */
function key(batch: number, kind: string, workspaceId: string, text: string, other = ''): string {
  return `[${batch},"${kind}",${JSON.stringify(workspaceId)},${JSON.stringify(text)},${JSON.stringify(other)}]`;
}

async function mark(connection: Connection, lines: string[]): Promise<void> {
  await connection.append('spectacle.dirty', ['batch', 'kind', 'workspace', 'key', 'other'], lines.join('\n'));
}
