import { gzipSync } from 'node:zlib';
import { type RequestCode, rejectionCodes, requestCodes } from '@spectacle/protocol';
import { beforeEach, describe, expect, test } from 'vitest';
import { accept, type Collaborators, type Intake } from './accept.ts';
import { GroupCommit } from './commit.ts';
import { RateLimit } from './rateLimit.ts';

const received = Date.UTC(2026, 0, 31, 12);
const event = { type: 'track', event: 'Paid', userId: 'u', messageId: 'm', writeKey: 'ws_a' };

let lines: string[];
let told: unknown[];
let insert: (lines: Buffer) => Promise<void>;

beforeEach(() => {
  lines = [];
  told = [];
  insert = async (bytes) => {
    lines.push(...bytes.toString().trimEnd().split('\n'));
  };
});

const desk = (changes: Partial<Collaborators> = {}): Collaborators => ({
  commit: new GroupCommit({ insert: (bytes) => insert(bytes), blamesData: (error) => error === 'faulty' }),
  isWorkspace: (id) => id === 'ws_a',
  rateLimit: undefined,
  now: () => received,
  stored: (workspaceId, rows, certain) =>
    told.push(['stored', workspaceId, rows.map(({ messageId }) => messageId), certain]),
  refused: (workspaceId, receivedAt, rejections, sent) =>
    told.push(['refused', workspaceId, receivedAt, rejections.length, sent.length]),
  turnedAway: (code, error) => told.push(['turnedAway', code, ...(error === undefined ? [] : [error])]),
  ...changes,
});

const send = (body: unknown, intake: Partial<Intake> = {}, changes: Partial<Collaborators> = {}) =>
  accept(
    {
      bytes: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
      contentType: undefined,
      contentEncoding: undefined,
      type: undefined,
      authorization: undefined,
      writeKeyHeader: undefined,
      sentAtHeader: undefined,
      ...intake,
    },
    desk(changes),
  );

describe('200 means stored', () => {
  test('the answer to one event comes after its row', async () => {
    expect(await send(event)).toEqual({ status: 200, verdict: { success: true, accepted: 1, rejected: [] } });
    expect(lines).toHaveLength(1);
    expect(told).toEqual([['stored', 'ws_a', ['m'], true]]);
  });

  test('one bad event never sinks its neighbours, and nothing is dropped silently', async () => {
    const batch = [event, null, { ...event, messageId: 'n', userId: 'undefined' }, { ...event, messageId: 'o' }];
    expect(await send({ batch, writeKey: 'ws_a' })).toEqual({
      status: 200,
      verdict: {
        success: false,
        accepted: 2,
        rejected: [
          { index: 1, messageId: null, code: 'not_an_object', message: expect.any(String) },
          { index: 2, messageId: 'n', code: 'invalid_user_id', message: expect.stringContaining('undefined') },
        ],
      },
    });
    expect(lines).toHaveLength(2);
    expect(told).toEqual([
      ['refused', 'ws_a', received, 2, 4],
      ['stored', 'ws_a', ['m', 'o'], true],
    ]);
  });

  test('gzip, a write key in Basic auth, and a sentAt in a header', async () => {
    const { writeKey: _, ...rest } = event;
    const bytes = gzipSync(JSON.stringify({ ...rest, timestamp: received - 20_000 }));
    const authorization = `Basic ${Buffer.from('ws_a:').toString('base64')}`;
    const sentAtHeader = new Date(received - 10_000).toISOString();
    expect(await send('', { bytes, authorization, sentAtHeader, type: 'track' })).toMatchObject({ status: 200 });
    expect(JSON.parse(lines[0] ?? '')).toContain(received - 10_000);
  });
});

describe('a request of which nothing is kept says why', () => {
  const cases: [string, RequestCode, number, unknown, Partial<Intake>?][] = [
    ['broken JSON', 'invalid_json', 400, '{'],
    ['an empty body', 'invalid_json', 400, ''],
    ['something else', 'unsupported_type', 415, 'a=b', { contentType: 'application/x-www-form-urlencoded' }],
    ['too large a body', 'too_large', 413, ' '.repeat(512_001)],
    ['too many events', 'too_large', 413, { writeKey: 'ws_a', batch: new Array(2_501).fill({}) }],
    ['no write key', 'unknown_workspace', 401, { ...event, writeKey: undefined }],
    ['another write key', 'unknown_workspace', 401, { ...event, writeKey: 'ws_b' }],
    ['a list', 'unknown_workspace', 401, [event]],
    ['an empty batch', 'nothing_usable', 400, { writeKey: 'ws_a', batch: [] }],
    ['no event', 'nothing_usable', 400, { writeKey: 'ws_a' }],
    ['only bad events', 'nothing_usable', 400, { writeKey: 'ws_a', batch: [{ ...event, type: 'tracks' }] }],
  ];

  test.each(cases)('%s: %s', async (_what, code, status, body, intake) => {
    const answer = await send(body, intake);
    expect(answer).toMatchObject({
      status,
      verdict: { success: false, accepted: 0, code, message: expect.stringMatching(/\.$/) },
    });
    expect(answer.retryAfter).toBeUndefined();
    expect(lines).toEqual([]);
    expect(told.at(-1)).toEqual(['turnedAway', code]);
  });

  test('the bad events of a request are listed also when there is no good one', async () => {
    const { verdict } = await send({ writeKey: 'ws_a', batch: [{ ...event, event: '' }, 7] });
    expect(verdict.rejected.map(({ index, code }) => [index, code])).toEqual([
      [0, 'invalid_event_name'],
      [1, 'not_an_object'],
    ]);
  });
});

describe('what may succeed later is told when', () => {
  test('a workspace over its rate', async () => {
    const rateLimit = new RateLimit(1, () => 0);
    const batch = new Array(5).fill(event);
    expect(await send({ writeKey: 'ws_a', batch }, {}, { rateLimit })).toMatchObject({ status: 200 });
    expect(await send(event, {}, { rateLimit })).toMatchObject({
      status: 429,
      retryAfter: 5,
      verdict: { code: 'rate_limited', accepted: 0 },
    });
    expect(lines).toHaveLength(5);
  });

  test('a commit that is full', async () => {
    const commit = new GroupCommit(
      { insert },
      { insertRows: 1, insertBytes: 1, waitingBytes: 0, gatherMs: 0, lullMs: 0, gatherBytes: 0 },
    );
    expect(await send(event, {}, { commit })).toMatchObject({
      status: 503,
      retryAfter: 1,
      verdict: { code: 'overloaded' },
    });
    expect(told).toEqual([['turnedAway', 'overloaded']]);
  });

  test('a store that fails: whether the rows are there is open, so they are looked at again', async () => {
    const error = new Error('disk full');
    insert = () => Promise.reject(error);
    expect(await send(event)).toMatchObject({
      status: 503,
      retryAfter: 1,
      verdict: { accepted: 0, code: 'store_unavailable' },
    });
    expect(told).toEqual([
      ['stored', 'ws_a', ['m'], false],
      ['turnedAway', 'store_unavailable', error],
    ]);
  });

  test('what the store cannot hold is not to be sent again', async () => {
    insert = () => Promise.reject('faulty');
    const answer = await send(event);
    expect(answer).toMatchObject({ status: 400, verdict: { code: 'nothing_usable' } });
    expect(answer.retryAfter).toBeUndefined();
    expect(told).toEqual([['turnedAway', 'nothing_usable', 'faulty']]);
  });
});

test('the codes are those of the protocol', () => {
  expect(requestCodes).toHaveLength(8);
  expect(rejectionCodes).toHaveLength(12);
});
