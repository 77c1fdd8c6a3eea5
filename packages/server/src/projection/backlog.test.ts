import { expect, test } from 'vitest';
import type { Connection } from '../store/connection.ts';
import { nameOf, type Sql } from '../store/sql.ts';
import { Backlog, type Change } from './backlog.ts';

const minute = 60_000;

/** Arrivals in pages of three, as the store would tell them; what is not asked of it fails. */
function arrivalsOf(received: number[], checkpoint: number): Connection {
  const answers: Record<string, (from: number, until: number) => object[]> = {
    'projection/checkpoint.sql': () => [{ receivedAt: checkpoint }],
    'projection/window.sql': (from) => {
      const page = received.filter((at) => at >= from).slice(0, 3);
      // The page is as large as one may be, unless it is the last.
      return page.length === 3 ? [{ rows: 50_000, until: page[2] }] : [{ rows: page.length, until: page.at(-1) ?? 0 }];
    },
    'projection/arrived.sql': (from, until) =>
      received
        .filter((at) => at >= from && at < until)
        .map((at) => ({ workspace: 'ws', visitor: `anon:${at}`, messageId: `m${at}` })),
  };
  const refuse = () => Promise.reject(new Error('A backlog only reads.'));
  return {
    rows: async <Row>(statement: Sql, { from, until }: Record<string, unknown> = {}) => {
      const answer = answers[nameOf(statement)];
      if (!answer) throw new Error(`Not expected: ${nameOf(statement)}`);
      return answer(Number(from), Number(until)) as Row[];
    },
    lines: refuse,
    append: refuse,
    run: refuse,
  };
}

const times = (changes: Change[]) => changes.map(({ messageId }) => Number(messageId.slice(1)));

test('a recovery in pages tells after each what is taken up, so that the next start begins there', async () => {
  const received = [1, 2, 3, 4, 5, 6, 7].map((n) => minute + n);
  const backlog = new Backlog(arrivalsOf(received, 2 * minute));
  await backlog.recover();
  const taken: number[] = [];
  for (let last = false; !last; ) {
    const { changes, upTo, last: isLast } = await backlog.take(100);
    taken.push(...times(changes));
    last = isLast;
    expect(upTo).toBeDefined();
    // Nothing that was received before is still to come.
    expect(received.filter((at) => at < (upTo ?? 0) && !taken.includes(at))).toEqual([]);
    if (!last) expect(upTo).toBeLessThanOrEqual(Math.max(...received));
  }
  expect(taken.toSorted()).toEqual(received);
});

test('a part of a page says nothing of what was received', async () => {
  const backlog = new Backlog(arrivalsOf([minute + 1, minute + 2], 2 * minute));
  await backlog.recover();
  expect(await backlog.take(1)).toMatchObject({ last: false, upTo: undefined });
  expect(await backlog.take(1)).toMatchObject({ last: true, upTo: expect.any(Number) });
});

test('changes of a run that failed wait again, even where memory is full and more is to be read back', async () => {
  const backlog = new Backlog(arrivalsOf([], 0));
  const change = (n: number): Change => ({ workspaceId: 'ws', visitor: `anon:${n}`, messageId: `m${n}` });
  for (let n = 0; n < 200_001; n++) backlog.add(change(n));
  const outside = (n: number) => n === 200_000 || n > 200_010;
  const { changes } = await backlog.take(10);
  for (let n = 200_001; n < 200_020; n++) backlog.add(change(n));
  backlog.putBack(changes);
  const left: Change[] = [];
  for (let last = false; !last; ) {
    const taken = await backlog.take(150_000);
    for (const each of taken.changes) left.push(each);
    last = taken.last;
  }
  // All but the one that found no room, which the arrivals tell.
  expect(new Set(times(left))).toEqual(
    new Set(Array.from({ length: 200_020 }, (_, n) => n).filter((n) => !outside(n))),
  );
});

test('changes with long ids fill the memory sooner, and what finds no room is read back', async () => {
  const backlog = new Backlog(arrivalsOf([], 0));
  const long = 'x'.repeat(10_000);
  for (let n = 0; n < 3_000; n++) backlog.add({ workspaceId: 'ws', visitor: `${long}${n}`, messageId: `m${n}` });
  expect(backlog.size).toBeLessThan(2_510);
  const taken = await backlog.take(2_000);
  expect(taken).toMatchObject({ last: false, upTo: undefined });
  // There is room again.
  const before = backlog.size;
  backlog.add({ workspaceId: 'ws', visitor: 'anon:1', messageId: 'm' });
  expect(backlog.size).toBe(before + 1);
  // The rest, and then the arrivals.
  expect(await backlog.take(2_000)).toMatchObject({ last: false });
  expect(await backlog.take(2_000)).toMatchObject({ changes: [], last: true });
});
