import type { EChartsCoreOption } from 'echarts/core';
import { plainText } from './plainText.ts';
import { spread } from './spread.ts';

/** Pixels above and below the lines. */
const top = 36;
const bottom = 12;

export interface Slope {
  id: string;
  name: string;
  colour: string;
  from: number;
  to: number;
}

export interface SlopesOptions {
  /** Pixels of the whole chart. */
  tall: number;
  left: string;
  right: string;
  slopes: Slope[];
  short: (value: number) => string;
  exact: (value: number) => string;
}

/** Lines between two columns of numbers, each named where it ends. */
export function slopesOption({ tall, left, right, slopes, short, exact }: SlopesOptions): EChartsCoreOption {
  const room = tall - top - bottom;
  const most = Math.max(...slopes.flatMap(({ from, to }) => [height(from), height(to)]), 1);
  const least = Math.min(...slopes.flatMap(({ from, to }) => [height(from), height(to)]), 0);
  const shifts = (values: number[]) => {
    const places = values.map((value) => room * (1 - (height(value) - least) / (most - least)));
    return spread(places, 15, room).map((place, index) => place - (places[index] ?? 0));
  };
  const leftShifts = shifts(slopes.map(({ from }) => from));
  const rightShifts = shifts(slopes.map(({ to }) => to));
  return {
    grid: { left: 78, right: 176, top, bottom },
    xAxis: {
      type: 'category',
      position: 'top',
      data: [left, right],
      boundaryGap: false,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: 'var(--ink-2)', margin: 14, formatter: (text: string) => plainText(text, 24) },
      splitLine: { show: true, lineStyle: { color: 'var(--line-strong)' } },
    },
    yAxis: { type: 'value', show: false, min: least, max: most },
    tooltip: {
      trigger: 'item',
      formatter: ({ seriesName }: { seriesName: string }) => {
        const slope = slopes.find(({ name }) => name === seriesName);
        if (!slope) return '';
        return [
          plainText(slope.name),
          `${plainText(left, 24)}  ${exact(slope.from)}`,
          `${plainText(right, 24)}  ${exact(slope.to)}`,
        ].join('\n');
      },
    },
    series: slopes.map(({ id, name, colour, from, to }, index) => ({
      id,
      name,
      type: 'line',
      data: [
        { value: height(from), label: { position: 'left', offset: [0, leftShifts[index]], formatter: short(from) } },
        {
          value: height(to),
          label: {
            position: 'right',
            offset: [0, rightShifts[index]],
            formatter: `${short(to)}  ${plainText(name, 18)}`,
          },
        },
      ],
      color: colour,
      lineStyle: { width: 2, color: colour },
      itemStyle: { color: colour },
      symbol: 'circle',
      symbolSize: 7,
      triggerLineEvent: true,
      emphasis: { focus: 'series' },
      label: { show: true, color: 'var(--ink-2)', fontSize: 11, distance: 8 },
    })),
  };
}

/** By its root, so that one large row does not flatten all others; every end has its number. */
function height(value: number): number {
  return Math.sign(value) * Math.sqrt(Math.abs(value));
}
