import { expect, test } from 'vitest';
import { csvCells } from './csvCells.ts';

const cellsOf = (row: string, delimiter = ',') => {
  const read = csvCells(row, delimiter);
  return read.ok ? read.cells : read.message;
};

test.each([
  ['a,b', ['a', 'b']],
  ['', ['']],
  [',', ['', '']],
  ['"a",""', ['a', '']],
  ['"a, ""b""\r\nc",d', ['a, "b"\r\nc', 'd']],
  ['5" pipe,"x"', ['5" pipe', 'x']],
  ['""""', ['"']],
  [' "a" ,b', [' "a" ', 'b']],
  ['<script>alert(1)</script>,"=1+1"', ['<script>alert(1)</script>', '=1+1']],
])('the row %s', (row, cells) => {
  expect(cellsOf(row)).toEqual(cells);
});

test('another delimiter makes the comma a part of the text', () => {
  expect(cellsOf('1,5;"a;b"', ';')).toEqual(['1,5', 'a;b']);
});

test('a row that cannot be read says what to do', () => {
  expect(cellsOf('a,"b"c')).toBe(
    'Text follows the closing quote of column 2. Double a quote that belongs to the text.',
  );
  expect(cellsOf('"open')).toBe('A quoted cell is not closed.');
});
