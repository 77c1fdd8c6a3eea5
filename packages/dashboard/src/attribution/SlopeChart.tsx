import type { AttributionReport } from '@spectacle/server/answers';
import { useMemo } from 'react';
import { Chart } from '../charts/Chart.tsx';
import { ChartOrTable } from '../charts/ChartOrTable.tsx';
import { NumbersTable } from '../charts/NumbersTable.tsx';
import { slopesOption } from '../charts/slopesOption.ts';
import { shortMoney } from '../display/money.ts';
import { compareRows, rowName } from './comparison.ts';
import { MeasureChoice } from './MeasureChoice.tsx';
import { type Measure, measureText } from './measures.ts';
import { rowColour, rowLabel } from './RowName.tsx';

export interface SlopeChartProps {
  now: AttributionReport;
  beside: AttributionReport;
  labels: { now: string; beside: string };
  measure: Measure;
  setMeasure: (name: string) => void;
}

/** Lines one can still follow. */
const most = 12;
/** Pixels. */
const tall = 400;

/** What changes between two reports, row by row: a line from what the other says to what this one says. */
export function SlopeChart({ now, beside, labels, measure, setMeasure }: SlopeChartProps) {
  const slopes = useMemo(() => {
    const all = compareRows(now.rows, beside.rows);
    return all
      .map((row, place) => ({
        id: rowName(row),
        name: rowLabel(row, now.by),
        colour: rowColour(row, place),
        from: row.beside[measure.name] ?? 0,
        to: row.now[measure.name] ?? 0,
      }))
      .toSorted((a, b) => Math.max(b.from, b.to) - Math.max(a.from, a.to))
      .slice(0, most);
  }, [now, beside, measure]);
  const option = useMemo(
    () =>
      slopesOption({
        tall,
        left: labels.beside,
        right: labels.now,
        slopes,
        short: (value) =>
          measure.name === 'revenue' ? shortMoney(value, now.currency) : measureText(measure, value, now.currency),
        exact: (value) => measureText(measure, value, now.currency),
      }),
    [slopes, labels.now, labels.beside, measure, now.currency],
  );
  return (
    <ChartOrTable
      title={`${labels.beside} → ${labels.now}`}
      controls={<MeasureChoice measure={measure} set={setMeasure} />}
      chart={
        <Chart
          option={option}
          height={tall}
          label={`${measure.label} of ${slopes.length} rows, ${labels.beside} against ${labels.now}. The table has the numbers.`}
        />
      }
      table={
        <NumbersTable
          label={`${measure.label}, side by side`}
          head={['', labels.beside, labels.now]}
          rows={slopes.map(({ name, from, to }) => ({
            name,
            numbers: [from, to].map((value) => measureText(measure, value, now.currency)),
          }))}
        />
      }
    />
  );
}
