import { Popover } from 'radix-ui';
import { type ReactNode, useState } from 'react';

export interface PopProps {
  trigger: ReactNode;
  label: string;
  children: (close: () => void) => ReactNode;
  align?: 'start' | 'end';
  className?: string;
}

/** A small panel at a button, within the landmark of the page. Its content is made when it opens, so it starts afresh each time. */
export function Pop({ trigger, label, children, align = 'start', className = 'w-64' }: PopProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal container={open ? document.getElementById('page') : null}>
        <Popover.Content
          data-popover
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={`z-40 rounded-lg bg-raised shadow-pop outline-none ${className}`}
        >
          {children(() => setOpen(false))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
