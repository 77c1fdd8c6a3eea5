/**
 * Writes a line of CSV (RFC 4180). A cell that a spreadsheet would run as a formula gets a leading apostrophe
 * (OWASP, "CSV Injection"; full-width signs count as their narrow ones in some spreadsheets); numbers stay numbers.
 *
 * @example csvLine(['=1+1', 3]) // "'=1+1",3\r\n
 */
export function csvLine(values: unknown[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Traits become columns of their own: `traits.plan`. */
export function flat(row: object): Record<string, unknown> {
  const entries = Object.entries(row).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([key, inner]) => [`${name}.${key}`, inner] as const)
      : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}
