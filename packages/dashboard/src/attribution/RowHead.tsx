import type { ReportRow } from './comparison.ts';
import { RowName } from './RowName.tsx';

export interface RowHeadProps {
  row: Pick<ReportRow, 'key' | 'kind'>;
  /** What the report is broken down by. */
  by: string;
  /** Its place as it is sorted. */
  index: number;
  /** Its place in the report, which decides its colour. */
  place: number;
  /** It was reached by keyboard. */
  reached: () => void;
}

/** The first cell of a row: what it stands for, which opens the journeys behind it. "Other" stands for many rows and opens none. */
export function RowHead({ row, by, index, place, reached }: RowHeadProps) {
  return (
    <th
      scope="row"
      className="sticky left-0 max-w-64 bg-inherit p-0 text-left font-medium group-hover:bg-hover max-md:max-w-40"
    >
      {row.kind === 'other' ? (
        <span className="flex h-9 items-center pr-3 pl-4">
          <RowName row={row} by={by} place={place} />
        </span>
      ) : (
        <button
          type="button"
          data-row={index}
          title="Show the journeys behind it"
          onFocus={reached}
          className="flex h-9 w-full min-w-0 items-center pr-3 pl-4 text-left group-hover:underline"
        >
          <RowName row={row} by={by} place={place} />
        </button>
      )}
    </th>
  );
}
