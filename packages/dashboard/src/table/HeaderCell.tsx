// biome-ignore-all lint/a11y/useSemanticElements: only a few of the rows are in the document, which a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the rows take the focus, not the grid and its heads
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Column } from './column.ts';
import { directionOf, nextSort } from './sort.ts';

export interface HeaderCellProps<Row> {
  column: Column<Row>;
  first: boolean;
  sort: string | undefined;
  setSort: (sort: string | undefined) => void;
  moveColumn: (id: string, before: string) => void;
  resize: ((event: unknown) => void) | undefined;
}

export function HeaderCell<Row>({ column, first, sort, setSort, moveColumn, resize }: HeaderCellProps<Row>) {
  const direction = column.field === null ? undefined : directionOf(sort, column.field);
  const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <div
      role="columnheader"
      aria-sort={direction ?? 'none'}
      draggable={!first}
      onDragStart={(event) => event.dataTransfer.setData('text/x-column', column.id)}
      onDragOver={(event) => event.dataTransfer.types.includes('text/x-column') && !first && event.preventDefault()}
      onDrop={(event) => {
        const moved = event.dataTransfer.getData('text/x-column');
        if (moved !== '' && moved !== column.id) moveColumn(moved, column.id);
      }}
      className={`group/head relative flex h-8 min-w-0 items-center ${first ? 'sticky left-0 z-10 bg-inherit' : ''}`}
    >
      <button
        type="button"
        disabled={column.field === null}
        onClick={() => setSort(nextSort(sort, column))}
        className={`flex h-full w-full min-w-0 items-center gap-1 ${first ? 'pl-4 pr-3' : 'px-3'} text-xs font-medium ${direction ? 'text-ink' : 'text-ink-3 enabled:hover:text-ink'} ${column.numeric ? 'flex-row-reverse' : ''}`}
      >
        <span className="truncate">{column.label}</span>
        {direction && <Arrow size={12} className="shrink-0" />}
      </button>
      {resize && (
        <span
          aria-hidden="true"
          draggable
          onDragStart={(event) => {
            event.preventDefault();
            event.stopPropagation();
          }}
          onMouseDown={resize}
          onTouchStart={resize}
          className="absolute top-1.5 right-0 bottom-1.5 w-1 cursor-col-resize touch-none rounded bg-line-strong opacity-0 hover:bg-accent group-hover/head:opacity-100"
        />
      )}
    </div>
  );
}
