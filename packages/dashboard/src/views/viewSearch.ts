import { parseSearch, stringifySearch } from '../shell/searchParams.ts';

/** What of an address is open at the moment, and no part of what one looks at. */
const passing = ['row', 'event'];

/**
 * The part of an address that a view keeps, in one way of writing it.
 *
 * @example viewSearch({ model: 'first', by: 'campaign', row: 'value:Email' }) // "by=campaign&model=first"
 */
export function viewSearch(search: object): string {
  const kept = Object.entries(search).filter(([key]) => !passing.includes(key));
  return stringifySearch(Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)))).slice(1);
}

/** The same of a view that was kept. */
export function readViewSearch(text: string) {
  return parseSearch(text);
}
