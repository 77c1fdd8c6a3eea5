import { useMemo } from 'react';
import type { Field } from './field.ts';
import { traitFields } from './traitFields.ts';
import { useList } from './useList.ts';

/** The traits that rows of a list have, read from its first unfiltered page, so that a filter hides none of them. */
export function useTraitFields<Page extends { next: string | null }, Row extends { traits: Record<string, unknown> }>(
  name: 'groups' | 'people',
  rowsOf: (page: Page) => Row[],
): Field[] {
  const first = useList<Page>(name, {}).data?.pages[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: rowsOf picks a property and is the same in every render
  return useMemo(() => (first ? traitFields(rowsOf(first)) : []), [first]);
}
