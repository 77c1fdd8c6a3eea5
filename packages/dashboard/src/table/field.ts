/** Something that a list can be filtered by. */
export interface Field {
  field: string;
  label: string;
  numeric?: boolean;
  /** A moment: compared with a day. */
  time?: boolean;
  /** Values seen so far, offered while typing. */
  values?: string[];
}

/** What a field is called where nobody gave it a label: a trait by its key. */
export function fieldLabel(field: string, fields: Field[]): string {
  return fields.find((each) => each.field === field)?.label ?? field.replace(/^traits\./, '');
}
