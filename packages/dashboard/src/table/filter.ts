/** The comparisons of the API's `filter` parameter, longest first where one begins with another. */
export const operators = ['is not', 'is', 'contains', '>=', '>', '<=', '<', 'exists', 'missing'] as const;
export type Operator = (typeof operators)[number];

export interface Filter {
  field: string;
  operator: Operator;
  value: string;
}

/** Comparisons that need no value. */
export function isUnary(operator: Operator): boolean {
  return operator === 'exists' || operator === 'missing';
}

/**
 * Reads one filter as it stands in the address, or as somebody typed it. Null if it is none.
 *
 * @example parseFilter('traits.employees >= 100') // { field: 'traits.employees', operator: '>=', value: '100' }
 */
export function parseFilter(text: string): Filter | null {
  const match = /^\s*(.+?)\s+(is not|is|contains|>=|>|<=|<|exists|missing)(?:\s+(.*))?$/.exec(text);
  const operator = operators.find((each) => each === match?.[2]);
  const field = match?.[1];
  const value = match?.[3]?.trim() ?? '';
  if (!field || !operator || isUnary(operator) !== (value === '')) return null;
  return { field, operator, value };
}

export function formatFilter(filter: Filter): string {
  return isUnary(filter.operator)
    ? `${filter.field} ${filter.operator}`
    : `${filter.field} ${filter.operator} ${filter.value}`;
}
