import { SearchX } from 'lucide-react';
import { type ReactNode, useCallback, useMemo } from 'react';
import { counted } from '../display/count.ts';
import { ExportButton } from '../report/ExportButton.tsx';
import { useWorkspace } from '../session/session.ts';
import { useTitle } from '../shell/useTitle.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Failure } from '../ui/Failure.tsx';
import { ViewTabs } from '../views/ViewTabs.tsx';
import { ColumnMenu } from './ColumnMenu.tsx';
import { type Column, chosenColumns } from './column.ts';
import { DataTable } from './DataTable.tsx';
import { FilterBar } from './FilterBar.tsx';
import type { Field } from './field.ts';
import { type ListSearch, listParams } from './listSearch.ts';
import { SearchField } from './SearchField.tsx';
import { TableSkeleton } from './TableSkeleton.tsx';
import type { useList } from './useList.ts';

export interface ListPageProps<Row> {
  title: string;
  noun: { one: string; many: string };
  list: 'groups' | 'people';
  search: ListSearch;
  setSearch: (search: ListSearch) => void;
  query: Pick<
    ReturnType<typeof useList>,
    'error' | 'isPending' | 'isPlaceholderData' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage' | 'refetch'
  >;
  rows: Row[];
  total: number;
  columns: Column<Row>[];
  usual: string[];
  fields: Field[];
  rowId: (row: Row) => string;
  open: (row: Row) => void;
  /** Shown when the workspace has no such rows at all. */
  nothing: ReactNode;
}

/** A list of the workspace with everything one can do to it: search, filters, sort, columns, views, export. */
export function ListPage<Row extends object>(props: ListPageProps<Row>) {
  const { search, setSearch, query, columns, usual, total, noun } = props;
  const { path } = useWorkspace();
  useTitle(props.title);
  const chosen = search.columns ?? usual;
  const shown = useMemo(() => chosenColumns(columns, ['name', ...chosen]), [columns, chosen]);
  const setText = useCallback((q: string) => setSearch({ ...search, q }), [search, setSearch]);
  const filtered = Boolean(search.q) || (search.filter ?? []).length > 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-12 shrink-0 items-center gap-3 border-b px-4">
        <h1 className="font-semibold">{props.title}</h1>
        <p className="num whitespace-nowrap text-xs text-ink-3" aria-live="polite">
          {query.isPending
            ? ''
            : filtered
              ? `${counted(total, noun.one, noun.many)} match`
              : counted(total, noun.one, noun.many)}
        </p>
        <div className="ml-auto flex min-w-0 items-center gap-1">
          <SearchField text={search.q ?? ''} setText={setText} label={`Search ${noun.many}`} />
          <div className="flex max-md:hidden">
            <ColumnMenu
              all={columns.filter((column) => column.id !== 'name')}
              chosen={chosen}
              setChosen={(ids) => setSearch({ ...search, columns: ids })}
            />
            <ExportButton path={`${path}/${props.list}?${listParams(search)}`} file={`${noun.many}.csv`} />
          </div>
        </div>
      </header>
      <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-1.5 border-b px-4 py-1.5">
        <ViewTabs page={props.list} allLabel={`All ${noun.many}`} search={search} setSearch={setSearch} />
        <span className="mx-1 h-4 w-px bg-line" />
        <FilterBar
          fields={props.fields}
          filters={search.filter ?? []}
          setFilters={(filter) => setSearch({ ...search, filter })}
        />
      </div>
      <div className={`min-h-0 flex-1 transition-opacity duration-100 ${query.isPlaceholderData ? 'opacity-60' : ''}`}>
        {query.error ? (
          <Failure error={query.error} retry={() => void query.refetch()} />
        ) : query.isPending ? (
          <TableSkeleton />
        ) : props.rows.length === 0 ? (
          filtered ? (
            <Empty icon={<SearchX size={18} />} title={`No ${noun.one} matches`}>
              <Button className="mt-3" onClick={() => setSearch({ ...search, q: undefined, filter: undefined })}>
                Clear search and filters
              </Button>
            </Empty>
          ) : (
            props.nothing
          )
        ) : (
          <DataTable
            label={props.title}
            columns={shown}
            rows={props.rows}
            total={total}
            rowId={props.rowId}
            open={props.open}
            sort={search.sort}
            setSort={(sort) => setSearch({ ...search, sort })}
            moveColumn={(id, before) => {
              const order = chosen.filter((each) => each !== id);
              order.splice(order.indexOf(before), 0, id);
              setSearch({ ...search, columns: order });
            }}
            loadMore={loadMore}
          />
        )}
      </div>
    </div>
  );
}
