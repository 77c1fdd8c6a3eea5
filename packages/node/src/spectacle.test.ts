import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Spectacle } from './spectacle.ts';
import type { SpectacleError } from './spectacleError.ts';
import { type Misbehaviour, type StandInCollector, standInCollector, verdict } from './standInCollector.ts';

let collector: StandInCollector;
let errors: SpectacleError[];
const open: Spectacle[] = [];

async function start(misbehave?: Misbehaviour, options: object = {}): Promise<Spectacle> {
  collector = await standInCollector(misbehave);
  const { baseUrl } = collector;
  const onError = (error: SpectacleError) => errors.push(error);
  const spectacle = new Spectacle({ workspaceId: 'ws_acme', baseUrl, onError, ...options });
  open.push(spectacle);
  return spectacle;
}

beforeEach(() => {
  errors = [];
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((spectacle) => spectacle.close({ timeoutMs: 0 })));
  await collector.close();
});

test('an awaited call resolves when the event is stored, to the id it is stored under', async () => {
  const spectacle = await start();
  const { messageId } = await spectacle.track({ userId: 'u1', event: 'Invoice Paid', properties: { revenue: 9995 } });
  expect(collector.stored).toMatchObject([
    { type: 'track', messageId, userId: 'u1', event: 'Invoice Paid', properties: { revenue: 9995 } },
  ]);
  expect(collector.requests[0]).toMatchObject({
    method: 'POST',
    path: '/v1/batch',
    headers: { 'content-type': 'application/json' },
    body: { writeKey: 'ws_acme' },
  });
});

test('calls made together travel together, in their order', async () => {
  const spectacle = await start();
  await Promise.all([
    spectacle.identify({ userId: 'u1', traits: { email: 'ada@acme.example' } }),
    spectacle.group({ userId: 'u1', groupId: 'company_123', traits: { name: 'Acme Inc.', plan: 'enterprise' } }),
    spectacle.page({ userId: 'u1', name: 'Pricing' }),
    spectacle.alias({ userId: 'u1', previousId: 'anon_1' }),
  ]);
  expect(collector.requests.length).toBe(1);
  expect(collector.stored.map((event) => event.type)).toEqual(['identify', 'group', 'page', 'alias']);
});

test('a batch goes at once when enough events wait, and never exceeds what the collector takes', async () => {
  const spectacle = await start(undefined, { flushIntervalMs: 2 ** 30, flushAt: 3 });
  await Promise.all([1, 2, 3].map((n) => spectacle.track({ userId: n, event: 'Counted' })));
  expect(collector.stored.length).toBe(3);
  const properties = { text: 'x'.repeat(20_000) };
  const large = Array.from({ length: 60 }, () => spectacle.track({ userId: 'u1', event: 'Large', properties }));
  await spectacle.flush();
  await Promise.all(large);
  const sizes = collector.requests.map(({ body }) => JSON.stringify(body).length);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(500 * 1024);
  expect(sizes.length).toBe(1 + 4);
});

test('what waits is sent by its size in bytes, too', async () => {
  const spectacle = await start(undefined, { flushIntervalMs: 2 ** 30, flushAt: 2_500 });
  const properties = { text: 'x'.repeat(30_000) };
  await Promise.all(Array.from({ length: 17 }, () => spectacle.track({ userId: 'u1', event: 'Large', properties })));
  expect(collector.stored.length).toBe(17);
});

