import type { Connection } from '../store/connection.ts';
import { type Sql, sql } from '../store/sql.ts';
import { MarksLost, Stopped, steps } from './run.ts';

const file = (name: string) => sql(import.meta.url, name);
const keptSql = file('kept.sql');
const keptPersons = file('keptPersons.sql');
const keptGroups = file('keptGroups.sql');

/** Persons, and groups, that are derived by one set of statements; a longer list would need more memory and hold up other runs. */
const personsAtOnce = 20_000;
const groupsAtOnce = 10_000;

/** What some runs kept for reports. */
export interface Kept {
  marks: number;
  persons: number;
  groups: number;
}

/** Counts what is kept under a number. */
export async function countKept(connection: Connection, kept: number): Promise<Kept> {
  const [row] = await connection.rows<Kept>(keptSql, { kept });
  return row ?? { marks: 0, persons: 0, groups: 0 };
}

/** Empties the working tables of what has a number. */
export async function clearMarks(connection: Connection, kept: number): Promise<void> {
  for (const statement of steps.clear) await connection.run(statement, { batch: kept });
}

export interface RunForReports {
  /** The number under which runs kept their marks. */
  kept: number;
  /** How many there were when the last of those runs ended. */
  marks: number;
  history: boolean;
  /** Marks and version of the rows written: each time larger than that of any run before. */
  nextBatch(): number;
  /** Asked before each step; the run ends at once, with `Stopped`, when it may not go on. */
  mayGoOn(): boolean;
}

/**
 * Computes what only reports read (visits, deeds and journeys) of whomever some runs kept for it, from what the derived tables
 * say now. Each person and group is computed once, however many of the runs concerned it. Can be repeated, as a run can.
 *
 * @throws MarksLost when the marks are gone; whom they named is told by the arrivals since the last checkpoint.
 */
export async function runForReports(connection: Connection, work: RunForReports): Promise<void> {
  const { kept, history, nextBatch, mayGoOn } = work;
  const { marks, persons, groups } = await countKept(connection, kept);
  if (marks < work.marks) throw new MarksLost();
  const derive = async (mark: Sql, count: number, atOnce: number, texts: readonly Sql[]) => {
    const parts = Math.ceil(count / atOnce);
    for (let part = 0; part < parts; part++) {
      const batch = nextBatch();
      try {
        for (const step of [mark, ...texts]) {
          if (!mayGoOn()) throw new Stopped();
          await connection.run(step, { batch, kept, parts, part });
        }
      } finally {
        await clearMarks(connection, batch);
      }
    }
  };
  const split = history ? [steps.stints] : [];
  await derive(keptPersons, persons, personsAtOnce, [
    ...steps.sumsOfPersons,
    ...split,
    ...steps.forReports,
    steps.journeys,
  ]);
  await derive(keptGroups, groups, groupsAtOnce, [steps.journeys]);
  await clearMarks(connection, kept);
}
