import { csvCells } from '../transfer/csvCells.ts';
import { RecordSplitter } from '../transfer/recordSplitter.ts';

/** A row of a CSV file as a record by its header, with its line; or what is wrong with the line. */
export type CsvLine = { line: number } & (
  | { ok: true; sent: Readonly<Record<string, unknown>> }
  | { ok: false; code: string; message: string }
);

/**
 * Reads CSV with a header, separated by commas or semicolons. Names of columns are taken in lower case, with spaces as
 * underscores, so that the exports of ad platforms fit.
 */
export function csvLines(csv: string): CsvLine[] {
  const delimiter = (csv.split('\n', 1)[0] ?? '').includes(';') ? ';' : ',';
  const splitter = new RecordSplitter(delimiter);
  const records = [...splitter.push(Buffer.from(csv)), ...splitter.end()];
  let header: string[] | undefined;
  const lines: CsvLine[] = [];
  for (const record of records) {
    if (!record.ok) {
      lines.push({ line: record.line, ok: false, code: record.code, message: record.message });
      continue;
    }
    const text = record.bytes.toString('utf8').replace(/\r$/, '');
    if (text.trim() === '') continue;
    const row = csvCells(text, delimiter);
    if (!row.ok) lines.push({ line: record.line, ok: false, code: row.code, message: row.message });
    else if (header === undefined) header = row.cells.map((name) => name.trim().toLowerCase().replaceAll(' ', '_'));
    else
      lines.push({
        line: record.line,
        ok: true,
        sent: Object.fromEntries(header.map((name, i) => [name, row.cells[i] ?? ''])),
      });
  }
  return lines;
}
