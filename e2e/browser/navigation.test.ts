import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { started } from './spectacleOf.ts';
import { type StandIn, startStandIn } from './standInCollector.ts';

let browser: Browser;
let site: StandIn;
let visitor: BrowserContext;

beforeAll(async () => {
  // Playwright switches the back/forward cache off.
  browser = await launchChromium({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
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

const open = async (path = '/'): Promise<Page> => {
  const page = await visitor.newPage();
  await page.goto(site.origin + path);
  await started(page);
  return page;
};
const views = () =>
  site
    .events()
    .filter(({ type }) => type === 'page')
    .map(({ context: { page } }) => [page.url?.replace(site.origin, ''), page.referrer?.replace(site.origin, '')]);

test('with trackPages every client-side navigation is a page, with the one before as its referrer', async () => {
  site.page.snippet = { options: { trackPages: true } };
  const page = await open('/start');
  await site.stored(1);
  const go = async (action: () => void, count: number) => {
    await page.evaluate(action);
    await site.stored(count);
  };
  await go(() => history.pushState({}, '', '/pricing?plan=pro'), 2);
  await go(() => history.replaceState({}, '', '/pricing?plan=team'), 3);
  await go(() => history.back(), 4);
  await go(() => {
    location.hash = '#/route';
  }, 5);
  expect(views()).toEqual([
    ['/start', ''],
    ['/pricing?plan=pro', '/start'],
    ['/pricing?plan=team', '/pricing?plan=pro'],
    ['/start', '/pricing?plan=team'],
    ['/start#/route', '/start'],
  ]);
});

test('the page call of the snippet and that of trackPages are one, and a redirect counts once', async () => {
  site.page.snippet = { options: { trackPages: true } };
  const page = await open('/start');
  await page.evaluate(() => {
    history.pushState({}, '', '/old');
    history.replaceState({}, '', '/new');
    history.replaceState({ scroll: 1 }, '');
  });
  await site.stored(2);
  expect(views()).toEqual([
    ['/start', ''],
    ['/new', '/start'],
  ]);
});

test('without trackPages only calls count', async () => {
  const page = await open('/start');
  await page.evaluate(() => {
    history.pushState({}, '', '/next');
    window.spectacle.track('Last');
  });
  await site.stored((all) => all.some(({ event }) => event === 'Last'));
  expect(views()).toEqual([['/start', '']]);
});

test('an outer referrer is that of the first page only', async () => {
  site.page.body = `<a href="http://127.0.0.1:${site.port}/landing">here</a>`;
  const page = await open('/outside');
  await site.stored(1);
  await page.click('a');
  await started(page);
  await site.stored(2);
  await page.evaluate(() => window.spectacle.page('again'));
  await site.stored(3);
  const inner = `http://127.0.0.1:${site.port}/landing`;
  expect(site.events().map(({ context }) => context.page.referrer)).toEqual(['', `${site.origin}/`, inner]);
});

test('a page from the back/forward cache goes on, sends what waited, and nothing twice', async () => {
  const page = await open('/first');
  await site.stored(1);
  // A page that leaves before it has read the answer sends again, and the server counts once: here it has read it.
  await page.evaluate(() => {
    (window as { mark?: boolean }).mark = true;
    return window.spectacle.flush();
  });
  await page.goto(`${site.origin}/second`);
  await started(page);
  await site.stored(2);
  await page.evaluate(() => window.spectacle.flush());
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => (window as { mark?: boolean }).mark && document.visibilityState === 'visible');
  await page.evaluate(() => {
    window.spectacle.track('Back');
    return window.spectacle.flush();
  });
  await site.stored((all) => all.some(({ event }) => event === 'Back'));
  expect(site.events()).toHaveLength(3);
});
