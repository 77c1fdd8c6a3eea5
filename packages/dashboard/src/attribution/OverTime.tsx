import type { AttributionOverTime, AttributionReport, Period } from '@spectacle/server/answers';
import { useMemo } from 'react';
import { Chart } from '../charts/Chart.tsx';
import { ChartOrTable } from '../charts/ChartOrTable.tsx';
import { layersOption } from '../charts/layersOption.ts';
import { NumbersTable } from '../charts/NumbersTable.tsx';
import { shortMoney } from '../display/money.ts';
import { bucketsOf, usualBucket } from '../range/buckets.ts';
import type { Days } from '../range/days.ts';
import { PeriodChoice } from '../range/PeriodChoice.tsx';
import { useReport } from '../report/useReport.ts';
import { useWorkspace } from '../session/session.ts';
import { Failure } from '../ui/Failure.tsx';
import { type Question, questionParams } from './attributionSearch.ts';
import { MeasureChoice } from './MeasureChoice.tsx';
import { isCharted, type Measure } from './measures.ts';
import { layersOf, mostLayers } from './overTime.ts';
import { rowColour, rowLabel } from './RowName.tsx';

export interface OverTimeProps {
  question: Question;
  /** The range; all time has to be told when it began. */
  days: Days;
  report: AttributionReport;
  measure: Measure;
  setMeasure: (name: string) => void;
  /** Undefined: as the range is long. */
  bucket: Period | undefined;
  setBucket: (bucket: Period) => void;
  pick: (row: string) => void;
}

/** Pixels. */
const tall = 320;

/** A report by day, week or month; its periods add up to the table beside it. */
export function OverTime(props: OverTimeProps) {
  const { question, days, report, measure, setMeasure, setBucket, pick } = props;
  const { path } = useWorkspace();
  const bucket = props.bucket ?? usualBucket(days);
  const name = isCharted(measure.name) ? measure.name : 'revenue';
  const params = questionParams(question);
  for (const [key, value] of Object.entries({ bucket, measure: name, limit: String(mostLayers) }))
    params.set(key, value);
  const answer = useReport<AttributionOverTime>(`${path}/reports/attribution/overTime?${params}`);
  // While others are on their way the periods before stay in sight.
  const drawn = answer.data?.bucket ?? bucket;
  const buckets = useMemo(() => bucketsOf(days, drawn), [days, drawn]);
  const layers = useMemo(
    () =>
      answer.data ? layersOf(answer.data, buckets.map(({ first }) => first), name, report.rows) : [], // biome-ignore format: one call
    [answer.data, buckets, name, report.rows],
  );
  const isMoney = name === 'revenue';
  const option = useMemo(
    () =>
      layersOption({
        labels: buckets.map(({ label }) => label),
        layers: layers.map((layer) => ({
          id: layer.name,
          name: rowLabel(layer.row, report.by),
          colour: rowColour(layer.row, layer.place),
          values: layer.values,
        })),
        exact: (value) => measure.text(value, report.currency),
        short: (value) => (isMoney ? shortMoney(value, report.currency) : measure.text(value, report.currency)),
      }),
    [buckets, layers, measure, report.currency, report.by, isMoney],
  );
  return (
    <div aria-busy={answer.isPending || answer.isPlaceholderData}>
      <ChartOrTable
        title="Over time"
        controls={
          <>
            <MeasureChoice measure={measure} set={setMeasure} />
            <PeriodChoice label="A point for each" period={bucket} set={setBucket} />
          </>
        }
        chart={
          answer.error ? (
            <Failure error={answer.error} retry={() => void answer.refetch()} />
          ) : answer.data ? (
            <Chart
              option={option}
              height={tall}
              label={`${measure.label} over time in ${buckets.length} steps. The table behind the switch has the numbers.`}
              pick={(picked) => {
                const layer = layers.find(({ name: id }) => id === picked);
                if (layer && layer.row.kind === 'value') pick(layer.name);
              }}
            />
          ) : (
            <div role="status" aria-label="Loading" className="skeleton mx-4" style={{ height: tall - 16 }} />
          )
        }
        table={
          <NumbersTable
            label={`${measure.label} over time`}
            head={['From', ...layers.map((layer) => rowLabel(layer.row, report.by))]}
            rows={buckets.map((each, index) => ({
              name: each.label,
              numbers: layers.map(({ values }) => measure.text(values[index] ?? 0, report.currency)),
            }))}
          />
        }
      />
    </div>
  );
}
