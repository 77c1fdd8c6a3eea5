// biome-ignore-all lint/a11y/useSemanticElements: only a few of the rows are in the document, which a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the rows take the focus, not the grid and its heads
import { columnResizingFeature, columnSizingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMedia } from '../ui/useMedia.ts';
import { useNarrow } from '../ui/useNarrow.ts';
import type { Column } from './column.ts';
import { readSizes, writeSizes } from './columnSizes.ts';
import { HeaderCell } from './HeaderCell.tsx';
import { keptScroll } from './keptScroll.ts';
import { TableRow } from './TableRow.tsx';
import { useRowKeys } from './useRowKeys.ts';

const features = tableFeatures({ columnSizingFeature, columnResizingFeature });
const rowHeight = 36;
/** Pixels of the first column on a phone: it stays in sight, and there has to be room for the others. */
const narrowFirst = 184;
/** Wide windows have room for names, domains and campaigns in full; numbers need no more of it. */
const wideText = 1.5;

export interface DataTableProps<Row> {
  /** What the rows are, for screen readers and as the name under which widths are kept. */
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  /** Rows on all pages. */
  total: number;
  rowId: (row: Row) => string;
  open: (row: Row) => void;
  sort: string | undefined;
  setSort: (sort: string | undefined) => void;
  moveColumn: (id: string, before: string) => void;
  /** Called when the reader comes near the last row that is there. */
  loadMore: () => void;
}

/**
 * A list of any length: only the rows in view are in the document. Columns are resized by dragging their edge and
 * moved by dragging their head; `j`, `k`, the arrows and Enter work as in a mail program.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, rows, rowId, open, loadMore } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const narrow = useNarrow();
  const wide = useMedia('(min-width: 1900px)');
  const [columnSizing, setColumnSizing] = useState(() => readSizes(props.label));
  const table = useTable<typeof features, Row>({
    features,
    data: rows,
    columns: useMemo(
      () =>
        columns.map(({ id, width, numeric }) => ({
          id,
          size: wide && !numeric ? width * wideText : width,
          minSize: 64,
          maxSize: 720,
        })),
      [columns, wide],
    ),
    columnResizeMode: 'onChange',
    state: { columnSizing },
    onColumnSizingChange: (change) =>
      setColumnSizing((sizes) => {
        const next = typeof change === 'function' ? change(sizes) : change;
        writeSizes(props.label, next);
        return next;
      }),
    getRowId: rowId,
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const [kept] = useState(keptScroll);
  const virtual = useVirtualizer({
    initialOffset: kept.offset,
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  });
  const items = virtual.getVirtualItems();
  const last = items[items.length - 1]?.index ?? -1;
  useEffect(() => {
    if (last >= rows.length - 30) loadMore();
  }, [last, rows.length, loadMore]);
  const [active, setActive] = useRowKeys({
    count: rows.length,
    scrollTo: (index) => virtual.scrollToIndex(index),
    open: (index) => {
      const row = rows[index];
      if (row) open(row);
    },
  });

  const widths = headers.map((header, index) => (narrow && index === 0 ? narrowFirst : header.getSize()));
  const latestOpen = useRef(open);
  latestOpen.current = open;
  const openRow = useCallback((row: Row) => latestOpen.current(row), []);

  const template = `${widths.map((each) => `${each}px`).join(' ')} minmax(0, 1fr)`;
  const width = widths.reduce((sum, each) => sum + each, 0);
  const style: CSSProperties & Record<'--columns', string> = { '--columns': template, minWidth: width };
  return (
    <div
      ref={scroller}
      className="h-full overflow-auto"
      data-scroller
      onScroll={(event) => kept.keep(event.currentTarget.scrollTop)}
    >
      <div role="grid" aria-label={props.label} aria-rowcount={props.total + 1} style={style} className="text-sm">
        <div role="row" aria-rowindex={1} className="grid-row sticky top-0 z-20 border-b bg-page">
          {columns.map((column, index) => (
            <HeaderCell
              key={column.id}
              column={column}
              first={index === 0}
              sort={props.sort}
              setSort={props.setSort}
              moveColumn={props.moveColumn}
              resize={headers[index]?.getResizeHandler()}
            />
          ))}
        </div>
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <TableRow
                key={rowId(row)}
                row={row}
                columns={columns}
                index={item.index}
                top={item.start}
                selected={item.index === active}
                focusable={item.index === Math.max(active, 0)}
                focused={setActive}
                open={openRow}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
