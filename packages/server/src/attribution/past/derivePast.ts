import { Stopped, steps } from '../../projection/run.ts';
import type { Connection } from '../../store/connection.ts';
import { deleteAll } from '../../store/deletions.ts';
import { type Sql, sql, statements } from '../../store/sql.ts';
import { storeTime } from '../../store/storeTime.ts';

const file = (name: string) => sql(import.meta.url, name);
const visitors = statements(file('visitors.sql'));
const named = statements(file('named.sql'));
const withoutVisitors = statements(file('withoutVisitors.sql'));
const subjects = statements(file('subjects.sql'));
const withoutSubjects = statements(file('withoutSubjects.sql'));
const persons = statements(file('persons.sql'));
const withoutPersons = statements(file('withoutPersons.sql'));
const stays = statements(file('stays.sql'));
const groups = statements(file('groups.sql'));
const withoutGroups = statements(file('withoutGroups.sql'));
const partSql = file('part.sql');
const markSql = file('mark.sql');

/** How much is derived in one go: keys, and events or visits to read for them. More needs more memory, and holds up a stop for longer. */
const partSize = {
  visitor: { keys: 20_000, weight: 1_000_000 },
  'subject again': { keys: 100_000, weight: 100_000 },
  'person again': { keys: 20_000, weight: 1_000_000 },
  'group again': { keys: 5_000, weight: 500_000 },
} as const;

export interface PastToDerive {
  workspaceId: string;
  /** Milliseconds since 1970. */
  asOf: number;
  /** From which arrivals on the derived tables may lack something; 0: from the beginning. Milliseconds since 1970. */
  behindSince: number;
  /** Other rates counted than today's. */
  otherRates: boolean;
  /** The workspace counts events for the group of their time. */
  history: boolean;
  mayGoOn(): boolean;
}

/**
 * Derives in a scratch database what was known at a moment. It holds the events and what was derived from them until today, or the
 * events alone (`behindSince` 0). Only whom something received later concerns is derived again: his rows are deleted, and written by
 * the steps of the projection. Each kind of row is complete before those that follow from it, so nothing is derived twice.
 *
 * @throws Stopped when it may not go on; the scratch database is of no use then.
 */
export async function derivePast(connection: Connection, past: PastToDerive): Promise<void> {
  const { workspaceId: workspace, asOf, behindSince, otherRates, history, mayGoOn } = past;
  const parameters = {
    workspace,
    asOf: storeTime(new Date(asOf).toISOString()),
    everybody: behindSince === 0,
    behindSince,
    otherRates,
  };
  const goOn = () => {
    if (!mayGoOn()) throw new Stopped();
  };
  const run = async (texts: readonly Sql[]) => {
    for (const text of texts) {
      goOn();
      await connection.run(text, parameters);
    }
  };
  const derive = (kind: keyof typeof partSize, mark: string, texts: readonly Sql[]) =>
    deriveInParts(connection, { workspace, kind, mark, texts, goOn });

  await run([...visitors, ...named]);
  await deleteAll(connection, withoutVisitors, parameters, goOn);
  await derive('visitor', 'visitor', steps.ofVisitors);

  await run([...named, ...subjects]);
  await deleteAll(connection, withoutSubjects, parameters, goOn);
  await derive('subject again', 'subject', [steps.ofSubjects]);

  await run(persons);
  await deleteAll(connection, withoutPersons, parameters, goOn);
  const split = history ? [steps.stints] : [];
  const ofPersons = [...steps.sumsOfPersons, ...steps.ofPersons, ...split];
  const ofStays = [steps.ofStays, ...steps.forReports, ...stays, steps.journeys];
  await derive('person again', 'person', [...ofPersons, ...ofStays]);

  await run(groups);
  await deleteAll(connection, withoutGroups, parameters, goOn);
  await derive('group again', 'stay', [steps.ofGroups, steps.journeys]);
}

interface Parts {
  workspace: string;
  kind: keyof typeof partSize;
  /** The kind of mark that the steps read. */
  mark: string;
  texts: readonly Sql[];
  goOn(): void;
}

/** Takes some steps of the projection for all keys of a kind, a part at a time. */
async function deriveInParts(connection: Connection, { workspace, kind, mark, texts, goOn }: Parts): Promise<void> {
  let batch = Date.now() * 1000;
  for (let after = ''; ; ) {
    const [part] = await connection.rows<{ until: string; keys: number }>(partSql, { kind, after, ...partSize[kind] });
    if (!part || part.keys === 0) return;
    batch = Math.max(batch + 1, Date.now() * 1000);
    await connection.run(markSql, { batch, mark, workspace, kind, after, until: part.until });
    for (const text of texts) {
      goOn();
      await connection.run(text, { batch, workspace, from: 0, since: 0 });
    }
    const [row] = await connection.rows<{ marks: number }>(steps.marks, { batch });
    // The working tables are in memory.
    if ((row?.marks ?? 0) < part.keys) throw new Error('ClickHouse was started again while a past was derived.');
    for (const text of steps.clear) await connection.run(text, { batch });
    after = part.until;
  }
}
