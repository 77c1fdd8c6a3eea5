import type { Field } from './field.ts';
import type { Operator } from './filter.ts';

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

const timeWords: Partial<Record<Operator, string>> = {
  '>=': 'since',
  '<': 'before',
  exists: 'is known',
  missing: 'never',
};

/** How a comparison reads in a sentence about a field. */
export function operatorWords(operator: Operator, field: Pick<Field, 'time'>): string {
  return (field.time ? timeWords[operator] : undefined) ?? words[operator];
}

/** The comparisons that make sense for a field, the likeliest first. */
export function operatorsFor(field: Pick<Field, 'time' | 'numeric'>): Operator[] {
  if (field.time) return ['>=', '<', 'exists', 'missing'];
  if (field.numeric) return ['>=', '<=', '>', '<', 'is', 'is not', 'exists', 'missing'];
  return ['is', 'is not', 'contains', '>', '>=', '<', '<=', 'exists', 'missing'];
}
