import { lazy, Suspense } from 'react';
import type { ChartProps } from './ChartCanvas.tsx';

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
