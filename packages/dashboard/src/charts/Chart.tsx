import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense } from 'react';

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
  /** Called with the name of the series or node that was clicked. */
  pick?: (name: string) => void;
}

/** The library is 180 kB compressed: it is fetched when the first chart is shown, and never for a page without one. */
const Canvas = lazy(() => import('./ChartCanvas.tsx').then((module) => ({ default: module.ChartCanvas })));

/** A picture of numbers. Its numbers also stand in a table beside it or behind a switch. */
export function Chart(props: ChartProps) {
  return (
    <Suspense
      fallback={
        <div role="status" aria-label="Loading" className="skeleton mx-4" style={{ height: props.height - 16 }} />
      }
    >
      <Canvas {...props} />
    </Suspense>
  );
}
