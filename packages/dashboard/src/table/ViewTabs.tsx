import { BookmarkPlus, X } from 'lucide-react';
import { useState } from 'react';
import { useWorkspace } from '../session/session.ts';
import { Button } from '../ui/Button.tsx';
import { Pop } from '../ui/Pop.tsx';
import { type ListSearch, sameSearch } from './listSearch.ts';
import { useSavedViews } from './savedViews.ts';

export interface ViewTabsProps {
  list: string;
  allLabel: string;
  search: ListSearch;
  setSearch: (search: ListSearch) => void;
}

/** All rows, the saved views by name, and a button that saves what is shown now. */
export function ViewTabs({ list, allLabel, search, setSearch }: ViewTabsProps) {
  const { session } = useWorkspace();
  const [views, setViews] = useSavedViews(session.workspaceId, list);
  const current = views.find((view) => sameSearch(view.search, search));
  const changed = !sameSearch(search, {});
  const tab = 'inline-flex h-7 items-center rounded-md px-2 text-xs font-medium';
  return (
    <div className="flex items-center gap-0.5">
      <button
        type="button"
        aria-pressed={!changed}
        onClick={() => setSearch({})}
        className={`${tab} ${changed ? 'text-ink-2 hover:bg-hover' : 'bg-active text-ink'}`}
      >
        {allLabel}
      </button>
      {views.map((view) => (
        <span key={view.name} className="group relative inline-flex">
          <button
            type="button"
            aria-pressed={view === current}
            onClick={() => setSearch(view.search)}
            className={`${tab} ${view === current ? 'bg-active pr-6 text-ink' : 'text-ink-2 hover:bg-hover'}`}
          >
            {view.name}
          </button>
          {view === current && (
            <button
              type="button"
              aria-label={`Delete the view ${view.name}`}
              onClick={() => setViews(views.filter((each) => each !== view))}
              className="absolute top-1 right-0.5 grid size-5 place-items-center rounded text-ink-3 hover:text-ink"
            >
              <X size={11} />
            </button>
          )}
        </span>
      ))}
      {changed && !current && (
        <Pop
          label="Save this view"
          trigger={
            <Button size="small" tone="quiet">
              <BookmarkPlus size={13} /> Save view
            </Button>
          }
        >
          {(close) => (
            <NameForm
              taken={views.map((view) => view.name)}
              save={(name) => {
                setViews([...views.filter((view) => view.name !== name), { name, search }]);
                close();
              }}
            />
          )}
        </Pop>
      )}
    </div>
  );
}

function NameForm({ taken, save }: { taken: string[]; save: (name: string) => void }) {
  const [name, setName] = useState('');
  const wanted = name.trim();
  return (
    <form
      className="flex flex-col gap-2 p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== '') save(wanted);
      }}
    >
      <input
        aria-label="Name of the view"
        // biome-ignore lint/a11y/noAutofocus: the form opens to be typed into
        autoFocus
        className="field"
        placeholder="Enterprise in EMEA"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" tone="accent" disabled={wanted === ''}>
        {taken.includes(wanted) ? 'Replace the view' : 'Save view'}
      </Button>
      <p className="text-xs text-ink-3">Kept in this browser. To share it, send the address of the page.</p>
    </form>
  );
}
