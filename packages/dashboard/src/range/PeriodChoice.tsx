import type { Period } from '@spectacle/server/answers';
import { Choice } from '../ui/Choice.tsx';

const options: { value: Period; label: string }[] = [
  { value: 'day', label: 'By day' },
  { value: 'week', label: 'By week' },
  { value: 'month', label: 'By month' },
];

/** By day, week or month. */
export function PeriodChoice({ label, period, set }: { label: string; period: Period; set: (period: Period) => void }) {
  return (
    <Choice
      label={label}
      value={period}
      options={options}
      set={(wanted) => set(options.find(({ value }) => value === wanted)?.value ?? period)}
    />
  );
}
