import { DayField } from '../range/DayField.tsx';
import { addDays } from '../range/days.ts';
import { Choice } from '../ui/Choice.tsx';

export interface AsOfChoiceProps {
  /** The day at whose end it was known; undefined: today. */
  asOf: string | undefined;
  today: string;
  set: (asOf: string | undefined) => void;
}

/** From which knowledge the report answers: today's, or that of the end of a past day. */
export function AsOfChoice({ asOf, today, set }: AsOfChoiceProps) {
  const yesterday = addDays(today, -1);
  return (
    <span className="inline-flex items-center gap-1">
      <Choice
        label="As known"
        value={asOf === undefined ? 'today' : 'then'}
        options={[
          { value: 'today', label: 'As known today' },
          { value: 'then', label: 'As known on …' },
        ]}
        set={(value) => set(value === 'then' ? addDays(today, -30) : undefined)}
      />
      {asOf !== undefined && (
        <DayField
          label="As known at the end of"
          day={asOf}
          max={yesterday}
          set={(next) => next <= yesterday && set(next)}
        />
      )}
    </span>
  );
}
