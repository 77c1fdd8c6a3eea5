import { expect, test } from 'vitest';
import { InOrder } from './inOrder.ts';

/** Work whose end the test decides. */
function workshop(atOnce: number) {
  const ends = new Map<string, (result: string) => void>();
  const settled: string[] = [];
  const line = new InOrder<string, string>({
    atOnce,
    work: (item) => new Promise((end) => ends.set(item, end)),
    settle: async (item, result) => {
      settled.push(`${item} ${result}`);
    },
  });
  return { line, settled, finish: (item: string) => ends.get(item)?.('done'), begun: () => [...ends.keys()] };
}

test('what is finished first waits for what came first', async () => {
  const { line, settled, finish } = workshop(3);
  await line.add('a');
  await line.add('b');
  const third = line.add('c');
  finish('b');
  await new Promise(setImmediate);
  expect(settled).toEqual([]);
  finish('a');
  await third;
  finish('c');
  await line.end();
  expect(settled).toEqual(['a done', 'b done', 'c done']);
});

test('no more is begun than may be under way', async () => {
  const { line, finish, begun } = workshop(2);
  await line.add('a');
  const adding = (async () => {
    await line.add('b');
    await line.add('c');
  })();
  await new Promise(setImmediate);
  expect(begun()).toEqual(['a', 'b']);
  finish('a');
  await new Promise(setImmediate);
  expect(begun()).toEqual(['a', 'b', 'c']);
  finish('b');
  finish('c');
  await adding;
  await line.end();
});

test('whoever adds next hears of a failure', async () => {
  const line = new InOrder<string, string>({
    atOnce: 1,
    work: async (item) => item,
    settle: () => Promise.reject(new Error('The disk is full.')),
  });
  await expect(line.add('a')).rejects.toThrow('The disk is full.');
  await expect(line.end()).rejects.toThrow('The disk is full.');
});
