import type { AttributionReport } from '@spectacle/server/answers';
import { Link } from '@tanstack/react-router';
import { counted } from '../display/count.ts';
import { money } from '../display/money.ts';

type Lack = AttributionReport['unconverted'][number];

/** What a report lacks, because nobody said what its currency is worth; with a link to where one says it. */
export function Unconverted({ lacks, link = true }: { lacks: Lack[]; link?: boolean }) {
  if (lacks.length === 0) return null;
  return (
    <p className="num rounded-md bg-warn-soft px-3 py-2 text-xs text-warn">
      Counted nowhere, for want of an exchange rate: {lacks.map(lackText).join(', ')}.{' '}
      {link && (
        <Link to="/settings/rates" className="font-medium underline underline-offset-2">
          Load rates
        </Link>
      )}
    </p>
  );
}

function lackText({ of, entries, amount, currency }: Lack): string {
  const what = of === 'revenue' ? counted(entries, 'payment') : counted(entries, 'entry of spend', 'entries of spend');
  return `${what} of ${money(amount, currency)}`;
}
