import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { isTyping } from '../shell/useShortcuts.ts';

export interface DrawerProps {
  label: string;
  close: () => void;
  /** To the next (1) or the one before (-1), by `j` and `k`. */
  step?: (by: 1 | -1) => void;
  children: ReactNode;
}

/** A panel at the right edge (the whole width on a phone). The page behind stays usable; Escape closes. */
export function Drawer({ label, close, step, children }: DrawerProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event.target) || document.querySelector('dialog[open], [data-popover]')) return;
      if (event.key === 'Escape') close();
      else if (event.key === 'j') step?.(1);
      else if (event.key === 'k') step?.(-1);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [close, step]);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={label}
      className="fixed inset-y-0 right-0 z-30 flex w-full flex-col overflow-hidden border-l bg-raised shadow-pop outline-none sm:w-[420px]"
    >
      <button
        type="button"
        aria-label="Close"
        onClick={close}
        className="absolute top-2.5 right-2.5 grid size-7 place-items-center rounded-md text-ink-3 hover:bg-hover hover:text-ink"
      >
        <X size={15} />
      </button>
      {children}
    </aside>
  );
}
