import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type ReactNode, type Ref, useState } from 'react';

export interface Action {
  label: string;
  icon: ReactNode;
  act: () => void;
  danger?: boolean;
}

/** What can be done with the thing on the page, behind three dots; within the landmark of the page. */
export function ActionMenu({ actions, trigger }: { actions: Action[]; trigger?: Ref<HTMLButtonElement> }) {
  const [open, setOpen] = useState(false);
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={setOpen}>
      <DropdownMenu.Trigger
        ref={trigger}
        aria-label="Actions"
        className="grid size-8 shrink-0 place-items-center rounded-md border bg-raised text-ink-2 hover:bg-hover hover:text-ink"
      >
        <Ellipsis size={15} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={open ? document.getElementById('page') : null}>
        <DropdownMenu.Content align="end" sideOffset={4} className="z-40 w-56 rounded-lg bg-raised p-1 shadow-pop">
          {actions.map(({ label, icon, act, danger }) => (
            <DropdownMenu.Item
              key={label}
              onSelect={act}
              className={`flex h-8 cursor-default items-center gap-2 rounded-md px-2 text-sm outline-none data-[highlighted]:bg-hover ${danger ? 'text-bad' : ''}`}
            >
              {icon} {label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
