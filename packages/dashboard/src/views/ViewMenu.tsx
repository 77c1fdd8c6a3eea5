import type { View, ViewPage } from '@spectacle/server/answers';
import { useLocation, useRouter } from '@tanstack/react-router';
import { Bookmark, Check, X } from 'lucide-react';
import { useMay } from '../session/session.ts';
import { Button } from '../ui/Button.tsx';
import { Pop } from '../ui/Pop.tsx';
import { SaveView } from './SaveView.tsx';
import { useViews } from './useViews.ts';
import { viewSearch } from './viewSearch.ts';

/** The saved views of a report behind a button, which is called as the one that is shown. */
export function ViewMenu({ page }: { page: ViewPage }) {
  const kept = useViews(page);
  const shown = viewSearch(useLocation().search);
  const current = kept.views.find((view) => view.search === shown);
  return (
    <Pop
      label="Saved views"
      align="end"
      trigger={
        <Button size="small" tone="quiet" className="max-w-44 min-w-0">
          <Bookmark size={13} className="shrink-0" fill={current ? 'currentColor' : 'none'} />
          <span className="truncate">{current?.name ?? 'Views'}</span>
        </Button>
      }
    >
      {(close) => <Views kept={kept} shown={shown} current={current} close={close} />}
    </Pop>
  );
}

interface ViewsProps {
  kept: ReturnType<typeof useViews>;
  shown: string;
  current: View | undefined;
  close: () => void;
}

function Views({ kept, shown, current, close }: ViewsProps) {
  const router = useRouter();
  const mayChange = useMay('change');
  return (
    <>
      {kept.views.length === 0 ? (
        <p className="px-3 pt-3 text-xs text-ink-2">
          {mayChange ? 'No saved views yet. Give what you see a name.' : 'No saved views yet.'}
        </p>
      ) : (
        <ul aria-label="Views" className="max-h-72 overflow-auto p-1">
          {kept.views.map((view) => (
            <li key={view.name} className="flex items-center rounded-md hover:bg-hover">
              <button
                type="button"
                aria-current={view === current}
                onClick={() => {
                  router.history.push(
                    `${router.state.location.pathname}${view.search === '' ? '' : `?${view.search}`}`,
                  );
                  close();
                }}
                className="flex h-8 min-w-0 flex-1 items-center gap-2 px-2 text-left text-sm"
              >
                <Check size={13} className={`shrink-0 ${view === current ? '' : 'invisible'}`} />
                <span className="truncate">{view.name}</span>
              </button>
              {mayChange && (
                <button
                  type="button"
                  aria-label={`Delete the view ${view.name}`}
                  onClick={() => kept.remove.mutate(view.name)}
                  className="grid size-8 place-items-center rounded-md text-ink-3 hover:text-ink"
                >
                  <X size={13} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && !current && <SaveView kept={kept} search={shown} saved={close} />}
    </>
  );
}
