import { useEffect, useState } from 'react';
import { isTyping } from '../shell/useShortcuts.ts';

export interface RowKeys {
  count: number;
  scrollTo: (index: number) => void;
  open: (index: number) => void;
}

/** `j`/`k` and the arrows move through the rows, Enter opens one. Answers the active row (-1: none) and its setter. */
export function useRowKeys({ count, scrollTo, open }: RowKeys): [number, (index: number) => void] {
  const [active, setActive] = useState(-1);
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (isTyping(event.target) || event.metaKey || event.ctrlKey || event.altKey) return;
      if (document.querySelector('dialog[open], [role="menu"], [data-popover]')) return;
      const inRow = event.target instanceof HTMLElement && event.target.closest('[data-row]') !== null;
      const step =
        event.key === 'j' || (inRow && event.key === 'ArrowDown')
          ? 1
          : event.key === 'k' || (inRow && event.key === 'ArrowUp')
            ? -1
            : 0;
      if (step !== 0) {
        event.preventDefault();
        const next = Math.min(Math.max(active + step, 0), count - 1);
        scrollTo(next);
        setActive(next);
        // The row may come into the document only with the next frame.
        requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus());
      } else if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('[data-row]')) {
        open(active);
      }
    }
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [active, count, scrollTo, open]);
  return [active, setActive];
}
