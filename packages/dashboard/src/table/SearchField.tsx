import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';

/** Searches while one types, 150 ms after the last letter. */
export function SearchField({
  text,
  setText,
  label,
}: {
  text: string;
  setText: (text: string) => void;
  label: string;
}) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => setText(typed), 150);
    return () => clearTimeout(timer);
  }, [typed, text, setText]);
  return (
    <label className="relative flex min-w-0 items-center">
      <Search size={13} className="pointer-events-none absolute left-2 text-ink-3" />
      <span className="sr-only">{label}</span>
      <input
        data-search
        type="search"
        value={typed}
        placeholder={label}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        className="h-7 w-44 min-w-0 rounded-md border bg-raised pr-2 pl-7 text-xs placeholder:text-ink-3 max-md:w-full"
      />
    </label>
  );
}
