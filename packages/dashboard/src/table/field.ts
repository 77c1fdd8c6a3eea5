import { mainUnits, smallestUnits } from '../display/money.ts';

/** Something that a list can be filtered by. */
export interface Field {
  field: string;
  label: string;
  numeric?: boolean;
  /** A moment: compared with a day. */
  time?: boolean;
  /** ISO 4217, of an amount: typed and shown in its main unit, in the address and for the API in its smallest. */
  currency?: string | undefined;
  /** Values seen so far, offered while typing. */
  values?: string[];
}

/** What a field is called where nobody gave it a label: a trait by its key. */
export function fieldLabel(field: string, fields: Field[]): string {
  return fields.find((each) => each.field === field)?.label ?? field.replace(/^traits\./, '');
}

/** A value of a filter as people type it. */
export function typedValue(value: string, { currency }: Pick<Field, 'currency'>): string {
  return currency === undefined ? value : mainUnits(value, currency);
}

/** A value that was typed as the API is asked it; null for an amount that is none. */
export function askedValue(typed: string, { currency }: Pick<Field, 'currency'>): string | null {
  if (currency === undefined) return typed;
  const amount = smallestUnits(typed, currency);
  return amount === null ? null : String(amount);
}
