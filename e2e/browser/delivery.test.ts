import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { complaintsOf, started } from './spectacleOf.ts';
import { type SentEvent, type StandIn, startStandIn, type Weather } from './standInCollector.ts';

let browser: Browser;
let site: StandIn;
let visitor: BrowserContext;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  site = await startStandIn();
  site.page.snippet = false;
  site.page.body = '<script src="/ws_site.js"></script>';
  visitor = await browser.newContext();
  return async () => {
    await visitor.close();
    await site.close();
  };
});

const open = async (path = '/'): Promise<Page> => {
  const page = await visitor.newPage();
  await page.goto(site.origin + path);
  await started(page);
  return page;
};
const track = (page: Page, ...names: string[]) =>
  page.evaluate((all) => {
    for (const name of all) window.spectacle.track(name);
  }, names);
const names = (events: SentEvent[]) => events.map(({ event }) => event);
const has = (name: string) => (events: SentEvent[]) => events.some(({ event }) => event === name);
/** The weather of the first batches, then fine. */
const forecast = (...days: Weather[]) => {
  site.weather = () => days.shift() ?? 'fine';
};
const stored = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('sp__q')));

test.each<Weather>(['error 500', 'too many', 'cut off', 'hotel'])(
  'after "%s" the same events come again',
  async (weather) => {
    forecast(weather, weather);
    const page = await open();
    await track(page, 'one', 'two');
    expect(names(await site.stored(2))).toEqual(['one', 'two']);
    expect(site.attempts).toHaveLength(3);
    await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('sp__q')));
  },
);

test('while the collector asks for a pause nothing is sent, whatever happens', async () => {
  forecast('too many');
  const page = await open();
  await track(page, 'one');
  await site.attempted(1);
  await page.evaluate(() => {
    window.spectacle.track('two');
    dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    return window.spectacle.flush();
  });
  expect(names(await site.stored(2))).toEqual(['one', 'two']);
  const [first, second] = site.attempts;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(990);
});

test('when the answer was lost the event comes again under the same messageId', async () => {
  forecast('answer lost');
  const page = await open();
  await track(page, 'one');
  const [first, second] = await site.stored(2);
  expect(second?.messageId).toBe(first?.messageId);
  expect(second?.timestamp).toBe(first?.timestamp);
});

test('a batch that is too large is split until it fits', async () => {
  site.weather = ({ batch }) => (batch.length > 3 ? 'too large' : 'fine');
  const page = await open();
  await track(page, '1', '2', '3', '4', '5', '6', '7', '8');
  expect(names(await site.stored(8)).sort()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
});

test('what the collector refuses for good is named in the console and never sent again', async () => {
  const page = await visitor.newPage();
  const complaints = complaintsOf(page);
  await page.goto(site.origin);
  await started(page);
  forecast('bad request', 'refuses the first');
  await track(page, 'bad');
  await site.attempted(1);
  await page.evaluate(() => window.spectacle.flush());
  await track(page, 'refused', 'good');
  await site.stored(has('good'));
  await page.evaluate(() => window.spectacle.flush());
  await track(page, 'last');
  await site.stored(has('last'));
  expect(names(site.events())).toEqual(['good', 'last']);
  expect(complaints).toHaveLength(2);
  expect(complaints[0]).toContain('refused 400');
  expect(complaints[1]).toContain('The groupId is not an id.');
  expect(complaints[1]).toContain('"event":"refused"');
});

test('a long backlog goes out in requests that keepalive allows', async () => {
  const page = await open();
  await page.evaluate(() => {
    for (let n = 0; n < 120; n++) window.spectacle.track(`${n}`, { text: 'ü'.repeat(1000) });
  });
  await site.stored(120);
  expect(new Set(site.events().map(({ messageId }) => messageId)).size).toBe(120);
  for (const batch of site.batches) expect(Buffer.byteLength(JSON.stringify(batch))).toBeLessThan(64 * 1024);
});

test('the last call before the page goes arrives, though no other page follows', async () => {
  const page = await open();
  await page.evaluate(() => {
    window.spectacle.track('goodbye');
    location.href = 'about:blank';
  });
  expect(names(await site.stored(1))).toEqual(['goodbye']);
  // Closing a page that is between two documents can hang the browser.
  await page.waitForURL('about:blank');
});

test('hidden and shown again, a page sends nothing twice', async () => {
  const page = await open();
  await page.evaluate(() => {
    const show = (hidden: boolean) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    };
    for (let n = 0; n < 10; n++) {
      window.spectacle.track(`${n}`);
      show(true);
      show(false);
      show(true);
    }
    return window.spectacle.flush();
  });
  await track(page, 'last');
  await site.stored(has('last'));
  expect(names(site.events()).sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'last']);
});

test('two tabs send each their own, and nothing twice', async () => {
  const tabs = [await open('/a'), await open('/b')];
  for (let n = 0; n < 20; n++) {
    await Promise.all(tabs.map((tab, index) => track(tab, `${index}.${n}`)));
  }
  await site.stored(40);
  await Promise.all(tabs.map((tab) => tab.evaluate(() => window.spectacle.flush())));
  expect(site.events()).toHaveLength(40);
  expect(new Set(names(site.events())).size).toBe(40);
});

