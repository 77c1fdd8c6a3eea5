import type { ReactNode } from 'react';

/** One column of a list. */
export interface Column<Row> {
  id: string;
  label: string;
  /** What the API sorts and filters by; null: neither. */
  field: string | null;
  /** Pixels, until the reader resizes it. */
  width: number;
  /** Numbers and money stand at the right and sort from the top first. */
  numeric?: boolean;
  /** A moment, filtered by a day. */
  time?: boolean;
  cell: (row: Row) => ReactNode;
}

/** The columns that a list shows, by their ids; ids that nobody knows any more are left out. */
export function chosenColumns<Row>(all: Column<Row>[], ids: string[]): Column<Row>[] {
  return ids.flatMap((id) => all.find((column) => column.id === id) ?? []);
}
