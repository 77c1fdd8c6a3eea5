import { count } from '../display/count.ts';
import { percentage } from '../display/fraction.ts';
import { SidewaysScroll } from '../ui/SidewaysScroll.tsx';

export interface HeatRow {
  id: string;
  name: string;
  size: number;
  /** Parts, 0 to 1; null: not yet. */
  parts: (number | null)[];
  /** How many they are, where that is told. */
  numbers?: (number | null)[] | undefined;
  /** The column of the period that is not over; it says less than the others. */
  running?: number | undefined;
  /** Makes the row a button. */
  open?: (() => void) | undefined;
}

export interface HeatTableProps {
  label: string;
  /** What the rows are: "Week of", "Plan". */
  head: string;
  /** What the columns count: "Week". */
  unit: string;
  rows: HeatRow[];
  /** Stands under the others, as their average. */
  average?: HeatRow | undefined;
}

/** Parts that come back, the darker the more. Numbers are on hover. */
export function HeatTable({ label, head, unit, rows, average }: HeatTableProps) {
  const columns = Math.max(...rows.map((row) => row.parts.findLastIndex((part) => part !== null) + 1), 0);
  return (
    <SidewaysScroll label={label} className="pr-1 pb-4 pl-1.5">
      <table className="num border-separate border-spacing-0.5 text-xs">
        <thead>
          <tr className="text-ink-3 [&>th]:h-8 [&>th]:px-2 [&>th]:font-medium [&>th]:whitespace-nowrap">
            <th scope="col" className="sticky left-0 bg-page text-left">
              {head}
            </th>
            <th scope="col" className="text-right">
              Began
            </th>
            {Array.from({ length: columns }, (_, offset) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the number is what it is
              <th key={offset} scope="col" className="text-center">
                {unit} {offset}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {average && <Row row={average} columns={columns} strong />}
          {rows.map((row) => (
            <Row key={row.id} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </SidewaysScroll>
  );
}

function Row({ row, columns, strong = false }: { row: HeatRow; columns: number; strong?: boolean }) {
  return (
    <tr className={strong ? 'font-semibold' : ''}>
      <th
        scope="row"
        className={`sticky left-0 max-w-44 truncate bg-page px-2 text-left whitespace-nowrap ${strong ? 'font-semibold' : 'font-normal'}`}
        title={row.name}
      >
        {row.open ? (
          <button type="button" onClick={row.open} className="h-8 font-medium hover:underline">
            {row.name}
          </button>
        ) : (
          row.name
        )}
      </th>
      <td className="px-2 text-right">{count(row.size)}</td>
      {Array.from({ length: columns }, (_, offset) => {
        const part = row.parts[offset] ?? null;
        const number = row.numbers?.[offset];
        return (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: the number is what it is
            key={offset}
            title={
              typeof number === 'number'
                ? `${count(number)} of ${count(row.size)}${row.running === offset ? ' so far' : ''}`
                : undefined
            }
            className={`h-8 min-w-14 rounded px-1 text-center ${row.running === offset ? 'italic underline decoration-dotted underline-offset-4' : ''}`}
            style={part === null ? undefined : heat(part)}
          >
            {part !== null && percentage(part)}
          </td>
        );
      })}
    </tr>
  );
}

/** Up to half of the accent colour: the text on it stays readable in both themes. */
function heat(part: number) {
  return { background: `color-mix(in oklab, var(--accent) ${Math.round(part * 45)}%, var(--page))` };
}
