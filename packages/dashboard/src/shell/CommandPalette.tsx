import { useEffect, useRef } from 'react';
import { PaletteSearch } from './PaletteSearch.tsx';

/**
 * ⌘K. A native dialog: it keeps the focus inside, makes the page behind inert, and closes with Escape, without a
 * style element that the content security policy would refuse.
 */
export function CommandPalette({ open, close }: { open: boolean; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!open) {
      element?.close();
      return;
    }
    element?.showModal();
    // The dialog would rather focus the list around the field.
    element?.querySelector('input')?.focus();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      aria-label="Go to anything"
      onClose={close}
      onClick={(event) => event.target === event.currentTarget && close()}
      onKeyDown={(event) => event.key === 'Escape' && close()}
      className="mx-auto mt-[12vh] w-[min(600px,calc(100vw-24px))] rounded-xl bg-raised p-0 text-ink shadow-pop"
    >
      {open && <PaletteSearch close={close} />}
    </dialog>
  );
}
