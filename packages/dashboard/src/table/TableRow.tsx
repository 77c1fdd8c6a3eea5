// biome-ignore-all lint/a11y/useSemanticElements: only a few of the rows are in the document, which a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the rows take the focus, not their cells
import { memo } from 'react';
import type { Column } from './column.ts';

export interface TableRowProps<Row> {
  row: Row;
  columns: Column<Row>[];
  /** Its place in the whole list, from 0. */
  index: number;
  /** Pixels from the top of the list. */
  top: number;
  selected: boolean;
  focusable: boolean;
  focused: (index: number) => void;
  open: (row: Row) => void;
}

function PlainTableRow<Row>({ row, columns, index, top, selected, focusable, focused, open }: TableRowProps<Row>) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter is handled for the whole grid, by useRowKeys
    <div
      role="row"
      data-row={index}
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={focusable ? 0 : -1}
      onFocus={() => focused(index)}
      onClick={(event) => {
        const link = event.target instanceof Element && event.target.closest('a, button');
        if (!link && getSelection()?.isCollapsed !== false) open(row);
      }}
      className="grid-row group absolute inset-x-0 top-0 h-9 cursor-default border-b bg-page outline-none hover:bg-hover aria-selected:focus-visible:bg-hover"
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column, place) => (
        <div
          role="gridcell"
          key={column.id}
          className={`flex min-w-0 items-center overflow-hidden ${column.numeric ? 'num justify-end' : ''} ${place === 0 ? 'sticky left-0 z-10 bg-inherit pr-3 pl-4' : 'px-3'}`}
        >
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

/** One row. Scrolling draws only those that come into sight: the others have the same props as before. */
export const TableRow = memo(PlainTableRow) as typeof PlainTableRow;
