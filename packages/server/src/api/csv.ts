/**
 * Writes rows as CSV (RFC 4180). A cell that a spreadsheet would run as a formula gets a leading apostrophe
 * (OWASP, "CSV Injection"); numbers stay numbers.
 *
 * @example toCsv([{ name: '=1+1', seats: 3 }]) // name,seats\r\n"'=1+1",3\r\n
 */
export function toCsv(rows: Record<string, unknown>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Traits become columns of their own: `traits.plan`. */
export function flat(row: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(row).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([key, inner]) => [`${name}.${key}`, inner] as const)
      : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}
