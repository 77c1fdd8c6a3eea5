import { pan, type TimeWindow, timeAt, zoom } from './timeWindow.ts';

/** A press that moves less than this many pixels is a click. */
const slack = 4;

/**
 * One pointer drags the window, two pinch it. Clicks pass through: a drag begins only after some pixels, and then the
 * click at its end is swallowed. Answers the function that stops it all.
 */
export function followDrag(
  element: HTMLElement,
  read: () => { window: TimeWindow; bounds: TimeWindow },
  change: (window: TimeWindow) => void,
): () => void {
  const pointers = new Map<number, number>();
  let pressedAt = 0;
  let dragging = false;

  function down(event: PointerEvent) {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, event.clientX);
    if (pointers.size === 1) {
      pressedAt = event.clientX;
      dragging = false;
    }
  }

  function move(event: PointerEvent) {
    const before = pointers.get(event.pointerId);
    if (before === undefined) return;
    const { window, bounds } = read();
    const box = element.getBoundingClientRect();
    if (!dragging && Math.abs(event.clientX - pressedAt) > slack) {
      dragging = true;
      element.setPointerCapture(event.pointerId);
    }
    if (!dragging) return;
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, event.clientX);
    if (other === undefined) {
      change(pan(window, ((before - event.clientX) / box.width) * (window.to - window.from), bounds));
    } else {
      const factor = Math.max(Math.abs(before - other), 1) / Math.max(Math.abs(event.clientX - other), 1);
      change(zoom(window, factor, timeAt(other - box.left, window, box.width), bounds));
    }
  }

  function up(event: PointerEvent) {
    pointers.delete(event.pointerId);
  }

  function click(event: MouseEvent) {
    if (!dragging) return;
    dragging = false;
    event.stopPropagation();
    event.preventDefault();
  }

  element.addEventListener('pointerdown', down);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', up);
  element.addEventListener('click', click, true);
  return () => {
    element.removeEventListener('pointerdown', down);
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', up);
    element.removeEventListener('click', click, true);
  };
}
