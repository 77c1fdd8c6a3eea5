import type { EChartsCoreOption } from 'echarts/core';
import { plainText } from './plainText.ts';

export interface ChartLayer {
  id: string;
  name: string;
  /** A CSS colour or variable. */
  colour: string;
  values: (number | null)[];
  /** Drawn as a line of dashes: a part of time that is not over, or a comparison. */
  dashed?: boolean;
}

export interface LayersOptions {
  labels: string[];
  layers: ChartLayer[];
  /** One upon another as areas, or lines beside each other. */
  stacked: boolean;
  /** A number in full, for tooltips. */
  exact: (value: number) => string;
  /** A number in short, for the axis. */
  short: (value: number) => string;
}

interface Point {
  seriesName: string;
  dataIndex: number;
  value: number | null | undefined;
  axisValueLabel: string;
}

/** Lines or stacked areas over time, named where they are and not in a legend; the grid hardly visible. */
export function layersOption({ labels, layers, stacked, exact, short }: LayersOptions): EChartsCoreOption {
  const named = labelPlaces(layers, stacked);
  return {
    grid: {
      left: 8,
      right: stacked ? 20 : 92,
      top: 16,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'category',
      data: labels,
      boundaryGap: false,
      axisLine: { lineStyle: { color: 'var(--line-strong)' } },
      axisTick: { show: false },
      axisLabel: { color: 'var(--ink-3)', hideOverlap: true, margin: 10 },
    },
    yAxis: {
      type: 'value',
      splitNumber: 3,
      minInterval: 0,
      axisLabel: { color: 'var(--ink-3)', formatter: (value: number) => short(value) },
      splitLine: { lineStyle: { color: 'var(--line)' } },
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { lineStyle: { color: 'var(--ink-3)', type: 'solid', width: 1 } },
      formatter: (points: Point[]) => tooltipText(points, exact),
    },
    series: layers.map((layer) => ({
      id: layer.id,
      name: layer.name,
      type: 'line',
      ...(stacked ? { stack: 'all', areaStyle: { color: layer.colour, opacity: 0.28 } } : {}),
      data: layer.values.map((value, index) =>
        named.get(layer.id) === index ? { value, label: { show: true } } : { value },
      ),
      color: layer.colour,
      lineStyle: { width: stacked ? 1 : 2, color: layer.colour, type: layer.dashed ? 'dashed' : 'solid' },
      itemStyle: { color: layer.colour },
      showAllSymbol: true,
      symbol: 'circle',
      // Labels hang at symbols: those that nobody should see have no size.
      symbolSize: labels.length === 1 ? 6 : 0,
      triggerLineEvent: true,
      emphasis: { focus: 'series' },
      label: {
        show: false,
        position: stacked ? 'bottom' : 'right',
        formatter: plainText(layer.name, 18),
        color: 'var(--ink)',
        fontSize: 11,
        distance: 4,
      },
      labelLayout: stacked ? { hideOverlap: true } : { moveOverlap: 'shiftY' },
    })),
  };
}

/** Where each layer is named: where it is thickest, if that is thick enough for its name; a line at its last point. */
function labelPlaces(layers: ChartLayer[], stacked: boolean): Map<string, number> {
  const steps = layers[0]?.values.length ?? 0;
  const sums = Array.from({ length: steps }, (_, index) =>
    layers.reduce((sum, { values }) => sum + Math.max(values[index] ?? 0, 0), 0),
  );
  const highest = Math.max(...sums, 0);
  const places = new Map<string, number>();
  for (const { id, values } of layers) {
    if (!stacked) {
      const last = values.findLastIndex((value) => value !== null);
      if (last >= 0 && layers.length <= 12) places.set(id, last);
      continue;
    }
    // Not at an edge, where the name would not fit.
    const inner = values.map((value, index) => (index === 0 || index === steps - 1 ? 0 : (value ?? 0)));
    const thickest = inner.indexOf(Math.max(...inner));
    if ((inner[thickest] ?? 0) > highest * 0.12) places.set(id, thickest);
  }
  return places;
}

/** The numbers of one moment, the largest first, and what they are together. */
function tooltipText(points: Point[], exact: (value: number) => string): string {
  const told = points
    .filter((point) => typeof point.value === 'number' && point.value !== 0)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const lines = told.slice(0, 9).map((point) => `${plainText(point.seriesName, 28)}  ${exact(point.value ?? 0)}`);
  return [points[0]?.axisValueLabel ?? '', ...(lines.length > 0 ? lines : ['–'])].join('\n');
}
