import { listOf, textOf } from '../shell/searchParams.ts';

/** The state of a list, all of it in the address, so that a link shows what its sender saw. */
export interface ListSearch {
  q?: string | undefined;
  /** A field, with a minus in front for descending. */
  sort?: string | undefined;
  filter?: string[] | undefined;
  /** Ids of the columns in their order; none: the list's own choice. */
  columns?: string[] | undefined;
}

export function readListSearch(raw: Record<string, unknown>): ListSearch {
  const filter = listOf(raw.filter);
  const columns = listOf(raw.columns);
  return {
    q: textOf(raw.q),
    sort: textOf(raw.sort),
    filter: filter.length > 0 ? filter : undefined,
    columns: columns.length > 0 ? columns : undefined,
  };
}

/** The part of it that the API understands. */
export function listParams(search: ListSearch): URLSearchParams {
  const params = new URLSearchParams();
  if (search.q) params.set('q', search.q);
  if (search.sort) params.set('sort', search.sort);
  for (const each of search.filter ?? []) params.append('filter', each);
  return params;
}
