import Type, { type Static } from 'typebox';
import { type Condition, type Listing, operators, type Position } from '../lists/listing.ts';

/** The query string of a list. */
export const ListQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 50 })),
  cursor: Type.Optional(Type.String({ description: '`next` of the page before.' })),
  sort: Type.Optional(Type.String({ description: 'A column or `traits.<key>`; with a leading `-`, descending.' })),
  filter: Type.Optional(
    Type.Union([Type.String(), Type.Array(Type.String(), { maxItems: 20 })], {
      description: `\`<field> <operator> <value>\`, repeatable; all must hold. Operators: ${operators.join(', ')}. Field: a column or \`traits.<key>\`.`,
    }),
  ),
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Searches name, domain, id and email.' })),
});
export type ListQuery = Static<typeof ListQuery>;

export const TimelineQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 50 })),
  cursor: Type.Optional(Type.String()),
  type: Type.Optional(Type.String({ description: 'Comma-separated: page, track, identify, group, alias.' })),
});

/** Where an event stands in a timeline or a feed. */
export interface Place {
  time: string;
  id: string;
}

/** The request cannot be understood; its message is for the one who wrote it. */
export class BadQuery extends Error {}

/** Reads the list parameters. @throws BadQuery with a sentence that says what is wrong. */
export function readListing(query: ListQuery, defaultSort: string): Listing {
  const sort = query.sort ?? defaultSort;
  const filters = query.filter === undefined ? [] : Array.isArray(query.filter) ? query.filter : [query.filter];
  return {
    conditions: filters.map(readCondition),
    search: query.q?.trim() ?? '',
    sort: sort.replace(/^-/, ''),
    descending: sort.startsWith('-'),
    after:
      query.cursor === undefined ? undefined : readCursor<Position>(query.cursor, ['rank', 'number', 'text', 'id']),
    limit: query.limit ?? 50,
  };
}

function readCondition(text: string): Condition {
  const match = /^(\S+)\s+(is not|is|contains|>=|<=|>|<|exists|missing)(?:\s+(.*))?$/s.exec(text.trim());
  const [, field, operator, value] = match ?? [];
  if (!field || !operator) {
    throw new BadQuery(
      `A filter reads "<field> <operator> <value>", like "plan is enterprise" or "traits.seats > 10"; this is not one: ${text.slice(0, 100)}`,
    );
  }
  return { field, operator: operator as Condition['operator'], value: value ?? '' };
}

/** A cursor is opaque to callers: base64url of JSON. */
export function writeCursor(position: object | null): string | null {
  return position && Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** @throws BadQuery if it is no cursor of this list. */
export function readCursor<T>(cursor: string, keys: (keyof T & string)[]): T {
  try {
    const position = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (keys.every((key) => key in position)) return position as T;
  } catch {
    // Falls through: whatever is wrong with it, it is no cursor of ours.
  }
  throw new BadQuery('The cursor is not one of this list. Start again without it.');
}
