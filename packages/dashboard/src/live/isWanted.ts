import type { FeedEntry } from '@spectacle/server/answers';
import type { LiveSearch } from './liveSearch.ts';

/** Does an entry pass the live page's filters? */
export function isWanted(entry: FeedEntry, search: LiveSearch): boolean {
  if (search.type && entry.type !== search.type) return false;
  if (search.only === 'rejected' && entry.verdict !== 'rejected') return false;
  if (search.only === 'warnings' && entry.warnings.length === 0) return false;
  return !search.company || (entry.groupId ?? '').toLowerCase().includes(search.company.toLowerCase());
}
