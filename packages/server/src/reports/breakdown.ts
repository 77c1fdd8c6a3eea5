import type { Question } from './question.ts';

/** A value of the breakdown, or all values beyond `limit` together. */
export interface Key {
  key: string;
  kind: 'value' | 'other';
}

/** What the queries say of a key; '' is one without a value. */
export interface FoundKey {
  key: string;
  other: 0 | 1;
}

/** A key as it is shown. Without a breakdown all is one, and its key is empty. */
export function shownKey({ key, other }: FoundKey, by: Question['by']): Key {
  if (other === 1) return { key: 'Other', kind: 'other' };
  return { key: key === '' && by !== '' ? '(not set)' : key, kind: 'value' };
}

/** Adds up rows by their keys, in the order in which they come. */
export function byKey<Row extends FoundKey>(rows: readonly Row[], by: Question['by']): [Key, Row[]][] {
  const found = new Map<string, [Key, Row[]]>();
  for (const row of rows) {
    const key = shownKey(row, by);
    const id = JSON.stringify(key);
    const entry = found.get(id) ?? [key, []];
    found.set(id, entry);
    entry[1].push(row);
  }
  return [...found.values()];
}

/** Values before all others, by size and then by name. */
export const largestFirst = (a: Key & { size: number }, b: Key & { size: number }): number =>
  Number(a.kind === 'other') - Number(b.kind === 'other') || b.size - a.size || (a.key < b.key ? -1 : 1);
