import { ListFilter, X } from 'lucide-react';
import { useState } from 'react';
import { Pop } from '../ui/Pop.tsx';
import { FieldPicker } from './FieldPicker.tsx';
import { FilterForm } from './FilterForm.tsx';
import { type Field, fieldLabel, typedValue } from './field.ts';
import { type Filter, formatFilter, isUnary, parseFilter } from './filter.ts';
import { operatorWords } from './operatorWords.ts';

export interface FilterBarProps {
  fields: Field[];
  /** As they stand in the address. */
  filters: string[];
  setFilters: (filters: string[]) => void;
}

/** The filters as chips to click and change, and the button that adds one. */
export function FilterBar({ fields, filters, setFilters }: FilterBarProps) {
  return (
    <>
      {filters.map((text, index) => {
        const filter = parseFilter(text);
        const set = (next: string[]) => setFilters([...filters.slice(0, index), ...next, ...filters.slice(index + 1)]);
        return (
          <span key={text} className="inline-flex h-7 items-center rounded-md border bg-raised text-xs">
            {filter ? (
              <Pop
                label="Change the filter"
                trigger={
                  <button type="button" className="flex h-full items-center gap-1 rounded-l-md pl-2 hover:bg-hover">
                    <span className="text-ink-2">{fieldLabel(filter.field, fields)}</span>
                    <span className="text-ink-3">{operatorWords(filter.operator, fieldOf(filter.field, fields))}</span>
                    {!isUnary(filter.operator) && (
                      <span className="max-w-40 truncate font-medium">
                        {typedValue(filter.value, fieldOf(filter.field, fields))}
                      </span>
                    )}
                  </button>
                }
              >
                {(close) => (
                  <FilterForm
                    field={fieldOf(filter.field, fields)}
                    initial={filter}
                    submit={(next) => {
                      set([formatFilter(next)]);
                      close();
                    }}
                  />
                )}
              </Pop>
            ) : (
              <span className="pl-2 text-bad">{text}</span>
            )}
            <button
              type="button"
              aria-label={`Remove the filter ${text}`}
              className="grid h-full w-6 place-items-center rounded-r-md text-ink-3 hover:bg-hover hover:text-ink"
              onClick={() => set([])}
            >
              <X size={12} />
            </button>
          </span>
        );
      })}
      <Pop
        label="Add a filter"
        trigger={
          <button
            type="button"
            className="inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-xs font-medium text-ink-2 hover:bg-hover hover:text-ink"
          >
            <ListFilter size={13} /> Filter
          </button>
        }
      >
        {(close) => (
          <NewFilter
            fields={fields}
            add={(filter) => {
              const text = formatFilter(filter);
              if (!filters.includes(text)) setFilters([...filters, text]);
              close();
            }}
          />
        )}
      </Pop>
    </>
  );
}

function NewFilter({ fields, add }: { fields: Field[]; add: (filter: Filter) => void }) {
  const [field, setField] = useState<Field | null>(null);
  return field ? <FilterForm field={field} submit={add} /> : <FieldPicker fields={fields} pick={setField} add={add} />;
}

function fieldOf(field: string, fields: Field[]): Field {
  return fields.find((each) => each.field === field) ?? { field, label: fieldLabel(field, fields) };
}
