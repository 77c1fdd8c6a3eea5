import { Command } from 'cmdk';
import { useState } from 'react';
import { PickerInput } from '../ui/PickerInput.tsx';
import { askedValue, type Field } from './field.ts';
import { type Filter, formatFilter, isUnary, parseFilter } from './filter.ts';

export interface FieldPickerProps {
  fields: Field[];
  pick: (field: Field) => void;
  add: (filter: Filter) => void;
}

/** First step of a filter: choose a field, or type the whole of it (`employees > 100`). */
export function FieldPicker({ fields, pick, add }: FieldPickerProps) {
  const [text, setText] = useState('');
  const typed = typedFilter(text, fields);
  return (
    <Command label="Filter by" loop>
      <PickerInput text={text} setText={setText} placeholder="Field, or employees > 100" />
      <Command.List className="max-h-72 overflow-auto p-1">
        {!typed && <Command.Empty className="px-3 py-6 text-center text-sm text-ink-2">No such field</Command.Empty>}
        {typed && (
          <Command.Item
            forceMount
            value={`typed ${text}`}
            onSelect={() => add(typed.filter)}
            className="flex h-8 items-center rounded-md px-2 text-sm data-[selected=true]:bg-active"
          >
            Add <span className="ml-1 truncate font-medium">{typed.words}</span>
          </Command.Item>
        )}
        {fields.map((field) => (
          <Command.Item
            key={field.field}
            value={`${field.label} ${field.field}`}
            onSelect={() => pick(field)}
            className="flex h-8 items-center gap-2 rounded-md px-2 text-sm data-[selected=true]:bg-active"
          >
            <span className="flex-1 truncate">{field.label}</span>
            {field.field.startsWith('traits.') && <span className="text-2xs text-ink-3">trait</span>}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}

/** What was typed as a filter, and how it reads; a field may be called by its label or by its bare trait key. */
function typedFilter(text: string, fields: Field[]): { filter: Filter; words: string } | null {
  const filter = parseFilter(text);
  if (!filter) return null;
  const wanted = filter.field.toLowerCase();
  const known = fields.find(({ field, label }) =>
    [field, label, field.replace(/^traits\./, '')].some((name) => name.toLowerCase() === wanted),
  );
  const field = known?.field ?? (wanted.includes('.') ? filter.field : `traits.${filter.field}`);
  const value = isUnary(filter.operator) ? '' : askedValue(filter.value, known ?? {});
  if (value === null) return null;
  return {
    filter: { ...filter, field, value },
    words: formatFilter({ ...filter, field: known?.label ?? filter.field }),
  };
}
