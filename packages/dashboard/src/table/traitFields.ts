import { traitText } from '../display/traitText.ts';
import type { Field } from './field.ts';

/** The traits that the rows at hand have, most frequent first, with some of their values. */
export function traitFields(rows: { traits: Record<string, unknown> }[]): Field[] {
  const seen = new Map<string, { rows: number; numbers: number; values: Set<string> }>();
  for (const { traits } of rows) {
    for (const [key, value] of Object.entries(traits)) {
      if (value === null) continue;
      const trait = seen.get(key) ?? { rows: 0, numbers: 0, values: new Set() };
      trait.rows++;
      if (isNumber(value)) trait.numbers++;
      if (trait.values.size < 40 && typeof value !== 'object') trait.values.add(traitText(value));
      seen.set(key, trait);
    }
  }
  return [...seen]
    .sort(([, a], [, b]) => b.rows - a.rows)
    .map(([key, trait]) => ({
      field: `traits.${key}`,
      label: key,
      numeric: trait.numbers === trait.rows,
      values: [...trait.values].sort(),
    }));
}

function isNumber(value: unknown): boolean {
  return (
    typeof value === 'number' || (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
  );
}
