import type { EChartsCoreOption } from 'echarts/core';
import type { ChartLayer } from './layersOption.ts';
import { axisTooltip, categoryAxis } from './layersOption.ts';
import { niceMaximum } from './niceMaximum.ts';
import { plainText } from './plainText.ts';
import { spread } from './spread.ts';

export interface LinesOptions {
  /** Pixels of the whole chart. */
  tall: number;
  labels: string[];
  lines: ChartLayer[];
  /** The last label is a period that is not over: what leads to it is dashed. */
  running: boolean;
  /** The top of the axis; else as high as the lines need. */
  max?: number;
  exact: (value: number) => string;
  short: (value: number) => string;
}

/** Pixels above and below the lines; the axis stands in those below. */
const top = 14;
const bottom = 30;

/** Lines over time, each named at its end, where the names stand apart. */
export function linesOption({ tall, labels, lines, running, max, exact, short }: LinesOptions): EChartsCoreOption {
  const most = max ?? niceMaximum(Math.max(...lines.flatMap(({ values }) => values.map((value) => value ?? 0)), 0));
  const room = tall - top - bottom;
  const over = running && labels.length > 1 ? labels.length - 2 : labels.length - 1;
  const ends = lines.map(({ values }) => {
    const index = values.slice(0, over + 1).findLastIndex((value) => value !== null);
    return { index, place: room * (1 - (values[index] ?? 0) / most) };
  });
  const apart = spread(
    ends.map(({ place }) => place),
    15,
    room,
  );
  const common = (line: ChartLayer) => ({
    name: line.name,
    type: 'line',
    color: line.colour,
    itemStyle: { color: line.colour },
    symbol: 'circle',
    triggerLineEvent: true,
    emphasis: { focus: 'series' },
  });
  return {
    grid: { left: 56, right: lines.length > 1 ? 128 : 24, top, bottom },
    xAxis: categoryAxis(labels),
    yAxis: {
      type: 'value',
      max: most,
      splitNumber: 3,
      axisLabel: { color: 'var(--ink-3)', formatter: (value: number) => short(value) },
      splitLine: { lineStyle: { color: 'var(--line)' } },
    },
    tooltip: axisTooltip(exact),
    series: [
      ...lines.map((line, place) => ({
        ...common(line),
        id: line.id,
        // Labels hang at symbols: those that nobody should see have no size.
        showAllSymbol: true,
        symbolSize: labels.length === 1 ? 6 : 0,
        lineStyle: { width: 2, color: line.colour },
        data: line.values.slice(0, over + 1).map((value, index) =>
          lines.length > 1 && index === ends[place]?.index
            ? {
                value,
                label: {
                  show: true,
                  offset: [labelShift(over, labels.length, index), (apart[place] ?? 0) - (ends[place]?.place ?? 0)],
                },
              }
            : { value },
        ),
        label: {
          show: false,
          position: 'right',
          formatter: plainText(line.name, 18),
          color: 'var(--ink-2)',
          fontSize: 11,
          distance: 8,
        },
      })),
      ...(over < labels.length - 1
        ? lines.map((line) => ({
            ...common(line),
            id: `${line.id} running`,
            showSymbol: false,
            lineStyle: { width: 2, color: line.colour, type: 'dashed', opacity: 0.7 },
            data: line.values.map((value, index) => (index < over ? null : value)),
          }))
        : []),
    ],
  };
}

/** A name stands at the right of the whole picture, also where the running period is between. */
function labelShift(over: number, count: number, index: number): number {
  return index === over && over < count - 1 ? 12 : 0;
}
