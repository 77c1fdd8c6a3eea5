import { describe, expect, test } from 'vitest';
import { blamesData } from './blamesData.ts';
import { GroupCommit } from './commit.ts';

/** A store whose inserts end when the test says so. */
function standInStore() {
  const inserts: { lines: string[]; stored(): void; fail(error: unknown): void }[] = [];
  const insert = (bytes: Buffer) =>
    new Promise<void>((stored, fail) => {
      inserts.push({ lines: linesOf(bytes), stored, fail });
    });
  return { inserts, insert };
}

const turn = () => new Promise(setImmediate);
const line = (text: string, rows = 1) => ({ bytes: Buffer.from(`${text}\n`), rows });
const linesOf = (bytes: Buffer) => bytes.toString().trimEnd().split('\n');
const limits = { insertRows: 4, insertBytes: 100, waitingBytes: 200, gatherMs: 50, lullMs: 20, gatherBytes: 100 };
const pause = async () => {};

describe('grouping', () => {
  test('a request alone waits for nobody; the next gather while its insert is under way', async () => {
    const { inserts, insert } = standInStore();
    const commit = new GroupCommit({ insert, pause });
    const a = commit.commit(line('a'));
    await turn();
    expect(inserts.map(({ lines }) => lines)).toEqual([['a']]);
    const b = commit.commit(line('b'));
    const c = commit.commit(line('c'));
    await turn();
    expect(inserts).toHaveLength(1);
    inserts[0]?.stored();
    expect(await a).toEqual({ ok: true });
    await turn();
    expect(inserts[1]?.lines).toEqual(['b', 'c']);
    inserts[1]?.stored();
    expect(await Promise.all([b, c])).toEqual([{ ok: true }, { ok: true }]);
    await commit.idle();
  });

  test('requests of one turn of the event loop go together', async () => {
    const { inserts, insert } = standInStore();
    const commit = new GroupCommit({ insert, pause });
    for (const text of ['a', 'b', 'c']) void commit.commit(line(text));
    await turn();
    expect(inserts.map(({ lines }) => lines)).toEqual([['a', 'b', 'c']]);
  });

  test('nobody is told "stored" before the insert has returned', async () => {
    const { inserts, insert } = standInStore();
    const commit = new GroupCommit({ insert, pause });
    let told = false;
    const waiting = commit.commit(line('a')).then(() => {
      told = true;
    });
    await turn();
    await turn();
    expect(told).toBe(false);
    inserts[0]?.stored();
    await waiting;
    expect(told).toBe(true);
  });

  test('an insert holds a bounded number of rows and characters, but any single request whole', async () => {
    const { inserts, insert } = standInStore();
    const commit = new GroupCommit({ insert, pause }, limits);
    for (const size of [line('a', 3), line('b', 1), line('c', 1), line('d'.repeat(99)), line('e', 9)])
      void commit.commit(size);
    for (let index = 0; index < 4; index++) {
      await turn();
      inserts[index]?.stored();
    }
    await commit.idle();
    expect(inserts.map(({ lines }) => lines.map((text) => text[0]).join(''))).toEqual(['ab', 'c', 'd', 'e']);
  });
});

describe('gathering', () => {
  /** A commit whose pauses are listed, and whose time goes on when the test says so. */
  function paused() {
    const { inserts, insert } = standInStore();
    const pauses: { milliseconds: number; end(): void }[] = [];
    let time = 0;
    const pause = (milliseconds: number) => new Promise<void>((end) => pauses.push({ milliseconds, end }));
    const pass = async (milliseconds: number) => {
      time += milliseconds;
      pauses.at(-1)?.end();
      await turn();
    };
    const commit = new GroupCommit({ insert, pause, now: () => time }, limits);
    return { inserts, pauses, pass, commit };
  }

  test('what waited while an insert was under way lets others join in, until nobody does', async () => {
    const { inserts, pauses, pass, commit } = paused();
    const a = commit.commit(line('a'));
    await turn();
    void commit.commit(line('b'));
    inserts[0]?.stored();
    await a;
    await turn();
    await pass(10);
    void commit.commit(line('c'));
    await pass(15);
    expect(inserts).toHaveLength(1);
    await pass(5);
    expect(inserts[1]?.lines).toEqual(['b', 'c']);
    expect(pauses.map(({ milliseconds }) => milliseconds)).toEqual([20, 10, 5]);
  });

  test('nothing waits longer than a limit, however many join in', async () => {
    const { inserts, pass, commit } = paused();
    const a = commit.commit(line('a'));
    await turn();
    void commit.commit(line('b'));
    inserts[0]?.stored();
    await a;
    await turn();
    for (const next of ['c', 'd', 'e']) {
      expect(inserts).toHaveLength(1);
      void commit.commit(line(next));
      await pass(17);
    }
    expect(inserts[1]?.lines).toEqual(['b', 'c', 'd', 'e']);
  });

  test('those who gather wait no more when there are enough of them', async () => {
    const { inserts, pauses, commit } = paused();
    const a = commit.commit(line('a'));
    await turn();
    void commit.commit(line('b'));
    inserts[0]?.stored();
    await a;
    await turn();
    void commit.commit(line('c'.repeat(97)));
    await turn();
    expect(pauses).toHaveLength(1);
    expect(inserts[1]?.lines).toHaveLength(2);
  });

  test('one client alone, who sends again when it is answered, never waits for others', async () => {
    const { inserts, pauses, commit } = paused();
    for (let request = 0; request < 3; request++) {
      const answer = commit.commit(line('a'));
      await turn();
      inserts[request]?.stored();
      await answer;
    }
    expect(pauses).toEqual([]);
  });

  test('an insert that is large enough waits for nothing, nor does one at the end of the process', async () => {
    const { inserts, pauses, commit } = paused();
    void commit.commit(line('a'));
    await turn();
    void commit.commit(line('b'.repeat(120)));
    inserts[0]?.stored();
    await turn();
    expect(inserts).toHaveLength(2);
    void commit.commit(line('c'));
    const idle = commit.idle();
    inserts[1]?.stored();
    await turn();
    inserts[2]?.stored();
    await idle;
    expect(pauses).toEqual([]);
  });
});

