import { readFile } from 'node:fs/promises';
import type { ColumnMapping } from '../transfer/columnMapping.ts';
import type { FileFormat } from '../transfer/lineReader.ts';
import { CommandFailure } from './commandFailure.ts';

/** The options of `spectacle import` that say how the file is to be read. */
export interface FormatOptions {
  csv?: boolean;
  delimiter: string;
  /** A file with a mapping; the other options come on top of it. */
  map?: string;
  /** Each `<field>=<column>`. */
  column: string[];
  /** Each `<field>=<text>`. */
  set: string[];
  rest?: string;
}

/** How a file is to be read, by its name and the options. @throws CommandFailure if they make no sense */
export async function importFormat(file: string, options: FormatOptions): Promise<FileFormat> {
  const { map, column, set } = options;
  const mapped = map !== undefined || column.length > 0 || set.length > 0 || options.rest !== undefined;
  if (!options.csv && !mapped && !/\.csv(\.gz)?$/i.test(file)) return { csv: false };
  const delimiter = ['tab', '\\t'].includes(options.delimiter) ? '\t' : options.delimiter;
  if (!/^[\t\x20-\x7e]$/.test(delimiter) || delimiter === '"') {
    throw new CommandFailure(`--delimiter must be one character, or tab; it is "${options.delimiter}".`);
  }
  const stored = map === undefined ? { columns: {}, set: {} } : await readMapping(map);
  const mapping: ColumnMapping = {
    columns: { ...stored.columns, ...pairs('--column', column) },
    set: { ...stored.set, ...pairs('--set', set) },
    rest: readRest('--rest', options.rest ?? stored.rest),
  };
  return { csv: true, delimiter, mapping };
}

interface StoredMapping {
  columns: Record<string, string>;
  set: Record<string, string>;
  rest?: unknown;
}

async function readMapping(path: string): Promise<StoredMapping> {
  let mapping: { columns?: unknown; set?: unknown; rest?: unknown; [key: string]: unknown };
  try {
    mapping = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new CommandFailure(`The mapping ${path} cannot be read: ${error instanceof Error ? error.message : error}.`);
  }
  const { columns = {}, set = {}, rest, ...other } = mapping;
  const [unknown] = Object.keys(other);
  if (unknown !== undefined || !isTexts(columns) || !isTexts(set)) {
    const what = unknown === undefined ? '' : ` It has no "${unknown}".`;
    throw new CommandFailure(
      `The mapping ${path} must look like { "columns": { "userId": "user_id" }, "set": { "type": "identify" }, "rest": "traits" }.${what}`,
    );
  }
  return { columns, set, rest };
}

function isTexts(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((text) => typeof text === 'string')
  );
}

function readRest(name: string, rest: unknown): ColumnMapping['rest'] {
  if (rest === undefined || rest === 'traits' || rest === 'properties') return rest;
  throw new CommandFailure(`${name} must be traits or properties, not ${JSON.stringify(rest)}.`);
}

function pairs(option: string, values: string[]): Record<string, string> {
  return Object.fromEntries(
    values.map((value) => {
      const equals = value.indexOf('=');
      if (equals > 0) return [value.slice(0, equals), value.slice(equals + 1)];
      throw new CommandFailure(`${option} reads <field>=<value>, like ${option} userId=id; this is not one: ${value}`);
    }),
  );
}
