import type { GroupSummary, TraitHistory } from '@spectacle/server/answers';
import { useMemo } from 'react';
import { TraitTable } from './TraitTable.tsx';

/** Traits Spectacle knows by name, in the order one reads them. */
const known = [
  'name',
  'website',
  'plan',
  'industry',
  'employees',
  'phone',
  'email',
  'linkedInUrl',
  'description',
  'address',
  'createdAt',
  'avatar',
];

/** What is known about the company: every trait, the named ones first, each with the values it had before. */
export function TraitPanel({ company, history }: { company: GroupSummary; history: TraitHistory['traits'] }) {
  const keys = useMemo(() => {
    const all = Object.keys(company.traits);
    return [...known.filter((key) => all.includes(key)), ...all.filter((key) => !known.includes(key)).sort()];
  }, [company.traits]);
  return (
    <section className="pb-4">
      <h2 className="flex h-11 items-center gap-2 border-t px-4 text-sm font-semibold">
        Traits <span className="num font-normal text-ink-3">{keys.length}</span>
      </h2>
      <TraitTable traits={company.traits} keys={keys} history={history} />
      <p className="mt-4 px-4 text-xs text-ink-3">
        Company id <span className="font-mono text-ink-2 select-all">{company.groupId}</span>
      </p>
    </section>
  );
}
