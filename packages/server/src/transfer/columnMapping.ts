/** Which columns of a CSV file become what of a call. */
export interface ColumnMapping {
  /** Field of the call → name of the column: `{ "userId": "user_id", "traits.plan": "Plan" }`. */
  columns: Record<string, string>;
  /** Field of the call → the same text for every row: `{ "type": "group" }`. */
  set: Record<string, string>;
  /** Where all other columns go, under their own names; they are left out if undefined. */
  rest?: 'traits' | 'properties' | undefined;
}

export type RowReader =
  | { ok: true; width: number; read(cells: string[]): Record<string, unknown> }
  | { ok: false; message: string };

const fields = [
  'type', 'event', 'name', 'userId', 'anonymousId', 'email', 'groupId', 'previousId', 'timestamp', 'messageId',
] as const; // biome-ignore format: a list

/** A place inside these is named by dots: `traits.address.city`. */
const containers = /^(traits|properties|context)\../;

const isField = (text: string) => fields.some((field) => field === text) || containers.test(text);

/**
 * How rows of a file with this header become calls. Columns that bear the name of a field of the call already need no
 * mapping. Cells are text, as the file has them; empty ones are left out.
 *
 * @example
 * const reader = readRows({ columns: { userId: 'id' }, set: { type: 'identify' }, rest: 'traits' }, ['id', 'plan']);
 * if (reader.ok) reader.read(['42', 'pro']); // { type: 'identify', userId: '42', traits: { plan: 'pro' } }
 */
export function readRows({ columns, set, rest }: ColumnMapping, header: string[]): RowReader {
  const wrong = mistakeIn({ columns, set, rest }, header);
  if (wrong) return { ok: false, message: wrong };
  const mapped = new Set(Object.values(columns));
  const places: { path: string[]; column: number }[] = Object.entries(columns).map(([field, column]) => ({
    path: field.split('.'),
    column: header.indexOf(column),
  }));
  for (const [column, name] of header.entries()) {
    if (mapped.has(name) || name === '') continue;
    if (isField(name) && columns[name] === undefined && set[name] === undefined) {
      places.push({ path: name.split('.'), column });
    } else if (rest) places.push({ path: [rest, name], column });
  }
  const constants = Object.entries(set).map(([field, text]) => ({ path: field.split('.'), text }));
  const all = [...constants, ...places].map(({ path }) => path.join('.'));
  const clash = all.find((path, index) => all.some((other, at) => at !== index && `${other}.`.startsWith(`${path}.`)));
  if (clash !== undefined) {
    return { ok: false, message: `Two columns would be written to ${clash}. Map one of them elsewhere, or neither.` };
  }
  if (!all.includes('type')) {
    return {
      ok: false,
      message: 'Say what the rows are: --set type=identify (or track, group, page), or --column type=<column>.',
    };
  }
  return {
    ok: true,
    width: header.length,
    read: (cells) => {
      const call = empty();
      for (const { path, text } of constants) put(call, path, text);
      for (const { path, column } of places) {
        const cell = cells[column];
        if (cell !== undefined && cell !== '') put(call, path, cell);
      }
      return call;
    },
  };
}

function mistakeIn({ columns, set }: ColumnMapping, header: string[]): string | undefined {
  const twice = header.find((name, index) => name !== '' && header.indexOf(name) !== index);
  if (twice !== undefined) return `Two columns are called "${twice}". Rename one of them.`;
  const unknown = [...Object.keys(columns), ...Object.keys(set)].find((field) => !isField(field));
  if (unknown !== undefined) {
    return `A call has no field "${unknown}". It has ${fields.join(', ')}, traits.<name>, properties.<name> and context.<name>.`;
  }
  const both = Object.keys(columns).find((field) => set[field] !== undefined);
  if (both !== undefined) return `"${both}" is both set and mapped to a column. Choose one.`;
  const missing = Object.values(columns).find((column) => !header.includes(column));
  if (missing === undefined) return undefined;
  const [only = ''] = header;
  const other = header.length === 1 ? [';', '\t', '|'].find((delimiter) => only.includes(delimiter)) : undefined;
  return other === undefined
    ? `The file has no column "${missing}". It has ${header.map((name) => `"${name}"`).join(', ')}.`
    : `The file has one column only, "${only}". Its columns seem to be parted otherwise: --delimiter '${other === '\t' ? 'tab' : other}'.`;
}

/** Without a prototype: a column may be called `__proto__`. */
const empty = (): Record<string, unknown> => Object.create(null) as Record<string, unknown>;

function put(call: Record<string, unknown>, path: string[], text: string): void {
  let object = call;
  for (const [index, key] of path.entries()) {
    if (index === path.length - 1) object[key] = text;
    else {
      object[key] ??= empty();
      object = object[key] as Record<string, unknown>;
    }
  }
}
