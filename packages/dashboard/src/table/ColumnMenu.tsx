import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Pop } from '../ui/Pop.tsx';

export interface ColumnMenuProps {
  /** Every column there is, without the first, which always stays. */
  all: { id: string; label: string }[];
  chosen: string[];
  setChosen: (ids: string[] | undefined) => void;
}

/** Chooses and orders columns, by keyboard too (dragging the heads does the same). */
export function ColumnMenu({ all, chosen, setChosen }: ColumnMenuProps) {
  const [text, setText] = useState('');
  const shown = chosen.flatMap((id) => all.find((column) => column.id === id) ?? []);
  const hidden = all.filter((column) => !chosen.includes(column.id));
  const wanted = (column: { label: string }) => column.label.toLowerCase().includes(text.toLowerCase());
  const move = (id: string, step: -1 | 1) => {
    const order = [...chosen];
    const from = order.indexOf(id);
    const [moved] = order.splice(from, 1);
    if (moved !== undefined) order.splice(from + step, 0, moved);
    setChosen(order);
  };
  return (
    <Pop
      label="Columns"
      align="end"
      className="w-72"
      trigger={
        <Button size="small" tone="quiet">
          <Columns3 size={13} /> Columns
        </Button>
      }
    >
      {() => (
        <>
          <input
            aria-label="Find a column"
            placeholder="Find a column or trait"
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="h-10 w-full border-b bg-transparent px-3 text-sm outline-none placeholder:text-ink-3"
          />
          <div className="max-h-80 overflow-auto p-1">
            {shown.filter(wanted).map((column) => (
              <div key={column.id} className="group flex h-8 items-center rounded-md px-2 hover:bg-hover">
                <Choice label={column.label} on change={() => setChosen(chosen.filter((id) => id !== column.id))} />
                <MoveButton
                  label={`Move ${column.label} left`}
                  disabled={chosen[0] === column.id}
                  onClick={() => move(column.id, -1)}
                  icon={ArrowUp}
                />
                <MoveButton
                  label={`Move ${column.label} right`}
                  disabled={chosen.at(-1) === column.id}
                  onClick={() => move(column.id, 1)}
                  icon={ArrowDown}
                />
              </div>
            ))}
            {hidden.some(wanted) && <p className="px-2 pt-3 pb-1 text-2xs font-medium text-ink-3">Not shown</p>}
            {hidden.filter(wanted).map((column) => (
              <div key={column.id} className="flex h-8 items-center rounded-md px-2 hover:bg-hover">
                <Choice label={column.label} on={false} change={() => setChosen([...chosen, column.id])} />
              </div>
            ))}
          </div>
          <div className="border-t p-1">
            <Button size="small" tone="quiet" className="w-full" onClick={() => setChosen(undefined)}>
              Back to the usual columns
            </Button>
          </div>
        </>
      )}
    </Pop>
  );
}

function Choice({ label, on, change }: { label: string; on: boolean; change: () => void }) {
  return (
    <label className="flex min-w-0 flex-1 items-center gap-2 text-sm">
      <input type="checkbox" checked={on} onChange={change} className="size-3.5 accent-accent" />
      <span className="truncate">{label}</span>
    </label>
  );
}

interface MoveButtonProps {
  label: string;
  disabled: boolean;
  onClick: () => void;
  icon: typeof ArrowUp;
}

function MoveButton({ label, disabled, onClick, icon: Icon }: MoveButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
      className="grid size-6 place-items-center rounded text-ink-3 opacity-0 hover:text-ink focus-visible:opacity-100 disabled:invisible group-hover:opacity-100"
    >
      <Icon size={12} />
    </button>
  );
}
