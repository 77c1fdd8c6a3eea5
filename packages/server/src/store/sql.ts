import { readFileSync } from 'node:fs';

declare const fromFile: unique symbol;

/** The text of a `.sql` file. There is no other way to make one, so no SQL is glued from strings. */
export type Sql = string & { readonly [fromFile]: true };

/** What is said of a statement where its text must not be: in logs. */
const names = new Map<string, string>();

/**
 * Reads the query that stands in a file beside the module that runs it.
 *
 * @example const list = sql(import.meta.url, 'groups.sql');
 */
export function sql(module: string, file: string): Sql {
  const url = new URL(file, module);
  const text = readFileSync(url, 'utf8') as Sql;
  names.set(text, url.pathname.split('/').slice(-2).join('/'));
  return text;
}

/** The statements of a file that holds several, each ended by a semicolon at the end of a line. */
export function statements(text: Sql): Sql[] {
  const parts = text
    .split(/;[ \t]*(?:\n|$)/)
    .map((part) => part.trim())
    .filter((part) => part.replace(/--.*$/gm, '').trim() !== '') as Sql[];
  for (const [i, part] of parts.entries()) names.set(part, `${nameOf(text)}, statement ${i + 1}`);
  return parts;
}

/** Folder and file of a statement; nothing that anybody asked for is in it. */
export function nameOf(text: Sql): string {
  return names.get(text) ?? 'a statement about the past';
}
