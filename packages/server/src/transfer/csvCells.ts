export type CsvCells = { ok: true; cells: string[] } | { ok: false; code: 'malformed_row'; message: string };

/**
 * The cells of one row (RFC 4180). A cell is quoted if it begins with a quote; a quote further in is text.
 *
 * @example csvCells('1,"a ""b"", c"', ',') // { ok: true, cells: ['1', 'a "b", c'] }
 */
export function csvCells(row: string, delimiter: string): CsvCells {
  const cells: string[] = [];
  for (let at = 0; ; ) {
    if (row[at] !== '"') {
      const end = row.indexOf(delimiter, at);
      cells.push(row.slice(at, end < 0 ? undefined : end));
      if (end < 0) return { ok: true, cells };
      at = end + 1;
      continue;
    }
    let text = '';
    for (let from = at + 1; ; ) {
      const close = row.indexOf('"', from);
      if (close < 0) return { ok: false, code: 'malformed_row', message: 'A quoted cell is not closed.' };
      text += row.slice(from, close);
      at = close + 1;
      if (row[at] !== '"') break;
      text += '"';
      from = at + 1;
    }
    cells.push(text);
    if (at === row.length) return { ok: true, cells };
    if (row[at] !== delimiter) {
      const message = `Text follows the closing quote of column ${cells.length}. Double a quote that belongs to the text.`;
      return { ok: false, code: 'malformed_row', message };
    }
    at++;
  }
}
