import { sql } from '../store/sql.ts';
import { storeTime } from '../store/storeTime.ts';
import { eraseMarked, type Job } from './forget.ts';

const file = (name: string) => sql(import.meta.url, name);
const expired = file('expired.sql');
const traces = file('expiredTraces.sql');
const mark = file('markExpired.sql');

/** Persons of one turn. A larger one rewrites the tables less often, and holds up the derivation for longer. */
const atOnce = 2_000;

/**
 * Erases the events of a workspace from before a moment (milliseconds since 1970): page views and tracked events, and the
 * calls that say who somebody is and where he belongs alike. What is left is what a store would have that never saw them.
 * Returns how many were erased. `exclusively` does a part of the work while no run of the projection is under way.
 *
 * @example await retain(now - 365 * 86_400_000, (work) => projector.exclusively((batch) => work(job(batch))))
 */
export async function retain(
  before: number,
  exclusively: (work: (job: Job) => Promise<number>) => Promise<number>,
): Promise<number> {
  let erased = 0;
  for (;;) {
    const more = await exclusively((job) => retainSome(job, before));
    if (more === 0) return erased;
    erased += more;
  }
}

async function retainSome(job: Job, moment: number): Promise<number> {
  const { connection, workspaceId: workspace, batch } = job;
  const before = storeTime(new Date(moment).toISOString());
  const found = await connection.rows<{ personId: string }>(expired, { workspace, before, atOnce });
  if (found.length === 0) return 0;
  const persons = found.map(({ personId }) => personId);
  const [told] = await connection.rows<{ subjects: string[]; visitors: string[]; stays: [string, string][] }>(traces, {
    workspace,
    persons,
  });
  if (!told) return 0;
  const { subjects, visitors, stays } = told;
  await connection.run(mark, { batch, workspace, before, visitors, subjects });
  const groups = [...new Set(stays.map(([, group]) => group))];
  const { events } = await eraseMarked(job, {
    subjects,
    visitors,
    persons,
    stays,
    groups,
    ids: [],
    forgetsGroup: false,
  });
  return events;
}
