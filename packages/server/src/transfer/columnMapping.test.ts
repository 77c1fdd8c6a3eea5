import { expect, test } from 'vitest';
import { type ColumnMapping, readRows } from './columnMapping.ts';

function callOf(mapping: Partial<ColumnMapping>, header: string[], cells: string[]): unknown {
  const reader = readRows({ columns: {}, set: {}, ...mapping }, header);
  return reader.ok ? JSON.parse(JSON.stringify(reader.read(cells))) : reader.message;
}

test('columns become fields, traits and properties, at any depth', () => {
  const mapping = {
    set: { type: 'group' },
    columns: { groupId: 'Account', 'traits.name': 'Name', 'traits.address.city': 'City' },
  };
  expect(callOf(mapping, ['Account', 'Name', 'City', 'Notes'], ['a1', 'Acme', 'Oslo', 'x'])).toEqual({
    type: 'group',
    groupId: 'a1',
    traits: { name: 'Acme', address: { city: 'Oslo' } },
  });
});

test('columns that bear the name of a field need no mapping', () => {
  const header = ['type', 'userId', 'event', 'properties.revenue', 'timestamp'];
  expect(callOf({}, header, ['track', 'u1', 'Paid', '9995', '2026-01-05'])).toEqual({
    type: 'track',
    userId: 'u1',
    event: 'Paid',
    properties: { revenue: '9995' },
    timestamp: '2026-01-05',
  });
});

test('all other columns may become traits under their own names, dots and dangerous ones included', () => {
  const header = ['id', 'a.b', '__proto__', ''];
  const call = callOf({ columns: { userId: 'id' }, set: { type: 'identify' }, rest: 'traits' }, header, ['1', '2', '3', '4']);
  expect(JSON.stringify(call)).toBe('{"type":"identify","userId":"1","traits":{"a.b":"2","__proto__":"3"}}');
}); // biome-ignore format: the row stands in a line

test('an empty cell says nothing', () => {
  const mapping = { columns: { userId: 'id', 'traits.plan': 'plan' }, set: { type: 'identify' } };
  expect(callOf(mapping, ['id', 'plan'], ['1', ''])).toEqual({ type: 'identify', userId: '1' });
});

test.each<[string, Partial<ColumnMapping>, string[], string]>([
  ['no type', { columns: { userId: 'id' } }, ['id'], 'Say what the rows are: --set type=identify (or track, group, page), or --column type=<column>.'],
  ['a missing column', { columns: { userId: 'uid' } }, ['id', 'plan'], 'The file has no column "uid". It has "id", "plan".'],
  ['another delimiter', { columns: { userId: 'id' } }, ['id;plan'], 'The file has one column only, "id;plan". Its columns seem to be parted otherwise: --delimiter \';\'.'],
  ['an unknown field', { columns: { user: 'id' } }, ['id'], 'A call has no field "user". It has type, event, name, userId, anonymousId, email, groupId, previousId, timestamp, messageId, traits.<name>, properties.<name> and context.<name>.'],
  ['two columns of one name', { columns: { userId: 'id' } }, ['id', 'id'], 'Two columns are called "id". Rename one of them.'],
  ['a field set and mapped', { columns: { type: 'id' }, set: { type: 'page' } }, ['id'], '"type" is both set and mapped to a column. Choose one.'],
  ['one place inside another', { columns: { 'traits.a': 'x', 'traits.a.b': 'y' }, set: { type: 'identify' } }, ['x', 'y'], 'Two columns would be written to traits.a. Map one of them elsewhere, or neither.'],
])('%s is said before anything is sent', (_, mapping, header, message) => {
  expect(callOf(mapping, header, [])).toBe(message);
}); // biome-ignore format: a table
