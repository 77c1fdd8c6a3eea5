import type { AttributionReport } from '@spectacle/server/answers';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Chart } from '../charts/Chart.tsx';
import { ChartOrTable } from '../charts/ChartOrTable.tsx';
import { layersOption } from '../charts/layersOption.ts';
import { NumbersTable } from '../charts/NumbersTable.tsx';
import { shortMoney } from '../display/money.ts';
import { bucketsOf } from '../range/buckets.ts';
import type { Days } from '../range/days.ts';
import { useWorkspace } from '../session/session.ts';
import { Choice } from '../ui/Choice.tsx';
import { attributionQuery } from './attributionQuery.ts';
import type { Question } from './attributionSearch.ts';
import { charted, type Measure } from './measures.ts';
import { layersOf } from './overTime.ts';
import { rowColour, rowLabel } from './RowName.tsx';

export interface OverTimeProps {
  question: Question;
  /** The range; all time has to be told when it began. */
  days: Days;
  report: AttributionReport;
  measure: Measure;
  setMeasure: (name: string) => void;
  pick: (row: string) => void;
}

/** A report over time: one question for each part of the range, so that the parts add up to the table beside it. */
export function OverTime({ question, days, report, measure, setMeasure, pick }: OverTimeProps) {
  const { path } = useWorkspace();
  const buckets = useMemo(() => bucketsOf(days), [days]);
  const parts = useQueries({
    queries: buckets.map((bucket) => ({
      ...attributionQuery(path, { ...question, days: { from: bucket.from, to: bucket.to } }),
      staleTime: 60_000,
    })),
    combine: (results) => results.map((result) => result.data),
  });
  const layers = useMemo(() => layersOf(report, parts, measure), [report, parts, measure]);
  const isWaiting = parts.some((part) => part === undefined);
  const isMoney = measure.name === 'revenue';
  const option = useMemo(
    () =>
      layersOption({
        labels: buckets.map(({ label }) => label),
        layers: layers.map((layer) => ({
          id: layer.name,
          name: rowLabel(layer.row),
          colour: rowColour(layer.row, layer.place),
          values: layer.values,
        })),
        exact: (value) => measure.text(value, report.currency),
        short: (value) => (isMoney ? shortMoney(value, report.currency) : measure.text(value, report.currency)),
      }),
    [buckets, layers, measure, report.currency, isMoney],
  );
  return (
    <div aria-busy={isWaiting}>
      <ChartOrTable
        title="Over time"
        controls={
          <Choice
            label="Measure"
            value={measure.name}
            options={charted.map(({ name, label }) => ({ value: name, label }))}
            set={setMeasure}
          />
        }
        chart={
          <Chart
            option={option}
            height={320}
            label={`${measure.label} over time in ${buckets.length} steps. The table behind the switch has the numbers.`}
            pick={(name) => {
              const layer = layers.find((each) => rowLabel(each.row) === name);
              if (layer && layer.row.kind === 'value') pick(layer.name);
            }}
          />
        }
        table={
          <NumbersTable
            label={`${measure.label} over time`}
            head={['From', ...layers.map((layer) => rowLabel(layer.row))]}
            rows={buckets.map((bucket, index) => ({
              name: bucket.label,
              numbers: layers.map(({ values }) => {
                const value = values[index];
                return value === null || value === undefined ? '…' : measure.text(value, report.currency);
              }),
            }))}
          />
        }
      />
    </div>
  );
}
