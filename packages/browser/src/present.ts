/** The fields that have a value, or undefined if none has. */
export function present<Field extends string>(
  fields: readonly Field[],
  valueFor: (field: Field) => string | null | undefined,
): Partial<Record<Field, string>> | undefined {
  const found = fields.map((field) => [field, valueFor(field)]).filter(([, value]) => value);
  return found[0] && Object.fromEntries(found);
}
