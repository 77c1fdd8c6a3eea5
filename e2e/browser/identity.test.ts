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
  // Names that exist nowhere, with public suffixes of one and of two labels.
  const hosts = ['*.shop.com', '*.shop.co.uk', '*.partner.com'];
  browser = await launchChromium({
    args: [
      `--host-resolver-rules=${hosts.map((host) => `MAP ${host} 127.0.0.1,MAP ${host.slice(2)} 127.0.0.1`).join(',')}`,
    ],
  });
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

const options = (given: LoadOptions) => {
  site.page.snippet = { options: { ...given } };
};
const open = async (host = 'localhost', path = '/', page?: Page): Promise<Page> => {
  const tab = page ?? (await visitor.newPage());
  await tab.goto(`http://${host}:${site.port}${path}`);
  await started(tab);
  return tab;
};
const ids = (page: Page) => page.evaluate(() => [window.spectacle.anonymousId(), window.spectacle.user().id()]);
const cookie = async (name: string) => (await visitor.cookies()).find((one) => one.name === name);

test.each([
  ['www.shop.com', '.shop.com'],
  ['shop.com', '.shop.com'],
  ['a.b.shop.co.uk', '.shop.co.uk'],
  ['localhost', 'localhost'],
  ['127.0.0.1', '127.0.0.1'],
])('on %s the cookies are set for %s, for a year', async (host, domain) => {
  const page = await open(host);
  await page.evaluate(() => window.spectacle.identify('ü 1;'));
  const [anonymousId] = await ids(page);
  const [anonymous, user] = [await cookie('sp__anon_id'), await cookie('sp__user_id')];
  expect(anonymous).toMatchObject({ domain, value: anonymousId, path: '/', sameSite: 'Lax', secure: false });
  expect(user).toMatchObject({ domain, value: encodeURIComponent('ü 1;') });
  const days = ((anonymous?.expires ?? 0) * 1000 - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(365);
  expect((await visitor.cookies()).map(({ name }) => name).sort()).toEqual(['sp__anon_id', 'sp__user_id']);
});

test('on https the cookies are Secure', async () => {
  const page = await visitor.newPage();
  await page.route('https://www.shop.com/**', async (route) => {
    const response = await route.fetch({ url: route.request().url().replace('https://www.shop.com', site.origin) });
    await route.fulfill({ response });
  });
  site.page.snippet = { baseUrl: 'https://www.shop.com' };
  await page.goto('https://www.shop.com/');
  await started(page);
  expect(await cookie('sp__anon_id')).toMatchObject({ secure: true, sameSite: 'Lax', domain: '.shop.com' });
});

test('a visitor is the same on every subdomain, and so is what another subdomain has learnt', async () => {
  const www = await open('www.shop.com');
  const [anonymousId] = await ids(www);
  const app = await open('app.shop.com');
  expect(await ids(app)).toEqual([anonymousId, undefined]);
  await app.evaluate(() => window.spectacle.identify('u1'));
  expect(await ids(await open('www.shop.com', '/again', www))).toEqual([anonymousId, 'u1']);
  await app.evaluate(() => {
    window.spectacle.group('acme');
    window.spectacle.reset();
  });
  const [next, user] = await ids(await open('www.shop.com', '/again', www));
  expect(next).not.toBe(anonymousId);
  expect(user).toBeUndefined();
});

test('cookies lost, the mirror knows the visitor; the mirror lost, the cookies do', async () => {
  const page = await open();
  await page.evaluate(() => {
    window.spectacle.identify('u1', { email: 'ada@acme.com' });
    window.spectacle.group('acme', { plan: 'pro' });
  });
  const [anonymousId] = await ids(page);
  await visitor.clearCookies();
  await open('localhost', '/', page);
  expect(await ids(page)).toEqual([anonymousId, 'u1']);
  expect(await page.evaluate(() => [window.spectacle.groupId(), window.spectacle.groupTraits()])).toEqual([
    'acme',
    { plan: 'pro' },
  ]);
  expect((await cookie('sp__anon_id'))?.value).toBe(anonymousId);
  await page.evaluate(() => localStorage.clear());
  await open('localhost', '/', page);
  expect(await ids(page)).toEqual([anonymousId, 'u1']);
});

test('a spoilt mirror harms nobody', async () => {
  const page = await open();
  const [anonymousId] = await ids(page);
  await page.evaluate(() => localStorage.setItem('sp__visitor', '{oops'));
  await open('localhost', '/', page);
  expect(await ids(page)).toEqual([anonymousId, undefined]);
});

test('another user on the same browser shares nothing with the one before', async () => {
  const page = await open();
  await page.evaluate(() => {
    window.spectacle.identify('ada', { email: 'ada@acme.com' });
    window.spectacle.group('acme', { plan: 'pro' });
    window.spectacle.identify('bob');
    window.spectacle.track('Opened');
  });
  const events = await site.stored(5);
  const [ada, group, bob, opened] = events.filter(({ type }) => type !== 'page');
  expect(group).toMatchObject({ userId: 'ada', anonymousId: ada?.anonymousId });
  expect(bob?.anonymousId).not.toBe(ada?.anonymousId);
  expect(opened).toMatchObject({ userId: 'bob', anonymousId: bob?.anonymousId });
  expect(await page.evaluate(() => [window.spectacle.groupId(), window.spectacle.groupTraits()])).toEqual([
    undefined,
    {},
  ]);
});

test('after a log-out the visitor is a new one, also on the next page', async () => {
  const page = await open();
  await page.evaluate(() => {
    window.spectacle.identify('ada');
    window.spectacle.group('acme');
  });
  const [before] = await ids(page);
  await page.evaluate(() => window.spectacle.reset());
  const [after, user] = await ids(page);
  expect(after).toBeTruthy();
  expect(after).not.toBe(before);
  expect(user).toBeUndefined();
  expect(await cookie('sp__user_id')).toBeUndefined();
  expect(await ids(await open('localhost', '/', page))).toEqual([after, undefined]);
});

test('a log-in in one tab is known in the other', async () => {
  const [one, other] = [await open(), await open()];
  await one.evaluate(() => {
    window.spectacle.identify('ada');
    window.spectacle.group('acme');
  });
  await other.waitForFunction(() => window.spectacle.groupId() === 'acme');
  expect(await ids(other)).toEqual(await ids(one));
  await one.evaluate(() => window.spectacle.reset());
  await other.waitForFunction(() => window.spectacle.user().id() === undefined);
  expect(await ids(other)).toEqual(await ids(one));
});

test('a cookie of the site own can be the anonymousId', async () => {
  await visitor.addCookies([{ name: 'device', value: 'device%201', url: site.origin }]);
  options({ externalAnonCookie: 'device' });
  const page = await open();
  expect(await ids(page)).toEqual(['device 1', undefined]);
  expect((await cookie('sp__anon_id'))?.value).toBe('device%201');
});

test('the domain of the cookies can be given', async () => {
  options({ cookieDomain: 'b.shop.com' });
  await open('a.b.shop.com');
  expect(await cookie('sp__anon_id')).toMatchObject({ domain: '.b.shop.com' });
});

test('a link to another own domain takes the visitor along, and leaves no trace in the address', async () => {
  options({ linkDomains: ['shop.com', 'partner.com'] });
  site.page.body = `<a id="away" href="http://www.partner.com:${site.port}/offer?x=1&y=a%20b#z"><b>Offer</b></a>
    <a id="near" href="http://app.shop.com:${site.port}/">App</a><a id="far" href="http://other.com/">Other</a>`;
  const page = await open('www.shop.com');
  const [anonymousId] = await ids(page);
  const hrefs = await page.evaluate(() => {
    for (const id of ['near', 'far']) {
      document.getElementById(id)?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    }
    return ['near', 'far'].map((id) => (document.getElementById(id) as HTMLAnchorElement).href);
  });
  expect(hrefs.join()).not.toContain('sp__link');
  await page.click('#away b');
  await started(page);
  expect(await ids(page)).toEqual([anonymousId, undefined]);
  expect(page.url()).toBe(`http://www.partner.com:${site.port}/offer?x=1&y=a+b#z`);
  const events = await site.stored(2);
  expect(events.at(-1)?.context.page.url).not.toContain('sp__link');
});

test('an old link, or a link to somebody who is known by name, changes nobody', async () => {
  const stale = await open('partner.com', `/?sp__link=stranger~${Date.now() - 121_000}`);
  expect((await ids(stale))[0]).not.toBe('stranger');
  expect(stale.url()).not.toContain('sp__link');
  await stale.evaluate(() => window.spectacle.identify('ada'));
  const before = await ids(stale);
  await open('partner.com', `/?sp__link=stranger~${Date.now()}`, stale);
  expect(await ids(stale)).toEqual(before);
});

test('the collector is asked to set the cookies when it may, once for each change', async () => {
  options({ serverCookies: true });
  const page = await open();
  const [anonymousId] = await ids(page);
  await page.evaluate(() => {
    window.spectacle.identify('ada');
    window.spectacle.group('acme');
    window.spectacle.page();
  });
  await site.stored(4);
  expect(site.cookieCalls.map(({ body }) => body)).toEqual([
    { writeKey: 'ws_site', anonymousId },
    { writeKey: 'ws_site', anonymousId, userId: 'ada' },
  ]);
  await page.waitForFunction(() => document.cookie.includes('sp__from_server'));
});

test('the click that brought the visitor stays with what they do in this session, and makes no second arrival', async () => {
  const page = await open('localhost', '/?gclid=abc&utm_source=google');
  await page.evaluate(() => window.spectacle.track('Looked'));
  await open('localhost', '/next', page);
  await page.evaluate(() => window.spectacle.track('Signed Up'));
  const events = await site.stored((all) => all.some(({ event }) => event === 'Signed Up'));
  const clicks = new Map(
    events.map(({ type, event, context }) => [event ?? `${type} ${context.page.path}`, context.clickIds]),
  );
  expect(Object.fromEntries(clicks)).toEqual({
    'page /': { gclid: 'abc' },
    Looked: { gclid: 'abc' },
    'page /next': undefined,
    'Signed Up': { gclid: 'abc' },
  });
});
