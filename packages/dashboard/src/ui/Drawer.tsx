import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';

/** A panel at the right edge (the whole width on a phone). The page behind stays usable; Escape closes. */
export function Drawer({ label, close, children }: { label: string; close: () => void; children: ReactNode }) {
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
      if (event.key === 'Escape' && !document.querySelector('dialog[open], [data-popover]')) close();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [close]);
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
