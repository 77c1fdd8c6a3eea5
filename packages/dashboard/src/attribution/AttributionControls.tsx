import type { Dating, Level } from '@spectacle/server/answers';
import type { Days } from '../range/days.ts';
import { daysOf, writeDays } from '../range/days.ts';
import { RangeChoice, TwoDays } from '../range/RangeChoice.tsx';
import type { Field } from '../table/field.ts';
import { Choice, type Option } from '../ui/Choice.tsx';
import { AsOfChoice } from './AsOfChoice.tsx';
import { type AttributionSearch, type Question, usualRange } from './attributionSearch.ts';
import { breakdowns } from './breakdowns.ts';
import { isModel, models } from './models.ts';

export interface AttributionControlsProps {
  search: AttributionSearch;
  question: Question;
  /** The level that the workspace counts at. */
  usualLevel: Level;
  traits: Field[];
  today: string;
  set: (part: Partial<AttributionSearch>) => void;
}

/** The question, word by word. */
export function AttributionControls({ search, question, usualLevel, traits, today, set }: AttributionControlsProps) {
  const compare = search.compare ?? '';
  const compared = compare.includes('..') ? daysOf(compare, today) : null;
  return (
    <>
      <Choice
        label="Model"
        value={question.model}
        options={models.map(({ model, label }) => ({ value: model, label }))}
        set={(model) => set({ model: isModel(model) && model !== 'linear' ? model : undefined })}
      />
      <Choice
        label="By"
        value={question.by}
        options={[
          ...breakdowns,
          ...traits.map(({ field, label }) => ({ value: field, label, group: 'Company traits' })),
        ]}
        set={(by) => set({ by: by === 'channel' ? undefined : by, row: undefined })}
      />
      <Choice
        label="Whose journeys"
        value={question.level}
        options={[
          { value: 'group', label: 'Company journeys' },
          { value: 'person', label: 'Person journeys' },
        ]}
        set={(value) => {
          const level: Level = value === 'person' ? 'person' : 'group';
          set({ level: level === usualLevel ? undefined : level, row: undefined });
        }}
      />
      <RangeChoice
        range={search.range ?? usualRange}
        days={question.days}
        today={today}
        set={(range) => set({ range: range === usualRange ? undefined : range })}
      />
      <Choice
        label="Dated at"
        value={question.dating}
        options={[
          { value: 'cohort', label: 'Dated at the visit' },
          { value: 'conversion', label: 'Dated at the conversion' },
        ]}
        set={(dating) => set({ dating: (dating as Dating) === 'conversion' ? 'conversion' : undefined })}
      />
      <AsOfChoice
        asOf={search.asOf}
        today={today}
        // Who asks what was known then wants to see what came since.
        set={(asOf) =>
          set({
            asOf,
            compare:
              asOf === undefined
                ? search.compare === 'today'
                  ? undefined
                  : search.compare
                : (search.compare ?? 'today'),
          })
        }
      />
      <Choice
        label="Compare with"
        value={compared ? 'own' : compare}
        options={compareOptions(question)}
        set={(value) =>
          set({
            compare: value === 'own' ? writeDays(question.days ?? { from: today, to: today }) : value || undefined,
          })
        }
      />
      {compared && (
        <TwoDays days={compared} of=" to compare with" set={(days: Days) => set({ compare: writeDays(days) })} />
      )}
    </>
  );
}

function compareOptions(question: Question): Option[] {
  const ranges: Option[] = question.days
    ? [
        { value: 'before', label: 'The days before', group: 'Other days' },
        { value: 'year', label: 'A year earlier', group: 'Other days' },
        { value: 'own', label: 'Between two days', group: 'Other days' },
      ]
    : [];
  return [
    { value: '', label: 'Compare with …' },
    ...(question.asOf === null ? [] : [{ value: 'today', label: 'What is known today' }]),
    ...models
      .filter(({ model }) => model !== question.model)
      .map(({ model, label }) => ({ value: model, label, group: 'Another model' })),
    ...ranges,
  ];
}
