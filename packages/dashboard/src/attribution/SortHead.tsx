import { ArrowDown, ArrowUp } from 'lucide-react';

export interface SortHeadProps {
  label: string;
  title?: string;
  /** What the address calls it. */
  field: string;
  sort: string | undefined;
  setSort: (sort: string | undefined) => void;
  numeric?: boolean;
  className?: string;
}

/** The head of a column that sorts: the largest first, then the smallest, then as the report came. */
export function SortHead({ label, title, field, sort, setSort, numeric = true, className = '' }: SortHeadProps) {
  const direction = sort === field ? 'ascending' : sort === `-${field}` ? 'descending' : undefined;
  const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown;
  const first = numeric ? `-${field}` : field;
  const second = numeric ? field : `-${field}`;
  return (
    <th scope="col" aria-sort={direction ?? 'none'} className={`p-0 font-medium ${className}`}>
      <button
        type="button"
        title={title}
        onClick={() => setSort(sort === first ? second : sort === second ? undefined : first)}
        className={`flex h-8 w-full items-center gap-1 text-xs font-medium hover:text-ink ${numeric ? 'flex-row-reverse px-3' : 'pr-3 pl-4'} ${direction ? 'text-ink' : 'text-ink-3'}`}
      >
        <span className="whitespace-nowrap">{label}</span>
        {direction && <Arrow size={12} className="shrink-0" />}
      </button>
    </th>
  );
}
