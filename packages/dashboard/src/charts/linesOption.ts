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
  const placeOf = (value: number | null | undefined) => room * (1 - (value ?? 0) / most);
  // A line is named at the height of its last whole period, at the right of everything.
  const ends = lines.map(({ values }) => values.slice(0, over + 1).findLastIndex((value) => value !== null));
  const apart = spread(
    lines.map(({ values }, place) => placeOf(values[ends[place] ?? 0])),
    15,
    room,
  );
  const isRunning = over < labels.length - 1;
  const named = (line: ChartLayer, place: number, index: number) => {
    const value = line.values[index] ?? null;
    const end = isRunning ? labels.length - 1 : ends[place];
    if (lines.length < 2 || index !== end) return { value };
    return { value, label: { show: true, offset: [0, (apart[place] ?? 0) - placeOf(value)] } };
  };
  const common = (line: ChartLayer) => ({
    name: line.name,
    type: 'line',
    color: line.colour,
    itemStyle: { color: line.colour },
    symbol: 'circle',
    // Labels hang at symbols: those that nobody should see have no size.
    showAllSymbol: true,
    symbolSize: labels.length === 1 ? 6 : 0,
    label: {
      show: false,
      position: 'right',
      formatter: plainText(line.name, 18),
      color: 'var(--ink-2)',
      fontSize: 11,
      distance: 8,
    },
    triggerLineEvent: true,
    emphasis: { focus: 'series' },
  });
  return {
    grid: { left: 56, right: lines.length > 1 ? 128 : 40, top, bottom },
    xAxis: categoryAxis(labels),
    yAxis: {
      type: 'value',
      max: most,
      splitNumber: 3,
      // Without a top of its own it counts whole things.
      ...(max === undefined ? { minInterval: 1 } : { interval: max / 4 }),
      axisLabel: { color: 'var(--ink-3)', formatter: (value: number) => short(value) },
      splitLine: { lineStyle: { color: 'var(--line)' } },
    },
    tooltip: axisTooltip(exact),
    series: [
      ...lines.map((line, place) => ({
        ...common(line),
        id: line.id,
        lineStyle: { width: 2, color: line.colour },
        data: line.values.slice(0, over + 1).map((_, index) => named(line, place, index)),
      })),
      ...(isRunning
        ? lines.map((line, place) => ({
            ...common(line),
            id: `${line.id} running`,
            lineStyle: { width: 2, color: line.colour, type: 'dashed', opacity: 0.7 },
            data: line.values.map((_, index) => (index < over ? { value: null } : named(line, place, index))),
          }))
        : []),
    ],
  };
}
