import { count } from './count.ts';

/** A trait's value as one line of text. Values are hostile: this is only ever rendered as text. */
export function traitText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return count(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(traitText).join(', ');
  return Object.entries(value)
    .map(([key, each]) => [key, traitText(each)])
    .filter(([, text]) => text !== '')
    .map(([key, text]) => `${key}: ${text}`)
    .join(', ');
}

/** A trait as text, or null when it is missing, empty or not a scalar. */
export function traitLine(traits: Record<string, unknown>, ...keys: string[]): string | null {
  for (const key of keys) {
    const value = traits[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number') return count(value);
  }
  return null;
}
