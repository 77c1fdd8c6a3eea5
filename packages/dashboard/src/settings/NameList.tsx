import { X } from 'lucide-react';
import { useState } from 'react';

export interface NameListProps {
  id: string;
  names: string[];
  setNames: (names: string[]) => void;
  placeholder: string;
}

/** A list of names as chips; Enter or leaving the field adds what was typed. */
export function NameList({ id, names, setNames, placeholder }: NameListProps) {
  const [text, setText] = useState('');
  const add = () => {
    const name = text.trim();
    if (name !== '' && !names.includes(name)) setNames([...names, name]);
    setText('');
  };
  return (
    <div className="flex flex-wrap items-center gap-1.5 rounded-md border border-line-strong bg-raised p-1">
      {names.map((name) => (
        <span key={name} className="inline-flex h-6 items-center rounded bg-active pl-2 text-xs">
          {name}
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
  );
}
