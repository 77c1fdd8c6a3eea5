import { SidewaysScroll } from '../ui/SidewaysScroll.tsx';

export interface NumbersTableProps {
  label: string;
  /** The first names the rows. */
  head: string[];
  rows: { name: string; numbers: string[] }[];
}

/** The numbers behind a picture. It scrolls by itself where it is wider than the page. */
export function NumbersTable({ label, head, rows }: NumbersTableProps) {
  return (
    <SidewaysScroll label={label} className="max-h-[420px] px-1">
      <table className="num w-full border-separate border-spacing-0 text-sm">
        <thead>
          <tr>
            {head.map((text, index) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, and they never move
                key={index}
                scope="col"
                className={`sticky top-0 h-8 border-b bg-page px-3 text-xs font-medium whitespace-nowrap text-ink-3 ${index === 0 ? 'text-left' : 'text-right'}`}
              >
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, numbers }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have one name, and they never move
            <tr key={place} className="h-8 hover:bg-hover">
              <th scope="row" className="max-w-56 truncate border-b px-3 text-left font-normal text-ink-2">
                {name}
              </th>
              {numbers.map((text, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={index} className="border-b px-3 text-right whitespace-nowrap">
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </SidewaysScroll>
  );
}
