import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import type { TimeWindowControl } from './useTimeWindow.ts';

/** The same moves as wheel and keys, for the pointer. */
export function SwimlaneControls({ control }: { control: TimeWindowControl }) {
  const button = 'grid size-6 place-items-center text-ink-3 hover:bg-hover hover:text-ink disabled:opacity-40';
  return (
    <div className="absolute -top-9 right-4 z-10 flex overflow-hidden rounded-md border bg-raised">
      <button
        type="button"
        aria-label="Zoom out"
        className={button}
        disabled={control.isWhole}
        onClick={() => control.zoomBy(2)}
      >
        <ZoomOut size={13} />
      </button>
      <button type="button" aria-label="Zoom in" className={`${button} border-x`} onClick={() => control.zoomBy(0.5)}>
        <ZoomIn size={13} />
      </button>
      <button
        type="button"
        aria-label="Show all of it"
        className={button}
        disabled={control.isWhole}
        onClick={control.reset}
      >
        <Maximize2 size={12} />
      </button>
    </div>
  );
}
