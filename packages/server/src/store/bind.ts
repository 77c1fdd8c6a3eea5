import { TupleParam } from '@clickhouse/client';
import type { Parameters } from './opened.ts';

/** A place in a statement: `{name:Type}`. */
const place = /\{(\w+):\s*([^{}]+)\}/g;

/**
 * Writes the values of parameters into a statement, as literals of the types that the statement names. For the engine inside only:
 * it takes parameters of one statement at a time in the whole process (chdb 3, `globalParamChain` in its index.js), so a question
 * would wait for whatever the derivation is at.
 *
 * @throws TypeError if a value has no form in SQL.
 * @example bind('SELECT {ids:Array(String)}', { ids: ["it's"] }) // SELECT _CAST('[\'it\\\'s\']', 'Array(String)')
 */
export function bind(statement: string, parameters: Parameters): string {
  return statement.replaceAll(place, (whole, name: string, type: string) => {
    const value = parameters[name];
    // That of a view is given by whoever reads the view; another one is missed by the engine.
    if (value === undefined) return whole;
    if (type === 'Identifier') return identifier(value);
    if (type !== 'String') return converted(value, type);
    if (typeof value !== 'string') throw new TypeError(`The parameter ${name} is no text.`);
    return quoted(value);
  });
}

/** The engine does the same with a parameter: it reads the text as the type, and puts a conversion in its place. */
function converted(value: unknown, type: string): string {
  const text = quoted(typeof value === 'string' ? value : written(value));
  const pair = /^Map\((.*)\)$/.exec(type)?.[1];
  // Only pairs become a map, and no text does.
  const pairs = pair && `_CAST(${text}, ${quoted(`Array(Tuple(${pair}))`)})`;
  return `_CAST(${pairs ?? text}, ${quoted(type)})`;
}

function identifier(value: unknown): string {
  if (typeof value !== 'string' || !/^\w+$/.test(value)) throw new TypeError('A name of a table or database is none.');
  return value;
}

/** As ClickHouse writes the value as text. */
function written(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (value instanceof TupleParam) return `(${value.values.map(written).join(',')})`;
  if (value instanceof Map) return mapOf([...value]);
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (typeof value === 'object' && value !== null) return mapOf(Object.entries(value));
  throw new TypeError(`A parameter of a statement has no form in SQL: ${typeof value}.`);
}

const mapOf = (entries: [unknown, unknown][]) => written(entries.map((entry) => new TupleParam(entry)));

const escapes: Record<string, string> = { '\\': '\\\\', "'": "\\'", '\0': '\\0', '\n': '\\n', '\r': '\\r' };

/**
 * A literal of text on one line: nothing in it ends it, nor the comment in which a place may stand
 * (https://clickhouse.com/docs/sql-reference/syntax#string).
 */
const quoted = (text: string) => `'${text.replaceAll(/[\\'\0\n\r]/g, (character) => escapes[character] ?? character)}'`;
