import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { followDrag } from './followDrag.ts';
import { pan, type TimeWindow, timeAt, zoom } from './timeWindow.ts';

export interface TimeWindowControl {
  window: TimeWindow;
  isWhole: boolean;
  zoomBy: (factor: number) => void;
  panBy: (share: number) => void;
  show: (window: TimeWindow) => void;
  reset: () => void;
}

/**
 * The stretch of time in sight, moved by wheel, pinch and drag on `plot`. A wheel turn that would zoom out further than
 * everything scrolls the page instead, and so does one that began outside the plot.
 */
export function useTimeWindow(plot: RefObject<HTMLElement | null>, bounds: TimeWindow): TimeWindowControl {
  const [chosen, setChosen] = useState<TimeWindow | null>(null);
  const window = useMemo(() => (chosen ? pan(chosen, 0, bounds) : bounds), [chosen, bounds]);
  const state = useRef({ window, bounds });
  state.current = { window, bounds };
  const change = useCallback((next: TimeWindow) => {
    const { bounds: all } = state.current;
    state.current.window = next;
    setChosen(next.from <= all.from && next.to >= all.to ? null : next);
  }, []);

  useEffect(() => {
    const element = plot.current;
    if (!element) return;
    let scrolledAt = 0;
    const scroller = element.closest('[data-page-scroller]');
    const noteScroll = (event: Event) => {
      if (event.target === scroller) scrolledAt = event.timeStamp;
    };
    function wheel(event: WheelEvent) {
      if (!element) return;
      const { window: now, bounds: all } = state.current;
      const box = element.getBoundingClientRect();
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey;
      const pixels = (event.deltaMode === 1 ? 16 : 1) * (sideways ? event.deltaX || event.deltaY : event.deltaY);
      if (!event.ctrlKey && event.timeStamp - scrolledAt < 250) return;
      const next = sideways
        ? pan(now, (pixels / box.width) * (now.to - now.from), all)
        : zoom(
            now,
            1.0022 ** (pixels * (event.ctrlKey ? 4 : 1)),
            timeAt(event.clientX - box.left, now, box.width),
            all,
          );
      if (next.from === now.from && next.to === now.to) return;
      event.preventDefault();
      change(next);
    }
    scroller?.addEventListener('scroll', noteScroll, { passive: true });
    element.addEventListener('wheel', wheel, { passive: false });
    const stopDrag = followDrag(element, () => state.current, change);
    return () => {
      scroller?.removeEventListener('scroll', noteScroll);
      element.removeEventListener('wheel', wheel);
      stopDrag();
    };
  }, [plot, change]);

  const center = (window.from + window.to) / 2;
  return {
    window,
    isWhole: chosen === null,
    zoomBy: (factor) => change(zoom(window, factor, center, bounds)),
    panBy: (share) => change(pan(window, share * (window.to - window.from), bounds)),
    show: change,
    reset: () => setChosen(null),
  };
}
