import type { Level } from '@spectacle/server/answers';
import { daysOf } from '../range/days.ts';
import { RangeChoice } from '../range/RangeChoice.tsx';
import { useToday } from '../range/useToday.ts';
import { useWorkspace } from '../session/session.ts';
import { Choice } from '../ui/Choice.tsx';
import { BreakdownPicker } from './BreakdownPicker.tsx';
import { type ReportSearch, usualRange } from './reportSearch.ts';

export interface QuestionChoicesProps {
  search: ReportSearch;
  set: (part: ReportSearch) => void;
  /** Without it there is no breakdown to choose. */
  breakdown?: boolean;
}

/** Whose, when, and broken down by what: the part of the question that all reports on events share. */
export function QuestionChoices({ search, set, breakdown = true }: QuestionChoicesProps) {
  const { settings } = useWorkspace();
  const today = useToday();
  return (
    <>
      <Choice
        label="Of whom"
        value={search.level ?? settings.level}
        options={[
          { value: 'group', label: 'Companies' },
          { value: 'person', label: 'People' },
        ]}
        set={(value) => {
          const level: Level = value === 'person' ? 'person' : 'group';
          set({ level: level === settings.level ? undefined : level });
        }}
      />
      <RangeChoice
        range={search.range ?? usualRange}
        days={daysOf(search.range ?? usualRange, today)}
        today={today}
        set={(range) => set({ range: range === usualRange ? undefined : range })}
      />
      {breakdown && <BreakdownPicker by={search.by} set={(by) => set({ by })} />}
    </>
  );
}
