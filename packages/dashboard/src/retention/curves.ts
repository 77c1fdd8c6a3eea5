import type { RetentionReport } from '@spectacle/server/answers';

type Cohort = Pick<RetentionReport['rows'][number], 'key' | 'cohort' | 'size' | 'returned'>;

/** What part of all cohorts of one key was there so many periods after they began. */
export interface Curve {
  key: string;
  /** How many began. */
  size: number;
  /** Parts, 0 to 1; null: no cohort has come so far yet. */
  parts: (number | null)[];
  /** How many of the parts speak for at least a tenth of those who began: beyond is chance. */
  telling: number;
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
      const size = own.reduce((sum, row) => sum + row.size, 0);
      let telling = 0;
      const length = Math.max(...own.map((row) => row.returned.length), 0);
      const parts = Array.from({ length }, (_, offset) => {
        const begun = own.filter((row) => typeof row.returned[offset] === 'number' && !running(row.cohort, offset));
        const known = begun.reduce((sum, row) => sum + row.size, 0);
        if (known > 0 && known >= size / 10) telling = offset + 1;
        return known === 0 ? null : begun.reduce((sum, row) => sum + (row.returned[offset] ?? 0), 0) / known;
      });
      // What nobody has come to yet has no column.
      parts.length = parts.findLastIndex((part) => part !== null) + 1;
      return { key, size, parts, telling };
    })
    .sort((a, b) => b.size - a.size || (a.key < b.key ? -1 : 1));
}
