import { useId, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import type { Field } from './field.ts';
import { type Filter, isUnary, type Operator, operators } from './filter.ts';

const words: Record<Operator, string> = {
  is: 'is',
  'is not': 'is not',
  contains: 'contains',
  '>': 'is more than',
  '>=': 'is at least',
  '<': 'is less than',
  '<=': 'is at most',
  exists: 'is known',
  missing: 'is not known',
};

const inOrder: Operator[] = ['is', 'is not', 'contains', '>', '>=', '<', '<=', 'exists', 'missing'];

/** How a comparison reads in a sentence. */
export function operatorWords(operator: Operator): string {
  return words[operator];
}

export interface FilterFormProps {
  field: Field;
  initial?: Filter;
  submit: (filter: Filter) => void;
}

/** Second step of a filter: the comparison and the value. */
export function FilterForm({ field, initial, submit }: FilterFormProps) {
  const [operator, setOperator] = useState<Operator>(initial?.operator ?? (field.numeric ? '>=' : 'is'));
  const [value, setValue] = useState(initial?.value ?? '');
  const options = useId();
  const complete = isUnary(operator) || value.trim() !== '';
  return (
    <form
      className="flex flex-col gap-2 p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) submit({ field: field.field, operator, value: value.trim() });
      }}
    >
      <p className="text-sm font-medium">{field.label}</p>
      <select
        aria-label="Comparison"
        className="field"
        value={operator}
        onChange={(event) => setOperator(operators.find((each) => each === event.target.value) ?? 'is')}
      >
        {inOrder.map((each) => (
          <option key={each} value={each}>
            {words[each]}
          </option>
        ))}
      </select>
      {!isUnary(operator) && (
        <input
          aria-label="Value"
          // biome-ignore lint/a11y/noAutofocus: the form opens to be typed into
          autoFocus
          className="field"
          list={options}
          value={value}
          onChange={(event) => setValue(event.target.value)}
          placeholder={field.numeric ? '100' : 'Value'}
        />
      )}
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
