const names = new Map<string | undefined, Intl.DisplayNames>();

/**
 * What a value of a breakdown is called: a country by its name, all else as it is. Only the label: addresses and the API know
 * the code. `language` is a BCP 47 tag; left out, it is the reader's.
 *
 * @example valueLabel('country', 'DE')      // "Germany"
 * @example valueLabel('campaign', 'DE')     // "DE"
 */
export function valueLabel(by: string, value: string, language?: string): string {
  // What was sent as a country and is none that is known, is a value of its own.
  if (by !== 'country' || !/^[A-Z]{2}$/.test(value)) return value;
  const known = names.get(language) ?? new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
  names.set(language, known);
  return known.of(value) ?? value;
}
