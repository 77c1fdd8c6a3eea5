import { limits } from './limits.ts';

export type Identifier = { ok: true; id: string } | { ok: false; why: string };

const mistakes = new Set(['null', 'undefined', 'NaN', '[object Object]']);

/** Is this text what JavaScript makes of a missing value, rather than an id? */
export function isProbablyMistake(text: string): boolean {
  return mistakes.has(text);
}

/**
 * Reads an id of a user or group as customers send it. A finite number becomes its decimal text; whatever can only be a
 * mistake in the calling code is refused, because an id like `"undefined"` would merge strangers into one company.
 *
 * @example asIdentifier(42)          // { ok: true, id: '42' }
 * @example asIdentifier('undefined') // { ok: false, why: 'is the text "undefined"' }
 */
export function asIdentifier(value: unknown): Identifier {
  if (value === undefined) return { ok: false, why: 'is missing' };
  if (value === null) return { ok: false, why: 'is null' };
  if (typeof value === 'number') {
    return Number.isFinite(value) ? { ok: true, id: String(value) } : { ok: false, why: `is ${value}` };
  }
  if (typeof value !== 'string') {
    return { ok: false, why: `is ${Array.isArray(value) ? 'an array' : `of type ${typeof value}`}` };
  }
  const id = value.trim();
  if (id === '') return { ok: false, why: value === '' ? 'is empty' : 'is blank' };
  if (isProbablyMistake(id)) return { ok: false, why: `is the text "${id}"` };
  if (id.length > limits.idLength) return { ok: false, why: `is longer than ${limits.idLength} characters` };
  return { ok: true, id };
}
