import { isUtf8 } from 'node:buffer';
import { type ColumnMapping, readRows } from './columnMapping.ts';
import { csvCells } from './csvCells.ts';
import { type ImportedCall, importedCall } from './importedCall.ts';
import { BrokenFile, openFile } from './openFile.ts';
import { type FilePlace, type Found, RecordSplitter } from './recordSplitter.ts';

export type FileFormat = { csv: false } | { csv: true; delimiter: string; mapping: ColumnMapping };

/** What a record of the file is: a call, something wrong, or (undefined) nothing at all. */
export type Line = ImportedCall | { ok: false; code: string; message: string; messageId: null } | undefined;

export type LineReader =
  | { ok: true; start: FilePlace; read(record: Found): Line }
  | { ok: false; code: 'unreadable' | 'unmapped'; message: string };

const beginning: FilePlace = { offset: 0, line: 1 };

/** Finds out how the records of a file are to be read; of CSV that depends on its header, after which the rows start. */
export async function openReader(path: string, format: FileFormat): Promise<LineReader> {
  const header = await firstRecord(path, format.csv ? format.delimiter : undefined);
  if (!header.ok) return { ok: false, code: 'unreadable', message: header.message };
  if (!format.csv) return { ok: true, start: beginning, read: (record) => readLine(record, jsonCall) };

  const { delimiter, mapping } = format;
  const names = header.record && textOf(header.record);
  if (names === undefined || !names.ok) {
    const why = names === undefined ? 'It is empty.' : names.message;
    return { ok: false, code: 'unmapped', message: `${path} has no readable header in its first line. ${why}` };
  }
  const cells = csvCells(names.text, delimiter);
  if (!cells.ok)
    return { ok: false, code: 'unmapped', message: `The header of ${path} cannot be read. ${cells.message}` };
  const rows = readRows(
    mapping,
    cells.cells.map((name) => name.trim()),
  );
  if (!rows.ok) return { ok: false, code: 'unmapped', message: rows.message };
  const rowCall = (text: string, line: number): Line => {
    const row = csvCells(text, delimiter);
    if (!row.ok) return wrong(row.code, row.message);
    if (row.cells.length !== rows.width) {
      const message = `The row has ${row.cells.length} columns and the header ${rows.width}. Quote the cells that hold the delimiter or a line break.`;
      return wrong('wrong_number_of_columns', message);
    }
    return importedCall(rows.read(row.cells), line);
  };
  return { ok: true, start: header.record?.next ?? beginning, read: (record) => readLine(record, rowCall) };
}

const wrong = (code: string, message: string) => ({ ok: false, code, message, messageId: null }) as const;

function readLine(record: Found, callOf: (text: string, line: number) => Line): Line {
  const text = textOf(record);
  if (!text.ok) return wrong(text.code, text.message);
  return text.text.trim() === '' ? undefined : callOf(text.text, record.line);
}

function jsonCall(text: string, line: number): Line {
  let event: unknown;
  try {
    event = JSON.parse(text);
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message.slice(0, 100) : '';
    return wrong('invalid_json', `The line is not JSON: ${why}. Write one event a line.`);
  }
  return importedCall(event, line);
}

function textOf(record: Found): { ok: true; text: string } | { ok: false; code: string; message: string } {
  if (!record.ok) return record;
  if (isUtf8(record.bytes)) return { ok: true, text: record.bytes.toString('utf8') };
  const message = 'The line is not UTF-8. Convert the file: iconv -f windows-1252 -t utf-8 old.csv > new.csv.';
  return { ok: false, code: 'not_utf8', message };
}

/** The first record of the file; none if it is empty. */
async function firstRecord(
  path: string,
  delimiter: string | undefined,
): Promise<{ ok: true; record: Found | undefined } | { ok: false; message: string }> {
  const opened = await openFile(path);
  if (!opened.ok) return opened;
  const splitter = new RecordSplitter(delimiter);
  try {
    for await (const chunk of opened.file.chunks) {
      const [record] = splitter.push(chunk);
      if (record) return { ok: true, record };
    }
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    return { ok: false, message: `${path} cannot be read: ${error.message}.` };
  }
  return { ok: true, record: splitter.end()[0] };
}
