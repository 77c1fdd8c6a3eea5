import type { Rejection } from '@spectacle/protocol';
import { expect, test } from 'vitest';
import type { Connection } from '../store/connection.ts';
import { RejectionLog } from './rejections.ts';

const rejection = (index: number): Rejection => ({
  index,
  messageId: `m${index}`,
  code: 'missing_who',
  message: 'Nobody.',
});
const many = (count: number) => Array.from({ length: count }, (_, index) => rejection(index));

/** A log whose inserts go into a list. */
function logOf(append: (lines: string[]) => Promise<void> = async () => {}) {
  const inserts: string[][] = [];
  const told: unknown[] = [];
  const connection = {
    append: async (_table: string, _columns: readonly string[], text: string) => {
      inserts.push(text.split('\n'));
      await append(text.split('\n'));
    },
  } as unknown as Connection;
  const log = new RejectionLog({
    connection,
    pause: async () => {},
    written: (ids) => told.push([...ids]),
    onError: (error) => told.push(error),
  });
  return { log, inserts, told };
}

test('what is refused in one turn is written together, with the start of what was sent', async () => {
  const { log, inserts, told } = logOf();
  log.add('ws_a', 7, [rejection(0)], () => ({ type: 'track', long: 'x'.repeat(5_000) }));
  log.add('ws_b', 8, [rejection(1)], () => 'text');
  await log.idle();
  expect(inserts).toHaveLength(1);
  const [first, second] = (inserts[0] ?? []).map((line) => JSON.parse(line));
  expect(first).toEqual([
    'ws_a',
    7,
    'm0',
    'missing_who',
    'Nobody.',
    expect.stringMatching(/^\{"type":"track","long":"x+$/),
  ]);
  expect(first[5]).toHaveLength(2_000);
  expect(second[5]).toBe('"text"');
  expect(told).toEqual([['ws_a', 'ws_b']]);
});

test('of a flood the first tell enough: twenty of a request, a thousand at a time', async () => {
  const { log, inserts } = logOf();
  for (let request = 0; request < 100; request++) log.add('ws_a', request, many(2_500), () => null);
  await log.idle();
  expect(inserts.map((lines) => lines.length)).toEqual([1_000]);
});

test('what is nested too deep to be written is noted without it', async () => {
  const { log, inserts } = logOf();
  log.add('ws_a', 7, [rejection(0)], () => JSON.parse('['.repeat(200_000) + ']'.repeat(200_000)));
  await log.idle();
  expect(JSON.parse(inserts[0]?.[0] ?? '')[5]).toBe('');
});

test('a payload cut in the middle of a character can still be stored', async () => {
  const { log, inserts } = logOf();
  log.add('ws_a', 7, [rejection(0)], () => `${'x'.repeat(1_998)}😀`);
  await log.idle();
  expect(JSON.parse(inserts[0]?.[0] ?? '')[5].isWellFormed()).toBe(true);
});

test('a store that fails is told of, and the next are written again', async () => {
  let fails = true;
  const { log, inserts, told } = logOf(async () => {
    if (fails) throw new Error('gone');
  });
  log.add('ws_a', 7, [rejection(0)], () => null);
  await log.idle();
  fails = false;
  log.add('ws_a', 8, [rejection(1)], () => null);
  await log.idle();
  expect(inserts).toHaveLength(2);
  expect(told).toEqual([new Error('gone'), ['ws_a']]);
});
