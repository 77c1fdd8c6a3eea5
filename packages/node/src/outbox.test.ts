import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Spectacle } from './spectacle.ts';
import { standInCollector, verdict } from './standInCollector.ts';

type Batch = { sentAt: string; batch: { messageId: string; timestamp: string; event: string }[] };

/** A Spectacle whose requests are answered by `answer`, on a clock that moves only when the test says so. */
function connect(
  answer: (batch: Batch, attempt: number, signal: AbortSignal) => Response | Promise<Response>,
  options = {},
) {
  const sent: Batch[] = [];
  const fetch = async (_url: unknown, init?: RequestInit) => {
    const batch = JSON.parse(String(init?.body)) as Batch;
    sent.push(batch);
    return answer(batch, sent.length, init?.signal ?? AbortSignal.abort());
  };
  const connection = { workspaceId: 'ws_a', baseUrl: 'http://collector.example', gzip: false, onError: () => {} };
  return { sent, spectacle: new Spectacle({ ...connection, fetch, ...options }) };
}
const stored = ({ batch }: Batch) => new Response(verdict(batch.length));
const busy = (retryAfter?: string) =>
  new Response('{}', { status: 503, headers: retryAfter ? { 'retry-after': retryAfter } : {} });

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z'), toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('delivery', () => {
  test('waits a tenth of a second for company', async () => {
    const { sent, spectacle } = connect(stored);
    const one = spectacle.track({ userId: 'u1', event: 'Counted' });
    await vi.advanceTimersByTimeAsync(99);
    expect(sent.length).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent.length).toBe(1);
    await one;
  });

  test('is repeated after a failure with the same ids and times and a new sentAt', async () => {
    const { sent, spectacle } = connect((batch, attempt) => {
      if (attempt === 1) throw new TypeError('fetch failed');
      return attempt === 2 ? busy() : stored(batch);
    });
    const one = spectacle.track({ userId: 'u1', event: 'Counted' });
    await vi.advanceTimersByTimeAsync(60_000);
    await one;
    expect(sent.length).toBe(3);
    expect(sent[2]?.batch).toEqual(sent[0]?.batch);
    expect(new Set(sent.map(({ sentAt }) => sentAt)).size).toBe(3);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('comes back when the collector says, not before', async () => {
    const { sent, spectacle } = connect((batch, attempt) => (attempt === 1 ? busy('17') : stored(batch)));
    const one = spectacle.track({ userId: 'u1', event: 'Counted' });
    await vi.advanceTimersByTimeAsync(100 + 16_999);
    expect(sent.length).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    await one;
    expect(sent.length).toBe(2);
  });

  test('takes everything that gathered while the last batch travelled', async () => {
    let arrive: (response: Response) => void = () => {};
    const { sent, spectacle } = connect((batch, attempt) =>
      attempt === 1 ? new Promise<Response>((resolve) => (arrive = resolve)) : stored(batch),
    );
    const calls = [spectacle.track({ userId: 'u1', event: 'Counted' })];
    await vi.advanceTimersByTimeAsync(100);
    for (let count = 0; count < 250; count += 1) calls.push(spectacle.track({ userId: 'u1', event: 'Counted' }));
    expect(sent.length).toBe(1);
    arrive(new Response(verdict(1)));
    await Promise.all(calls);
    expect(sent.map(({ batch }) => batch.length)).toEqual([1, 250]);
  });

  test('halves a batch that is too large for somebody on the way, down to the one event', async () => {
    const { sent, spectacle } = connect((batch) =>
      batch.batch.some(({ event }) => event === 'Giant') || batch.batch.length > 2
        ? new Response('<html>413</html>', { status: 413 })
        : stored(batch),
    );
    const names = ['a', 'b', 'c', 'Giant', 'd', 'e'];
    const results = Promise.allSettled(names.map((event) => spectacle.track({ userId: 'u1', event })));
    await spectacle.flush();
    expect((await results).map(({ status }) => status === 'fulfilled')).toEqual([true, true, true, false, true, true]);
    expect((await results)[3]).toMatchObject({ reason: { code: 'too_large' } });
    const kept = sent.filter(({ batch }) => batch.length <= 2 && !batch.some(({ event }) => event === 'Giant'));
    expect(kept.flatMap(({ batch }) => batch.map(({ event }) => event))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('gives up on an event after its time, with the last reason', async () => {
    const { sent, spectacle } = connect(() => busy(), { maxAgeMs: 60_000 });
    const one = expect(spectacle.track({ userId: 'u1', event: 'Counted' })).rejects.toMatchObject({
      code: 'gave_up',
      message: expect.stringContaining('after 60 s of trying: http://collector.example/v1/batch answered 503'),
    });
    await vi.advanceTimersByTimeAsync(60_000);
    await one;
    expect(sent.length).toBeGreaterThan(5);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the queue', () => {
  test('holds so many events and refuses more with a sentence that says what to do', async () => {
    const { spectacle } = connect(stored, { maxQueueEvents: 3 });
    const calls = [1, 2, 3, 4].map((userId) => spectacle.track({ userId, event: 'Counted' }));
    await expect(calls[3]).rejects.toMatchObject({ code: 'queue_full', message: expect.stringContaining('3 events') });
    await spectacle.flush();
    await Promise.all(calls.slice(0, 3));
    const again = spectacle.track({ userId: 5, event: 'Counted' });
    await spectacle.flush();
    await again;
  });

  test('holds so many bytes', async () => {
    const { spectacle } = connect(stored, { maxQueueBytes: 1_000 });
    const first = spectacle.track({ userId: 'u1', event: 'Counted', properties: { text: 'x'.repeat(600) } });
    const second = spectacle.track({ userId: 'u1', event: 'Counted', properties: { text: 'x'.repeat(600) } });
    await expect(second).rejects.toMatchObject({ code: 'queue_full' });
    await spectacle.flush();
    await first;
  });
});

describe('close', () => {
  test('delivers what is queued and takes nothing more', async () => {
    const { sent, spectacle } = connect(stored);
    const one = spectacle.track({ userId: 'u1', event: 'Counted' });
    await spectacle.close();
    await one;
    expect(sent.length).toBe(1);
    await expect(spectacle.track({ userId: 'u1', event: 'Counted' })).rejects.toMatchObject({ code: 'closed' });
    await spectacle.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('gives up what cannot be delivered in time, and cuts a hanging request short', async () => {
    const hang = (_batch: Batch, _attempt: number, signal: AbortSignal) =>
      new Promise<Response>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    const { spectacle } = connect(hang);
    const one = expect(spectacle.track({ userId: 'u1', event: 'Counted' })).rejects.toMatchObject({ code: 'closed' });
    const closed = spectacle.close({ timeoutMs: 2_000 });
    await vi.advanceTimersByTimeAsync(2_000);
    await closed;
    await one;
    expect(vi.getTimerCount()).toBe(0);
  });

  test('ends the wait before another try', async () => {
    const { spectacle } = connect(() => busy('120'));
    const one = expect(spectacle.track({ userId: 'u1', event: 'Counted' })).rejects.toMatchObject({ code: 'closed' });
    const closed = spectacle.close({ timeoutMs: 500 });
    await vi.advanceTimersByTimeAsync(500);
    await closed;
    await one;
  });
});

test('a connection that breaks off in the middle is tried again', async () => {
  vi.useRealTimers();
  const collector = await standInCollector((_request, response, count) => {
    if (count === 1) response.destroy();
    else if (count === 2) response.writeHead(429, { 'retry-after': '0' }).end();
    return count <= 2;
  });
  const spectacle = new Spectacle({ workspaceId: 'ws_a', baseUrl: collector.baseUrl, onError: () => {} });
  await spectacle.track({ userId: 'u1', event: 'Counted' });
  expect(collector.requests.length).toBe(3);
  expect(collector.stored.length).toBe(1);
  await collector.close();
});
