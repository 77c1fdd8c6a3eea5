import { expect, test } from 'vitest';
import { type Found, RecordSplitter } from './recordSplitter.ts';

/** The records of a text that arrives in pieces of some bytes. */
function split(text: string, { delimiter, pieces = 7 }: { delimiter?: string; pieces?: number } = {}): Found[] {
  const bytes = Buffer.from(text);
  const splitter = new RecordSplitter(delimiter);
  const found: Found[][] = [];
  for (let at = 0; at < bytes.length; at += pieces) found.push(splitter.push(bytes.subarray(at, at + pieces)));
  found.push(splitter.end());
  return found.flat();
}

const shown = (found: Found[]) =>
  found.map((record) => [record.line, record.ok ? record.bytes.toString() : record.code]);

test.each([1, 2, 3, 1000])('lines are the same in pieces of %i bytes, with either line break, with and without a last one', (pieces) => {
  expect(shown(split('a\nbé\r\n\nc', { pieces }))).toEqual([[1, 'a'], [2, 'bé'], [3, ''], [4, 'c']]);
  expect(shown(split('a\nb\n', { pieces }))).toEqual([[1, 'a'], [2, 'b']]);
  expect(shown(split('', { pieces }))).toEqual([]);
}); // biome-ignore format: pairs read best on a line

test.each([1, 5, 1000])('rows of CSV hold line breaks and delimiters in quotes, in pieces of %i bytes', (pieces) => {
  const text = 'id,note\n1,"two\r\nlines, ""quoted"""\n2,5" pipe\n3,"x"\r\n';
  expect(shown(split(text, { delimiter: ',', pieces }))).toEqual([
    [1, 'id,note'],
    [2, '1,"two\r\nlines, ""quoted"""'],
    [4, '2,5" pipe'],
    [5, '3,"x"'],
  ]);
});

test.each([1, 2, 1000])('a byte order mark belongs to no cell, in pieces of %i bytes', (pieces) => {
  expect(shown(split('\ufeff"id",b\n1,2', { delimiter: ',', pieces }))).toEqual([[1, '"id",b'], [2, '1,2']]);
  expect(shown(split('\ufeff', { pieces }))).toEqual([]);
}); // biome-ignore format: pairs read best on a line

test('offsets are those of the file, so that reading can begin at any of them', () => {
  const text = '\ufeffé\r\n\nlast';
  const found = split(text);
  expect(found.map(({ next }) => [next.offset, next.line])).toEqual([[7, 2], [8, 3], [12, 4]]);
  const bytes = Buffer.from(text);
  const splitter = new RecordSplitter(undefined, { offset: 7, line: 2 });
  expect(shown([...splitter.push(bytes.subarray(7)), ...splitter.end()])).toEqual([[2, ''], [3, 'last']]);
}); // biome-ignore format: pairs read best on a line

test('a quote that is never closed costs its own line only', () => {
  expect(shown(split('a,b\n1,"open\n2,x\n3,"y"\n', { delimiter: ',' }))).toEqual([
    [1, 'a,b'],
    // The quote that opens the y closes the one of line 2 as far as anybody can tell, and text follows it there.
    [2, '1,"open\n2,x\n3,"y"'],
  ]);
  expect(shown(split('a,b\n1,"open\n2,x\n3,y\n', { delimiter: ',' }))).toEqual([
    [1, 'a,b'],
    [2, 'unclosed_quote'],
    [3, '2,x'],
    [4, '3,y'],
  ]);
});

test('a line or a quote without end is let go, and the next lines are found', () => {
  const long = 'x'.repeat(3_000_000);
  expect(shown(split(`a\n${long}\nb\n`, { pieces: 65_536 }))).toEqual([[1, 'a'], [2, 'line_too_long'], [3, 'b']]);
  expect(shown(split(`a\n"${long}\nb\n`, { delimiter: ',', pieces: 65_536 }))).toEqual([
    [1, 'a'],
    [2, 'line_too_long'],
    [3, 'b'],
  ]);
  const lines = 'some,row\n'.repeat(200_000);
  const found = split(`a,b\n1,"open\n${lines}`, { delimiter: ',', pieces: 65_536 });
  expect(shown(found.slice(0, 3))).toEqual([[1, 'a,b'], [2, 'unclosed_quote'], [3, 'some,row']]);
  expect(found).toHaveLength(200_002);
}); // biome-ignore format: pairs read best on a line
