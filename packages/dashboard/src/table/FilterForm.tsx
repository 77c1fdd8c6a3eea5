import { useId, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { askedValue, type Field, typedValue } from './field.ts';
import { type Filter, isUnary, type Operator } from './filter.ts';
import { operatorsFor, operatorWords } from './operatorWords.ts';

export interface FilterFormProps {
  field: Field;
  initial?: Filter;
  submit: (filter: Filter) => void;
}

/** Second step of a filter: the comparison and the value. */
export function FilterForm({ field, initial, submit }: FilterFormProps) {
  const usual = operatorsFor(field);
  const offered = initial && !usual.includes(initial.operator) ? [initial.operator, ...usual] : usual;
  const [operator, setOperator] = useState<Operator>(initial?.operator ?? usual[0] ?? 'is');
  const [value, setValue] = useState(typedValue(initial?.value ?? '', field));
  const options = useId();
  const asked = isUnary(operator) ? '' : askedValue(value.trim(), field);
  const complete = isUnary(operator) || Boolean(asked);
  return (
    <form
      className="flex flex-col gap-2 p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) submit({ field: field.field, operator, value: asked ?? '' });
      }}
    >
      <p className="text-sm font-medium">{field.label}</p>
      <select
        aria-label="Comparison"
        className="field"
        value={operator}
        onChange={(event) => setOperator(offered.find((each) => each === event.target.value) ?? 'is')}
      >
        {offered.map((each) => (
          <option key={each} value={each}>
            {operatorWords(each, field)}
          </option>
        ))}
      </select>
      {!isUnary(operator) && (
        <input
          aria-label="Value"
          type={field.time ? 'date' : 'text'}
          // biome-ignore lint/a11y/noAutofocus: the form opens to be typed into
          autoFocus
          className="field"
          list={options}
          value={value}
          onChange={(event) => setValue(event.target.value)}
          inputMode={field.numeric ? 'decimal' : undefined}
          placeholder={field.currency ? `1000 ${field.currency}` : field.numeric ? '100' : 'Value'}
        />
      )}
      {field.time && !isUnary(operator) && <RecentDays choose={setValue} />}
      <datalist id={options}>
        {field.values?.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <Button type="submit" tone="accent" disabled={!complete}>
        Apply
      </Button>
    </form>
  );
}

/** Days one often means. They are written into the filter as dates, so that a shared link shows the same rows. */
function RecentDays({ choose }: { choose: (day: string) => void }) {
  return (
    <div className="flex gap-1">
      {[7, 30, 90].map((days) => (
        <Button
          key={days}
          size="small"
          tone="quiet"
          onClick={() => choose(new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10))}
        >
          {days} days ago
        </Button>
      ))}
    </div>
  );
}
