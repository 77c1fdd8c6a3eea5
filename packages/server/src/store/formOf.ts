import type { Parameters } from './opened.ts';

/**
 * The parameters of a statement as a form that a ClickHouse server reads from the body of a request: text, numbers, truth
 * values, and lists of those. `boundary` occurs in none of them.
 *
 * @example formOf({ ids: ["it's"] }, 'x') // has param_ids with the text ['it\'s']
 */
export function formOf(parameters: Parameters, boundary: string): string {
  const parts = Object.entries(parameters).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="param_${name}"\r\n\r\n${
        typeof value === 'string' ? escaped(value) : written(value)
      }\r\n`,
  );
  return `${parts.join('')}--${boundary}--\r\n`;
}

/** As a literal of SQL. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value === 'string') return `'${escaped(value).replaceAll("'", "\\'")}'`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TypeError(`A parameter of a statement is neither text, number, truth value nor a list: ${typeof value}.`);
}

/** Values of parameters are read as fields of tab-separated text. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\0', '\\0');
}