test('bodies over a kilobyte are compressed unless that is switched off', async () => {
  const spectacle = await start();
  const properties = { text: 'x'.repeat(2_000) };
  await spectacle.track({ userId: 'u1', event: 'Small' });
  await spectacle.track({ userId: 'u1', event: 'Large', properties });
  const plain = new Spectacle({ workspaceId: 'ws_acme', baseUrl: `${collector.baseUrl}/`, gzip: false });
  await plain.track({ userId: 'u1', event: 'Large', properties });
  expect(collector.requests.map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', undefined]);
  expect(Number(collector.requests[1]?.headers['content-length'])).toBeLessThan(500);
});

test('an event is what it was at the call, whatever becomes of its object afterwards', async () => {
  const spectacle = await start();
  const traits = { plan: 'starter' };
  const stored = spectacle.group({ userId: 'u1', groupId: 'g1', traits });
  traits.plan = 'enterprise';
  await stored;
  expect(collector.stored).toMatchObject([{ traits: { plan: 'starter' } }]);
});

describe('a refusal', () => {
  const rejection = { index: 1, messageId: 'b', code: 'too_deep' as const, message: 'Too many levels.' };

  test('of one event rejects that call alone, with the verdict', async () => {
    const spectacle = await start((_request, response) => {
      response.end(verdict(2, [rejection]));
      return true;
    });
    const results = await Promise.allSettled(
      ['a', 'b', 'c'].map((messageId) => spectacle.track({ userId: 'u1', event: 'Counted', messageId })),
    );
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { code: 'too_deep', message: 'Too many levels.', messageId: 'b' } });
    expect(errors.map(({ messageId }) => messageId)).toEqual(['b']);
  });

  test('of the whole request rejects all its calls and is not repeated', async () => {
    const spectacle = await start((_request, response) => {
      const body = {
        success: false,
        accepted: 0,
        rejected: [],
        code: 'unknown_workspace',
        message: 'No such workspace.',
      };
      response.writeHead(401).end(JSON.stringify(body));
      return true;
    });
    const stored = spectacle.track({ userId: 'u1', event: 'Counted' });
    await expect(stored).rejects.toMatchObject({ code: 'unknown_workspace', message: 'No such workspace.' });
    expect(collector.requests.length).toBe(1);
  });

  test('says so when what answers is no collector', async () => {
    const spectacle = await start((_request, response, count) => {
      if (count === 1) response.writeHead(301, { location: 'https://elsewhere.example/v1/batch' }).end();
      else response.end('<!doctype html>');
      return true;
    });
    const track = () => spectacle.track({ userId: 'u1', event: 'Counted' });
    await expect(track()).rejects.toMatchObject({
      code: 'unexpected_answer',
      message: expect.stringContaining('points to https://elsewhere.example/v1/batch'),
    });
    await expect(track()).rejects.toMatchObject({ code: 'unexpected_answer' });
  });

  test('that nobody awaits goes to onError and ends nothing', async () => {
    const spectacle = await start();
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    void spectacle.group({ userId: 'u1', groupId: '' });
    await spectacle.flush();
    await new Promise(setImmediate);
    process.off('unhandledRejection', unhandled);
    expect(errors.map(({ code }) => code)).toEqual(['invalid_group_id']);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

describe('no call throws', () => {
  const cycle: Record<string, unknown> = {};
  cycle.cycle = cycle;
  const trap = {
    get userId(): string {
      throw new Error('a getter of the host');
    },
  };
  test.each([
    ['nothing', undefined, 'not_an_object'],
    ['a cycle', { userId: 'u1', event: 'Counted', properties: cycle }, 'not_serializable'],
    ['a BigInt', { userId: 'u1', event: 'Counted', properties: { id: 1n } }, 'not_serializable'],
    ['a getter that throws', trap, 'not_serializable'],
    ['too much', { userId: 'u1', event: 'Counted', properties: { text: 'x'.repeat(33_000) } }, 'event_too_large'],
  ])('%s', async (_what, call, code) => {
    const spectacle = await start();
    // JavaScript callers are not held by the types.
    await expect(spectacle.track(call as never)).rejects.toMatchObject({ name: 'SpectacleError', code });
    expect(collector.requests).toEqual([]);
  });

  test('not even when onError does', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const onError = () => {
      throw new Error('a mistake of the host');
    };
    const spectacle = await start(undefined, { onError });
    await expect(spectacle.track(undefined as never)).rejects.toMatchObject({ code: 'not_an_object' });
    expect(log).toHaveBeenCalledWith('[spectacle] onError threw', expect.any(Error));
    log.mockRestore();
  });

  test.each([
    [{}],
    [undefined],
    [{ workspaceId: 'ws_a', baseUrl: 'spectacle.acme.example' }],
    [{ workspaceId: 'acme', baseUrl: 'http://x' }],
  ])('not the constructor either, given %j: it says what is missing and refuses every call', async (options) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const spectacle = new Spectacle(options as never);
    await expect(spectacle.track({ userId: 'u1', event: 'Counted' })).rejects.toMatchObject({ code: 'not_configured' });
    await spectacle.flush();
    await spectacle.close();
    expect(log).toHaveBeenCalledTimes(1);
    expect(log.mock.calls[0]?.[0]).toMatch(/needs the (workspaceId|baseUrl)/);
    log.mockRestore();
  });
});
