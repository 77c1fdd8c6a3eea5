import type { TraitHistory } from '@spectacle/server/answers';
import { History } from 'lucide-react';
import { shortDate } from '../display/time.ts';
import { traitText } from '../display/traitText.ts';
import { useWorkspace } from '../session/session.ts';
import { Pop } from '../ui/Pop.tsx';
import { TraitValue } from './TraitValue.tsx';

export interface TraitTableProps {
  traits: Record<string, unknown>;
  keys: string[];
  history: TraitHistory['traits'];
}

/** Traits with their values; a trait that has changed opens its history. */
export function TraitTable({ traits, keys, history }: TraitTableProps) {
  return (
    <dl className="text-sm">
      {keys.map((key) => {
        const past = history.filter((entry) => entry.trait === key);
        return (
          <div key={key} className="flex min-h-8 items-start gap-3 px-4 py-1.5 hover:bg-hover">
            <dt className="w-28 shrink-0 truncate text-ink-3" title={key}>
              {key}
            </dt>
            <dd className="flex min-w-0 flex-1 items-start gap-2">
              <span className="min-w-0 flex-1 break-words">
                <TraitValue value={traits[key]} />
              </span>
              {past.length > 1 && <Past name={key} entries={past} />}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Past({ name, entries }: { name: string; entries: TraitHistory['traits'] }) {
  const { timeZone } = useWorkspace().settings;
  const newestFirst = entries.toSorted((a, b) => Date.parse(b.timestamp) - Date.parse(a.timestamp));
  return (
    <Pop
      label={`History of ${name}`}
      align="end"
      trigger={
        <button
          type="button"
          aria-label={`History of ${name}, ${entries.length} values`}
          className="inline-flex h-5 shrink-0 items-center gap-1 rounded px-1 text-xs text-ink-3 hover:bg-active hover:text-ink"
        >
          <History size={12} /> <span className="num">{entries.length}</span>
        </button>
      }
    >
      {() => (
        <ol className="max-h-72 overflow-auto p-1.5 text-sm">
          {newestFirst.map((entry) => (
            <li key={`${entry.messageId} ${entry.timestamp}`} className="flex gap-3 rounded px-2 py-1">
              <span className="num w-20 shrink-0 text-ink-3">{shortDate(entry.timestamp, timeZone)}</span>
              <span className="min-w-0 break-words">
                {entry.value === null ? <i className="text-ink-3">cleared</i> : traitText(entry.value)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Pop>
  );
}
