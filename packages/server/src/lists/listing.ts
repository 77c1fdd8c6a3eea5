import { TupleParam } from '@clickhouse/client';

export const operators = ['is', 'is not', 'contains', '>=', '<=', '>', '<', 'exists', 'missing'] as const;

export interface Condition {
  field: string;
  operator: (typeof operators)[number];
  value: string;
}

/** What part of a list is wanted: conditions, order, and where the page before ended. */
export interface Listing {
  conditions: Condition[];
  search: string;
  /** Name of a column, or `traits.<key>`. */
  sort: string;
  descending: boolean;
  after: Position | undefined;
  limit: number;
}

/** Where a row stands in its order; the cursor of the API carries it. */
export interface Position {
  rank: number;
  number: number;
  text: string;
  id: string;
}

/** What the list queries give beside a row's own columns. */
export interface Placed {
  total: number;
  sortRank: number;
  sortNumber: number;
  sortText: string;
}

/** The parameters that all list queries share. */
export function listParameters({ conditions, search, sort, descending, after, limit }: Listing) {
  return {
    filters: conditions.map(({ field, operator, value }) => new TupleParam([field, operator, value])),
    search,
    sort,
    descending,
    afterId: after?.id ?? '',
    afterRank: after?.rank ?? 0,
    afterNumber: after?.number ?? 0,
    afterText: after?.text ?? '',
    limit,
  };
}

/** The cursor after a full page; null after the last. */
export function nextPosition<Row extends Placed>(
  rows: Row[],
  limit: number,
  idOf: (row: Row) => string,
): Position | null {
  const last = rows.at(-1);
  if (!last || rows.length < limit) return null;
  return { rank: last.sortRank, number: last.sortNumber, text: last.sortText, id: idOf(last) };
}

/** Everything, unsorted: for a look-up by id. */
export const one: Listing = {
  conditions: [],
  search: '',
  sort: '',
  descending: false,
  after: undefined,
  limit: 1,
};
