import type { RetentionReport } from '@spectacle/server/answers';

type Cohort = Pick<RetentionReport['rows'][number], 'key' | 'cohort' | 'size' | 'returned'>;

/** What part of all cohorts of one key was there so many periods after they began. */
export interface Curve {
  key: string;
  /** How many began. */
  size: number;
  /** Parts, 0 to 1; null: no cohort has come so far yet. */
  parts: (number | null)[];
}

/**
 * One curve for each key, the largest first. A cohort counts only for the periods that are over for it: `running` says of
 * which that is not so.
 */
export function curvesOf(rows: Cohort[], running: (cohort: string, offset: number) => boolean): Curve[] {
  const keys = [...new Set(rows.map((row) => row.key))];
  return keys
    .map((key) => {
      const own = rows.filter((row) => row.key === key);
      const length = Math.max(...own.map((row) => row.returned.length), 0);
      const parts = Array.from({ length }, (_, offset) => {
        const begun = own.filter((row) => typeof row.returned[offset] === 'number' && !running(row.cohort, offset));
        const size = begun.reduce((sum, row) => sum + row.size, 0);
        return size === 0 ? null : begun.reduce((sum, row) => sum + (row.returned[offset] ?? 0), 0) / size;
      });
      // What nobody has come to yet has no column.
      parts.length = parts.findLastIndex((part) => part !== null) + 1;
      return { key, size: own.reduce((sum, row) => sum + row.size, 0), parts };
    })
    .sort((a, b) => b.size - a.size || (a.key < b.key ? -1 : 1));
}