describe('overload', () => {
  test('what cannot wait is refused at once, and taken again when there is room', async () => {
    const { inserts, insert } = standInStore();
    const commit = new GroupCommit({ insert, pause }, limits);
    const first = commit.commit(line('x'.repeat(150)));
    const second = commit.commit(line('y'.repeat(60)));
    expect(await second).toEqual({ ok: false, code: 'overloaded' });
    expect(commit.waiting).toBe(151);
    await turn();
    expect(commit.waiting).toBe(0);
    inserts[0]?.stored();
    await first;
    const third = commit.commit(line('z'));
    await turn();
    inserts[1]?.stored();
    expect(await third).toEqual({ ok: true });
  });
});

describe('a store that fails', () => {
  test('fails the requests of that insert and no others, and is used again at once', async () => {
    const { inserts, insert } = standInStore();
    const commit = new GroupCommit({ insert, pause });
    const lost = [commit.commit(line('a')), commit.commit(line('b'))];
    await turn();
    const kept = commit.commit(line('c'));
    const error = new Error('Cannot reserve space, not enough space');
    inserts[0]?.fail(error);
    expect(await Promise.all(lost)).toEqual([
      { ok: false, code: 'store_unavailable', error },
      { ok: false, code: 'store_unavailable', error },
    ]);
    await turn();
    inserts[1]?.stored();
    expect(await kept).toEqual({ ok: true });
  });

  test('is observed', async () => {
    const observed: [number, boolean][] = [];
    const commit = new GroupCommit({
      insert: (lines) => (linesOf(lines)[0] === 'bad' ? Promise.reject(new Error('no')) : Promise.resolve()),
      observe: (rows, seconds, ok) => {
        expect(seconds).toBeGreaterThanOrEqual(0);
        observed.push([rows, ok]);
      },
    });
    await commit.commit(line('fine', 3));
    await commit.commit(line('bad', 2));
    expect(observed).toEqual([
      [3, true],
      [2, false],
    ]);
  });
});

describe('a line that the store cannot read', () => {
  const fault = Object.assign(new Error("Cannot parse input: expected '\"'"), {
    type: 'CANNOT_PARSE_INPUT_ASSERTION_FAILED',
    code: '27',
  });

  test('does not sink its neighbours', async () => {
    const stored: string[] = [];
    const commit = new GroupCommit({
      insert: async (bytes) => {
        if (bytes.includes('bad')) throw fault;
        stored.push(...linesOf(bytes));
      },
      blamesData,
    });
    const outcomes = await Promise.all(['a', 'b', 'bad', 'c', 'd'].map((text) => commit.commit(line(text))));
    expect(outcomes.map((outcome) => (outcome.ok ? 'stored' : outcome.code))).toEqual([
      'stored',
      'stored',
      'unstorable',
      'stored',
      'stored',
    ]);
    expect(stored).toEqual(['a', 'b', 'c', 'd']);
  });

  test('is told from a store that fails by the name of the error', () => {
    expect(blamesData(fault)).toBe(true);
    for (const type of ['NOT_ENOUGH_SPACE', 'TOO_MANY_PARTS', 'MEMORY_LIMIT_EXCEEDED', 'NETWORK_ERROR', undefined]) {
      expect(blamesData(Object.assign(new Error('x'), { type }))).toBe(false);
    }
    expect(blamesData('CANNOT_PARSE_TEXT')).toBe(false);
  });
});

test('idle waits for whatever is under way, also for what came meanwhile', async () => {
  const { inserts, insert } = standInStore();
  const commit = new GroupCommit({ insert, pause });
  void commit.commit(line('a'));
  await turn();
  void commit.commit(line('b'));
  let idle = false;
  const waiting = commit.idle().then(() => {
    idle = true;
  });
  inserts[0]?.stored();
  await turn();
  await turn();
  expect(idle).toBe(false);
  inserts[1]?.stored();
  await waiting;
  await new GroupCommit({ insert, pause }).idle();
});
