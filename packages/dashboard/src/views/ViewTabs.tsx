import type { ViewPage } from '@spectacle/server/answers';
import { BookmarkPlus, X } from 'lucide-react';
import { useMay } from '../session/session.ts';
import { type ListSearch, readListSearch } from '../table/listSearch.ts';
import { Button } from '../ui/Button.tsx';
import { Pop } from '../ui/Pop.tsx';
import { SaveView } from './SaveView.tsx';
import { useViews } from './useViews.ts';
import { readViewSearch, viewSearch } from './viewSearch.ts';

export interface ViewTabsProps {
  page: ViewPage;
  allLabel: string;
  search: ListSearch;
  setSearch: (search: ListSearch) => void;
}

/** All rows of a list, its saved views by name, and a button that saves what is shown now. */
export function ViewTabs({ page, allLabel, search, setSearch }: ViewTabsProps) {
  const kept = useViews(page);
  const mayChange = useMay('change');
  const shown = viewSearch(search);
  const current = kept.views.find((view) => view.search === shown);
  const tab = 'inline-flex h-7 items-center rounded-md px-2 text-xs font-medium';
  return (
    <div className="flex flex-wrap items-center gap-0.5">
      <button
        type="button"
        aria-pressed={shown === ''}
        onClick={() => setSearch({})}
        className={`${tab} ${shown === '' ? 'bg-active text-ink' : 'text-ink-2 hover:bg-hover'}`}
      >
        {allLabel}
      </button>
      {kept.views.map((view) => (
        <span key={view.name} className="group relative inline-flex">
          <button
            type="button"
            aria-pressed={view === current}
            onClick={() => setSearch(readListSearch(readViewSearch(view.search)))}
            className={`${tab} max-w-48 ${view === current ? 'bg-active pr-7 text-ink' : 'text-ink-2 hover:bg-hover'}`}
          >
            <span className="truncate">{view.name}</span>
          </button>
          {view === current && mayChange && (
            <button
              type="button"
              aria-label={`Delete the view ${view.name}`}
              onClick={() => kept.remove.mutate(view.name)}
              className="absolute top-0.5 right-0.5 grid size-6 place-items-center rounded text-ink-3 hover:text-ink"
            >
              <X size={12} />
            </button>
          )}
        </span>
      ))}
      {shown !== '' && !current && mayChange && (
        <Pop
          label="Save this view"
          trigger={
            <Button size="small" tone="quiet">
              <BookmarkPlus size={13} /> Save view
            </Button>
          }
        >
          {(close) => <SaveView kept={kept} search={shown} saved={close} />}
        </Pop>
      )}
    </div>
  );
}
