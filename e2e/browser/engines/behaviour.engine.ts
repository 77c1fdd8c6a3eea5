import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SentEvent, type StandIn, startStandIn, type Weather } from '../standInCollector.ts';
import { type Engine, type Tab, until } from './engine.ts';
import { launchFirefox } from './firefox.ts';
import { launchWebKit } from './webkit.ts';

/**
 * The behaviour of the script in engines other than Chromium, where `npm test` has it in full. Run by
 * `npm run e2e:engines`; needs the Debian packages firefox-esr, webkit2gtk-driver and xvfb.
 */
const engines = [
  ['Firefox', launchFirefox],
  ['WebKitGTK', launchWebKit],
] as const;

describe.each(engines)('%s', (_, launch) => {
  let engine: Engine;
  let site: StandIn;
  let tabs: Tab[];

  beforeAll(async () => {
    engine = await launch();
    console.log(engine.name);
  });
  afterAll(() => engine?.close());

  beforeEach(async () => {
    site = await startStandIn();
    tabs = [];
    const tab = await engine.newTab();
    tabs.push(tab);
    // One profile serves all tests; cookies know no ports.
    site.page.snippet = false;
    await tab.goto(site.origin);
    await tab.run(
      `for (const pair of document.cookie.split('; ')) document.cookie = pair.split('=')[0] + '=; max-age=0; path=/'`,
    );
    site.page.snippet = {};
  });
  afterEach(async () => {
    // The last tab stays: some engines end with it.
    for (const tab of tabs.slice(1)) await tab.close();
    await tabs[0]?.goto('about:blank');
    await site.close();
  });

  const open = async (path = '/', again?: Tab): Promise<Tab> => {
    const tab = again ?? (await engine.newTab());
    if (!again) tabs.push(tab);
    await tab.goto(site.origin + path);
    await until(tab, 'window.spectacle && spectacle.inited');
    return tab;
  };
  const first = (path = '/') => open(path, tabs[0]);
  const names = (events: SentEvent[]) => events.map(({ type, event }) => event ?? type);
  const forecast = (...days: Weather[]) => {
    site.weather = () => days.shift() ?? 'fine';
  };

  test('the calls of a page arrive in order as one batch, with their context', async () => {
    site.page.body = `<script>
      spectacle.identify('u1', { email: 'ada@acme.com' });
      spectacle.group('company_123', { name: 'Acme Inc.', employees: 329 });
      spectacle.track('Report Exported', { format: 'csv' });
    </script>`;
    await first('/pricing?utm_source=google&utm_campaign=spring&gclid=abc#top');
    const events = await site.stored(4);
    expect(site.batches).toHaveLength(1);
    expect(names(events)).toEqual(['page', 'identify', 'group', 'Report Exported']);
    expect(events[0]).toMatchObject({
      properties: { path: '/pricing', hash: '#top', title: 'Site /pricing' },
      context: {
        campaign: { source: 'google', name: 'spring' },
        clickIds: { gclid: 'abc' },
        locale: expect.any(String),
        timezone: expect.any(String),
        userAgent: expect.any(String),
        screen: { width: expect.any(Number) },
      },
    });
    expect(events[2]).toMatchObject({ userId: 'u1', groupId: 'company_123', traits: { employees: 329 } });
    for (const { messageId, anonymousId } of events) {
      expect(messageId).toMatch(/^[\w-]{20,100}$/);
      expect(anonymousId).toBe(events[0]?.anonymousId);
    }
  });

  test('wrong calls throw nothing and send nothing', async () => {
    const tab = await first();
    await tab.run(`
      spectacle.group(); spectacle.group(''); spectacle.group(null, {}); spectacle.group({}); spectacle.track('');
      spectacle.group(Symbol('x')); spectacle.track('Big', { n: 10n }); spectacle.group('acme', 'pro'); spectacle.track('Last');`);
    const events = await site.stored((all) => names(all).includes('Last'));
    expect(names(events)).toEqual(['page', 'group', 'Last']);
  });

  test('the visitor is the same on the next page, without cookies and without the mirror too', async () => {
    const tab = await first();
    const before = await tab.run(`spectacle.identify('u1'); spectacle.group('acme'); return spectacle.anonymousId()`);
    expect(await tab.run('return document.cookie')).toContain(`sp__anon_id=${before}`);
    await tab.run(`for (const name of ['sp__anon_id', 'sp__user_id']) document.cookie = name + '=; max-age=0; path=/'`);
    await first();
    const who = 'return [spectacle.anonymousId(), spectacle.user().id(), spectacle.groupId()]';
    expect(await tab.run(who)).toEqual([before, 'u1', 'acme']);
    await tab.run('localStorage.clear()');
    await first();
    expect((await tab.run<string[]>(who)).slice(0, 2)).toEqual([before, 'u1']);
  });

  test('another user and a log-out start afresh', async () => {
    const tab = await first();
    const [ada, bob, nobody] = await tab.run<unknown[][]>(`
      const who = () => [spectacle.anonymousId(), spectacle.user().id() ?? null, spectacle.groupId() ?? null];
      spectacle.identify('ada'); spectacle.group('acme'); const ada = who();
      spectacle.identify('bob'); const bob = who();
      spectacle.reset(); return [ada, bob, who()];`);
    expect([ada?.slice(1), bob?.slice(1), nobody?.slice(1)]).toEqual([
      ['ada', 'acme'],
      ['bob', null],
      [null, null],
    ]);
    expect(new Set([ada?.[0], bob?.[0], nobody?.[0]]).size).toBe(3);
  });

  test.each<Weather>(['error 500', 'too many', 'cut off', 'hotel', 'answer lost'])(
    'after "%s" everything arrives',
    async (weather) => {
      forecast(weather);
      const tab = await first();
      await tab.run(`spectacle.track('one')`);
      const events = await site.stored((all) => names(all).includes('one'));
      expect(new Set(events.map(({ messageId }) => messageId)).size).toBe(2);
      await until(tab, `!Object.keys(localStorage).some((key) => key.startsWith('sp__q'))`);
    },
  );

  test('a batch that is too large is split', async () => {
    site.weather = ({ batch }) => (batch.length > 2 ? 'too large' : 'fine');
    const tab = await first();
    await tab.run(`for (let n = 0; n < 6; n++) spectacle.track('' + n)`);
    await site.stored(7);
    expect(new Set(site.events().map(({ messageId }) => messageId)).size).toBe(7);
  });

  test('two tabs send each their own, and nothing twice', async () => {
    const [one, other] = [await first('/a'), await open('/b')];
    for (let n = 0; n < 10; n++) {
      await one.run(`spectacle.track('one ${n}')`);
      await other.run(`spectacle.track('other ${n}')`);
    }
    await site.stored(22);
    await one.run('await spectacle.flush()');
    await other.run('await spectacle.flush()');
    expect(site.events()).toHaveLength(22);
  });

  test('what a closed tab left behind is sent by the tab next to it', async () => {
    const [other, doomed] = [await first(), await open('/doomed')];
    await site.stored(2);
    site.weather = () => 'error 500';
    const before = site.attempts.length;
    await doomed.run(`spectacle.track('left behind')`);
    await site.attempted(before + 1);
    await tabs.pop()?.close();
    site.weather = () => 'fine';
    // WebKitGTK does not tell a tab what others store: it looks when it has something to send itself.
    await other.run(`spectacle.track('next')`);
    await site.stored((all) => names(all).includes('left behind'));
    await until(other, `!Object.keys(localStorage).some((key) => key.startsWith('sp__q'))`);
  });

  test('the last call before the page goes arrives', async () => {
    const tab = await first();
    await site.stored(1);
    await tab.run(`spectacle.track('goodbye'); setTimeout(() => { location.href = '/?plain' })`);
    await site.stored((all) => names(all).includes('goodbye'));
  });

  test('client-side navigation is followed', async () => {
    site.page.snippet = { options: { trackPages: true } };
    const tab = await first('/start');
    await site.stored(1);
    await tab.run(`history.pushState({}, '', '/next')`);
    const events = await site.stored(2);
    expect(events[1]?.context.page).toMatchObject({ path: '/next', referrer: `${site.origin}/start` });
  });

  test('consent: pending keeps all in memory, granted releases, denied forgets', async () => {
    site.page.snippet = { options: { consent: 'pending' } };
    const tab = await first();
    await tab.run(`spectacle.track('waited'); await spectacle.flush()`);
    expect(site.attempts).toHaveLength(0);
    expect(await tab.run(`return [document.cookie, Object.keys(localStorage).length]`)).toEqual(['', 0]);
    await tab.run(`spectacle.consent('granted')`);
    expect(names(await site.stored(2))).toEqual(['page', 'waited']);
    await tab.run(`spectacle.optOut()`);
    expect(await tab.run(`return document.cookie`)).toBe('sp__consent=denied');
    await tab.run(`document.cookie = 'sp__consent=; max-age=0; path=/'; localStorage.clear()`);
  });

  test('with storage forbidden nothing is lost while the page lives', async () => {
    site.page.snippet = false;
    site.page.body = `<script>Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })</script>
      <script src="/ws_site.js"></script>`;
    forecast('error 500');
    const tab = await first();
    await tab.run(`spectacle.group('acme'); spectacle.track('one')`);
    expect(names(await site.stored(2))).toEqual(['group', 'one']);
  });

  test('a strict Content Security Policy is no obstacle', async () => {
    site.page.snippet = { nonce: 'n0nce' };
    site.page.headers = {
      'content-security-policy': "default-src 'none'; script-src 'nonce-n0nce'; connect-src 'self'",
    };
    site.page.body = '';
    await tabs[0]?.goto(site.origin);
    expect(names(await site.stored(1))).toEqual(['page']);
  });
});
