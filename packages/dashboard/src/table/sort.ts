import type { Column } from './column.ts';

export type Direction = 'ascending' | 'descending';

/** Which way a field is sorted by a `sort` parameter, if at all. */
export function directionOf(sort: string | undefined, field: string): Direction | undefined {
  if (sort === field) return 'ascending';
  return sort === `-${field}` ? 'descending' : undefined;
}

/** The next `sort` after a click on a column: its natural direction, the other one, then none. */
export function nextSort(
  sort: string | undefined,
  column: Pick<Column<never>, 'field' | 'numeric'>,
): string | undefined {
  if (column.field === null) return sort;
  const order = column.numeric ? [`-${column.field}`, column.field] : [column.field, `-${column.field}`];
  return order[sort === undefined ? 0 : order.indexOf(sort) + 1];
}