test('what a killed tab left behind is sent by the tab next to it, at once', async () => {
  const [doomed, other] = [await open('/doomed'), await open('/other')];
  site.weather = () => 'error 500';
  await track(doomed, 'left', 'behind');
  await site.attempted(1);
  await other.waitForFunction(() => Object.keys(localStorage).filter((key) => key.startsWith('sp__q')).length === 2);
  site.weather = () => 'fine';
  doomed.goto('chrome://crash').catch(() => {});
  expect(names(await site.stored(2)).sort()).toEqual(['behind', 'left']);
});

test('what the last tab left behind is sent by the next page, on whatever page of the site', async () => {
  site.weather = () => 'cut off';
  const doomed = await open();
  await track(doomed, 'left');
  await site.attempted(1);
  await doomed.goto('chrome://crash').catch(() => {});
  site.weather = () => 'fine';
  await open('/elsewhere');
  expect(names(await site.stored(1))).toEqual(['left']);
});

test('offline, events wait; online again, they go at once', async () => {
  const page = await open();
  await visitor.setOffline(true);
  await track(page, 'one');
  await page.evaluate(() => window.spectacle.flush());
  await track(page, 'two');
  expect(site.attempts).toHaveLength(0);
  await visitor.setOffline(false);
  expect(names(await site.stored(2))).toEqual(['one', 'two']);
});

test.each([
  [
    'forbidden',
    () =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      }),
  ],
  [
    'full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  ],
  ['without locks', () => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })],
  [
    'without cookies',
    () =>
      Object.defineProperty(Document.prototype, 'cookie', {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
        set: () => {
          throw new DOMException('no', 'SecurityError');
        },
      }),
  ],
])('a browser that is %s loses nothing while the page lives', async (_, spoil) => {
  await visitor.addInitScript(spoil);
  forecast('error 500');
  const page = await visitor.newPage();
  const complaints = complaintsOf(page);
  await page.goto(site.origin);
  await started(page);
  await page.evaluate(() => {
    window.spectacle.identify('u1');
    window.spectacle.group('acme');
    window.spectacle.track('one');
  });
  const events = await site.stored(3);
  expect(events.map(({ type, userId }) => [type, userId])).toEqual([
    ['identify', 'u1'],
    ['group', 'u1'],
    ['track', 'u1'],
  ]);
  expect(complaints).toEqual([]);
});

test('a queue that nobody empties is bounded, and gives up tracks before pages, and identities never before both', async () => {
  site.weather = () => 'error 500';
  const page = await open();
  await page.evaluate(() => {
    window.spectacle.identify('u1');
    window.spectacle.page();
    for (let n = 0; n < 1_100; n++) window.spectacle.track(`${n}`);
    window.spectacle.group('acme');
  });
  const left = await stored(page);
  expect(left.length).toBeLessThanOrEqual(1_000);
  const kinds = await page.evaluate((keys) => keys.map((key) => JSON.parse(localStorage.getItem(key) ?? '{}')), left);
  expect(
    kinds
      .filter(({ type }: SentEvent) => type !== 'track')
      .map(({ type }: SentEvent) => type)
      .sort(),
  ).toEqual(['group', 'identify', 'page']);
  expect(names(kinds)).toContain('1099');
  expect(names(kinds)).not.toContain('0');
});

test('the queue is bounded in bytes too', async () => {
  site.weather = () => 'error 500';
  const page = await open();
  const size = await page.evaluate(() => {
    for (let n = 0; n < 100; n++) window.spectacle.track(`${n}`, { text: 'x'.repeat(20_000) });
    return Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  });
  expect(size).toBeLessThan(1_100_000);
});

test('flush settles when everything has been confirmed', async () => {
  const page = await open();
  await page.evaluate(() => {
    window.spectacle.track('one');
    return window.spectacle.flush();
  });
  expect(names(site.events())).toEqual(['one']);
});

test('a wrong clock is visible to the collector: both times come from the same clock', async () => {
  await visitor.addInitScript(() => {
    const real = Date.now;
    const ahead = 86_400_000;
    Date.now = () => real() + ahead;
    window.Date = class extends Date {
      constructor(...args: [number?]) {
        super(...((args.length ? args : [real() + ahead]) as [number]));
      }
      static override now = () => real() + ahead;
    } as DateConstructor;
  });
  const page = await open();
  await track(page, 'one');
  const [event] = await site.stored(1);
  const sent = Date.parse(site.batches[0]?.sentAt ?? '');
  expect(sent - Date.now()).toBeGreaterThan(80_000_000);
  expect(sent - Date.parse(event?.timestamp ?? '')).toBeGreaterThanOrEqual(0);
  expect(sent - Date.parse(event?.timestamp ?? '')).toBeLessThan(60_000);
});
