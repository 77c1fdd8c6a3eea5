import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { LoadOptions } from 'spectacle-js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { started } from './spectacleOf.ts';
import { type StandIn, startStandIn } from './standInCollector.ts';

let browser: Browser;
let site: StandIn;
let visitor: BrowserContext;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  site = await startStandIn();
  visitor = await browser.newContext();
  return async () => {
    await visitor.close();
    await site.close();
  };
});

const open = async (options: LoadOptions = {}, page?: Page): Promise<Page> => {
  site.page.snippet = { options: { ...options } };
  const tab = page ?? (await visitor.newPage());
  await tab.goto(site.origin);
  await started(tab);
  return tab;
};
/** Names of all that the browser has of Spectacle. */
const traces = async (page: Page) => [
  ...(await visitor.cookies()).map(({ name }) => name),
  ...(await page.evaluate(() => Object.keys(localStorage).map((key) => key.split('.')[0] ?? ''))),
];
/** Sends one event that is certainly allowed, from another visitor: what should have come before has come. */
const settled = async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  site.page.snippet = {};
  await page.goto(site.origin);
  await started(page);
  await page.evaluate(() => window.spectacle.flush());
  await context.close();
};

test('until somebody decides, everything stays in memory; granted, it goes with its own times', async () => {
  const page = await open({ consent: 'pending' });
  await page.evaluate(() => {
    window.spectacle.identify('u1');
    window.spectacle.track('Waited');
    return window.spectacle.flush();
  });
  expect(site.attempts).toHaveLength(0);
  expect(await traces(page)).toEqual([]);
  const granted = Date.now();
  await page.evaluate(() => window.spectacle.consent('granted'));
  const events = await site.stored(3);
  expect(events.map(({ type }) => type)).toEqual(['page', 'identify', 'track']);
  for (const { timestamp } of events) expect(Date.parse(timestamp)).toBeLessThanOrEqual(granted);
  expect((await traces(page)).sort()).toEqual(['sp__anon_id', 'sp__consent', 'sp__user_id', 'sp__visitor']);
  expect((await visitor.cookies()).find(({ name }) => name === 'sp__anon_id')?.value).toBe(events[0]?.anonymousId);
});

test('what waited for consent is stored under a lock that its page holds, so no other tab sends it too', async () => {
  site.weather = () => 'no answer';
  const page = await open({ consent: 'pending' });
  await page.evaluate(() => {
    window.spectacle.track('Waited');
    window.spectacle.consent('granted');
  });
  const owners = () =>
    page.evaluate(() =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith('sp__q'))
        .map((key) => key.slice(0, key.lastIndexOf('.'))),
    );
  await expect.poll(async () => (await owners()).length).toBe(2);
  const held = await page.evaluate(async () => (await navigator.locks.query()).held?.map(({ name }) => name));
  expect(held).toEqual(expect.arrayContaining(await owners()));
});

test('a decision is remembered on the next page', async () => {
  const page = await open({ consent: 'pending' });
  await page.evaluate(() => window.spectacle.optIn());
  await site.stored(1);
  await open({ consent: 'pending' }, page);
  await site.stored(2);
  await page.evaluate(() => window.spectacle.optOut());
  await open({}, page);
  await page.evaluate(() => window.spectacle.flush());
  await settled();
  expect(site.events()).toHaveLength(3);
});

test('denied, what waited is dropped, and nothing is collected or kept but the decision', async () => {
  const page = await open({ consent: 'pending' });
  await page.evaluate(() => {
    window.spectacle.identify('u1', { email: 'ada@acme.com' });
    window.spectacle.consent('denied');
    window.spectacle.track('Never');
    return window.spectacle.flush();
  });
  await settled();
  expect(site.events().map(({ type }) => type)).toEqual(['page']);
  expect((await traces(page)).sort()).toEqual(['sp__consent', 'sp__visitor']);
  expect(await page.evaluate(() => localStorage.getItem('sp__visitor'))).toBe('{"consent":"denied"}');
  expect(await page.evaluate(() => [window.spectacle.user().id(), window.spectacle.user().traits()])).toEqual([
    undefined,
    {},
  ]);
});

test('an opt-out forgets the visitor at once, also what still waited on the device, also in the other tab', async () => {
  const [page, other] = [await open(), await open()];
  await site.stored(2);
  site.weather = () => 'error 500';
  await page.evaluate(() => window.spectacle.identify('u1'));
  await site.attempted(3);
  const before = await page.evaluate(() => window.spectacle.anonymousId());
  await page.evaluate(() => window.spectacle.optOut());
  expect((await traces(page)).sort()).toEqual(['sp__consent', 'sp__visitor']);
  expect(await page.evaluate(() => window.spectacle.anonymousId())).not.toBe(before);
  site.weather = () => 'fine';
  await other.waitForFunction(() => window.spectacle.user().id() === undefined);
  await other.evaluate(() => {
    window.spectacle.track('Never');
    return window.spectacle.flush();
  });
  await settled();
  expect(site.events().map(({ type }) => type)).toEqual(['page', 'page', 'page']);
});

test('without cookies events go, and the device keeps nothing', async () => {
  const page = await open({ consent: 'cookieless' });
  await page.evaluate(() => window.spectacle.track('Counted'));
  const events = await site.stored(2);
  expect(events.map(({ type }) => type)).toEqual(['page', 'track']);
  expect(events[0]?.anonymousId).toBe(events[1]?.anonymousId);
  expect((await traces(page)).filter((name) => name !== 'sp__visitor')).toEqual([]);
});

test.each([
  ['globalPrivacyControl', () => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true })],
  ['doNotTrack', () => Object.defineProperty(Navigator.prototype, 'doNotTrack', { value: '1' })],
] as const)('%s counts as the site says, until the visitor decides', async (signal, send) => {
  await visitor.addInitScript(send);
  const page = await open({ [signal]: 'denied' });
  await page.evaluate(() => window.spectacle.flush());
  await settled();
  expect(site.events()).toHaveLength(1);
  await page.evaluate(() => {
    window.spectacle.optIn();
    window.spectacle.track('Agreed');
  });
  const events = await site.stored(2);
  expect(events.at(-1)?.event).toBe('Agreed');
});

test('a signal that the site does not ask for changes nothing', async () => {
  await visitor.addInitScript(() => Object.defineProperty(Navigator.prototype, 'doNotTrack', { value: '1' }));
  await open();
  await site.stored(1);
});
