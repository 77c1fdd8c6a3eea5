import { LineChart, SankeyChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef, useState } from 'react';
import { withColours } from './withColours.ts';

export interface ChartProps {
  /**
   * What ECharts is told. A colour may be a variable of tokens.css (`var(--accent)`): a canvas knows none, so it is looked
   * up, again when the theme changes.
   */
  option: EChartsCoreOption;
  /** What the picture says, in a sentence, for those who do not see it. */
  label: string;
  /** Pixels. */
  height: number;
  /** Called with the id of the series, or the name of the node, that was clicked. */
  pick?: (id: string) => void;
}

use([LineChart, SankeyChart, GridComponent, TooltipComponent, LabelLayout, CanvasRenderer]);

/** What all charts share: the app's type, hardly visible axes, and no markup in tooltips (the policy allows no inline style). */
const shared = {
  textStyle: { fontFamily: '"Inter Variable", system-ui, sans-serif', fontSize: 11, color: 'var(--ink-3)' },
  tooltip: {
    renderMode: 'richText',
    confine: true,
    backgroundColor: 'var(--raised)',
    borderColor: 'var(--line-strong)',
    borderWidth: 1,
    padding: [8, 10],
    textStyle: { color: 'var(--ink)', fontSize: 12, lineHeight: 18 },
  },
};

export function ChartCanvas({ option, label, height, pick }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);
  const theme = useThemeChanges();
  const latestPick = useRef(pick);
  latestPick.current = pick;
  useEffect(() => {
    if (!box.current) return;
    const made = init(box.current, null, { renderer: 'canvas' });
    made.on('click', ({ seriesType, seriesIndex = 0, name }) => {
      // Of a click on a line or on the area below it the id is not told, only the place of its series.
      const { series } = made.getOption() as { series?: { id?: string }[] };
      latestPick.current?.(seriesType === 'line' ? (series?.[seriesIndex]?.id ?? '') : name);
    });
    const canvas = box.current;
    // For whoever takes a picture: the numbers are on the canvas, and nothing moves any more.
    made.on('finished', () => {
      canvas.dataset.chart = 'drawn';
    });
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(canvas);
    setChart(made);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours for the same option
  useEffect(() => {
    if (!chart || !box.current) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const animation = still ? { animation: false } : { animationDuration: 150, animationDurationUpdate: 150 };
    const { tooltip, ...rest } = option;
    const all = {
      ...shared,
      ...animation,
      ...rest,
      tooltip: { ...shared.tooltip, ...(tooltip as object | undefined) },
    };
    box.current.dataset.chart = 'drawing';
    chart.setOption(withColours(all, box.current), { notMerge: true });
  }, [chart, option, theme]);
  return <div ref={box} role="img" aria-label={label} data-chart="empty" style={{ height }} />;
}

/** A number that is another one whenever the theme of the page or of the system changes. */
function useThemeChanges(): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const changed = () => setChanges((number) => number + 1);
    const system = matchMedia('(prefers-color-scheme: dark)');
    const page = new MutationObserver(changed);
    page.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    system.addEventListener('change', changed);
    return () => {
      page.disconnect();
      system.removeEventListener('change', changed);
    };
  }, []);
  return changes;
}
