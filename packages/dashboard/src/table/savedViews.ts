import { useState } from 'react';
import { type ListSearch, readListSearch } from './listSearch.ts';

/** A search with a name. */
export interface SavedView {
  name: string;
  search: ListSearch;
}

/** Named views of a list, kept in this browser; the address holds the same search for everybody else. */
export function useSavedViews(workspaceId: string, list: string): [SavedView[], (views: SavedView[]) => void] {
  const key = `spectacle.views.${workspaceId}.${list}`;
  const [views, setViews] = useState(() => readViews(key));
  return [
    views,
    (next) => {
      setViews(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Storage is blocked or full: the view holds until the page is left.
      }
    },
  ];
}

function readViews(key: string): SavedView[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    if (!Array.isArray(stored)) return [];
    return stored.flatMap((each) =>
      typeof each?.name === 'string' ? { name: each.name, search: readListSearch(each.search ?? {}) } : [],
    );
  } catch {
    return [];
  }
}
