const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * Reads a day: 2026-05-31, or 31 May 2026 as the ECB's daily file has it. Undefined if there is no such day.
 *
 * @example asDay('31 May 2026') // '2026-05-31'
 */
export function asDay(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})$/.exec(text) ?? [];
  const place = months.indexOf(month.toLowerCase()) + 1;
  const iso = place > 0 ? `${year}-${String(place).padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const time = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(iso) ? iso : undefined;
}
