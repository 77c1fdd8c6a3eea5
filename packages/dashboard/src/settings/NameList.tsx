import { Plus, X } from 'lucide-react';
import { useState } from 'react';

export interface NameListProps {
  id: string;
  names: string[];
  setNames: (names: string[]) => void;
  placeholder: string;
  /** Names to pick from, the likeliest first; what is not among them is marked. */
  seen?: string[] | undefined;
}

/** Names offered as buttons; the others are offered while one types. */
const offered = 8;

/** A list of names as chips; Enter or leaving the field adds what was typed. */
export function NameList({ id, names, setNames, placeholder, seen }: NameListProps) {
  const [text, setText] = useState('');
  const add = () => {
    const name = text.trim();
    if (name !== '' && !names.includes(name)) setNames([...names, name]);
    setText('');
  };
  const others = (seen ?? []).filter((name) => !names.includes(name));
  return (
    <>
      <div className="flex flex-wrap items-center gap-1.5 rounded-md border border-line-strong bg-raised p-1">
        {names.map((name) => (
          <span key={name} className="inline-flex h-6 items-center rounded bg-active pl-2 text-xs">
            <span className="max-w-60 truncate" title={name}>
              {name}
            </span>
            {seen && !seen.includes(name) && <span className="ml-1.5 text-2xs text-warn">never seen</span>}
            <button
              type="button"
              aria-label={`Remove ${name}`}
              className="grid size-6 place-items-center text-ink-3 hover:text-ink"
              onClick={() => setNames(names.filter((each) => each !== name))}
            >
              <X size={11} />
            </button>
          </span>
        ))}
        <input
          id={id}
          list={seen ? `${id}seen` : undefined}
          className="h-6 min-w-24 flex-1 bg-transparent px-1.5 text-sm outline-none placeholder:text-ink-3"
          value={text}
          placeholder={names.length === 0 ? placeholder : ''}
          onChange={(event) => setText(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              add();
            } else if (event.key === 'Backspace' && text === '') setNames(names.slice(0, -1));
          }}
        />
      </div>
      {seen && (
        <datalist id={`${id}seen`}>
          {others.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      {others.length > 0 && (
        <ul aria-label="Seen, to add" className="mt-2 flex flex-wrap gap-1">
          {others.slice(0, offered).map((name) => (
            <li key={name} className="max-w-full">
              <button
                type="button"
                onClick={() => setNames([...names, name])}
                className="inline-flex h-6 max-w-full items-center gap-1 rounded border border-dashed border-line-strong px-1.5 text-xs text-ink-2 hover:bg-hover hover:text-ink"
              >
                <Plus size={11} className="shrink-0" aria-label="Add" /> <span className="truncate">{name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
