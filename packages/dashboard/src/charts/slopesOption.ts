import type { EChartsCoreOption } from 'echarts/core';
import { plainText } from './plainText.ts';

export interface Slope {
  id: string;
  name: string;
  colour: string;
  from: number;
  to: number;
}

export interface SlopesOptions {
  left: string;
  right: string;
  slopes: Slope[];
  short: (value: number) => string;
  exact: (value: number) => string;
}

/** Lines between two columns of numbers, each named where it ends. */
export function slopesOption({ left, right, slopes, short, exact }: SlopesOptions): EChartsCoreOption {
  return {
    grid: { left: 78, right: 176, top: 36, bottom: 12 },
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
    yAxis: { type: 'value', show: false },
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
    series: slopes.map(({ id, name, colour, from, to }) => ({
      id,
      name,
      type: 'line',
      data: [
        { value: height(from), label: { position: 'left', formatter: short(from) } },
        { value: height(to), label: { position: 'right', formatter: `${short(to)}  ${plainText(name, 18)}` } },
      ],
      color: colour,
      lineStyle: { width: 2, color: colour },
      itemStyle: { color: colour },
      symbol: 'circle',
      symbolSize: 7,
      triggerLineEvent: true,
      emphasis: { focus: 'series' },
      label: { show: true, color: 'var(--ink-2)', fontSize: 11, distance: 8 },
      labelLayout: { moveOverlap: 'shiftY' },
    })),
  };
}

/** By its root, so that one large row does not flatten all others; every end has its number. */
function height(value: number): number {
  return Math.sign(value) * Math.sqrt(Math.abs(value));
}
