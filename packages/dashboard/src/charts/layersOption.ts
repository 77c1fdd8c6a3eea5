import type { EChartsCoreOption } from 'echarts/core';
import { plainText } from './plainText.ts';

export interface ChartLayer {
  id: string;
  name: string;
  /** A CSS colour or variable. */
  colour: string;
  values: (number | null)[];
}

export interface LayersOptions {
  labels: string[];
  layers: ChartLayer[];
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

/** Stacked areas over time, named where they are and not in a legend; the grid hardly visible. */
export function layersOption({ labels, layers, exact, short }: LayersOptions): EChartsCoreOption {
  const named = labelPlaces(layers);
  return {
    grid: {
      left: 8,
      right: 20,
      top: 16,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: categoryAxis(labels),
    yAxis: {
      type: 'value',
      splitNumber: 3,
      minInterval: 0,
      axisLabel: { color: 'var(--ink-3)', formatter: (value: number) => short(value) },
      splitLine: { lineStyle: { color: 'var(--line)' } },
    },
    tooltip: axisTooltip(exact),
    series: layers.map((layer) => ({
      id: layer.id,
      name: layer.name,
      type: 'line',
      stack: 'all',
      areaStyle: { color: layer.colour, opacity: 0.28 },
      data: layer.values.map((value, index) =>
        named.get(layer.id) === index ? { value, label: { show: true } } : { value },
      ),
      color: layer.colour,
      lineStyle: { width: 1, color: layer.colour },
      itemStyle: { color: layer.colour },
      showAllSymbol: true,
      symbol: 'circle',
      // Labels hang at symbols: those that nobody should see have no size.
      symbolSize: labels.length === 1 ? 6 : 0,
      triggerLineEvent: true,
      emphasis: { focus: 'series' },
      label: {
        show: false,
        position: 'bottom',
        formatter: plainText(layer.name, 18),
        color: 'var(--ink)',
        fontSize: 11,
        distance: 4,
      },
      labelLayout: { hideOverlap: true },
    })),
  };
}

/** An axis of names, hardly visible. */
export function categoryAxis(labels: string[]) {
  return {
    type: 'category',
    data: labels,
    boundaryGap: false,
    axisLine: { lineStyle: { color: 'var(--line-strong)' } },
    axisTick: { show: false },
    axisLabel: { color: 'var(--ink-3)', hideOverlap: true, margin: 10 },
  };
}

/** Tells all numbers of the moment under the pointer. */
export function axisTooltip(exact: (value: number) => string) {
  return {
    trigger: 'axis',
    axisPointer: { lineStyle: { color: 'var(--ink-3)', type: 'solid', width: 1 } },
    formatter: (points: Point[]) => tooltipText(points, exact),
  };
}

/** How far apart names must be, as parts of the picture, not to run into each other. */
const apart = { across: 0.22, up: 0.08 };

/** Where each layer is named: where it is thickest, if that is thick enough for its name and no other name is in the way. */
export function labelPlaces(layers: Pick<ChartLayer, 'id' | 'values'>[]): Map<string, number> {
  const steps = layers[0]?.values.length ?? 0;
  const thickness = layers.map(({ values }) => values.map((value) => Math.max(value ?? 0, 0)));
  /** The upper edge of a layer, at which its name hangs. */
  const edge = (layer: number, step: number) =>
    thickness.slice(0, layer + 1).reduce((sum, values) => sum + (values[step] ?? 0), 0);
  const highest = Math.max(...Array.from({ length: steps }, (_, step) => edge(layers.length - 1, step)), 0);
  // Not at an edge, where the name would not fit.
  const wanted = thickness.flatMap((values, layer) =>
    values.flatMap((size, step) =>
      step === 0 || step === steps - 1 || size <= highest * 0.12 ? [] : [{ layer, step, size }],
    ),
  );
  const named: { layer: number; step: number }[] = [];
  for (const { layer, step } of wanted.toSorted((a, b) => b.size - a.size)) {
    const inTheWay = named.some(
      (other) =>
        other.layer === layer ||
        (Math.abs(other.step - step) < apart.across * steps &&
          Math.abs(edge(other.layer, other.step) - edge(layer, step)) < apart.up * highest),
    );
    if (!inTheWay) named.push({ layer, step });
  }
  return new Map(named.map(({ layer, step }) => [layers[layer]?.id ?? '', step]));
}

/** The numbers of one moment, the largest first, and what they are together. */
function tooltipText(points: Point[], exact: (value: number) => string): string {
  const told = [
    ...new Map(
      points.filter(({ value }) => typeof value === 'number').map((point) => [point.seriesName, point]),
    ).values(),
  ]
    .filter((point) => typeof point.value === 'number' && point.value !== 0)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const lines = told.slice(0, 9).map((point) => `${plainText(point.seriesName, 28)}  ${exact(point.value ?? 0)}`);
  return [points[0]?.axisValueLabel ?? '', ...(lines.length > 0 ? lines : ['–'])].join('\n');
}
