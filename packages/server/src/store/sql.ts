import { readFileSync } from 'node:fs';

declare const fromFile: unique symbol;

/** The text of a `.sql` file. There is no other way to make one, so no SQL is glued from strings. */
export type Sql = string & { readonly [fromFile]: true };

/**
 * Reads the query that stands in a file beside the module that runs it.
 *
 * @example const list = sql(import.meta.url, 'groups.sql');
 */
export function sql(module: string, file: string): Sql {
  return readFileSync(new URL(file, module), 'utf8') as Sql;
}

/** The statements of a file that holds several, each ended by a semicolon at the end of a line. */
export function statements(text: Sql): Sql[] {
  return text
    .split(/;[ \t]*(?:\n|$)/)
    .map((part) => part.trim())
    .filter((part) => part.replace(/--.*$/gm, '').trim() !== '') as Sql[];
}
