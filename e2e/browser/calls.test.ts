import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { complaintsOf, started } from './spectacleOf.ts';
import { type StandIn, startStandIn } from './standInCollector.ts';

let browser: Browser;
let site: StandIn;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  site = await startStandIn();
  page = await (await browser.newContext()).newPage();
  return async () => {
    await page.context().close();
    await site.close();
  };
});

test('the calls of a page, made before the script is there, arrive in order as one batch', async () => {
  site.page.body = `<script>
    spectacle.identify('u1', { email: 'ada@acme.com' });
    spectacle.group('company_123', { name: 'Acme Inc.', plan: 'enterprise', employees: 329, customerSince: '2022-01-15' });
    spectacle.track('Report Exported', { format: 'csv' });
  </script>`;
  const before = Date.now();
  await page.goto(
    `${site.origin}/pricing?utm_source=google&utm_medium=cpc&utm_campaign=spring&sp_term=b2b&gclid=abc#top`,
  );
  const events = await site.stored(4);
  expect(site.batches).toHaveLength(1);
  expect(site.batches[0]).toMatchObject({ writeKey: 'ws_site', sentAt: expect.stringMatching(/^\d{4}-.*Z$/) });
  expect(events.map(({ type }) => type)).toEqual(['page', 'identify', 'group', 'track']);

  const [view, identify, group, track] = events;
  const url = `${site.origin}/pricing?utm_source=google&utm_medium=cpc&utm_campaign=spring&sp_term=b2b&gclid=abc#top`;
  expect(view).toMatchObject({
    properties: { title: 'Site /pricing', url, path: '/pricing', hash: '#top', referrer: '' },
    context: {
      page: { title: 'Site /pricing', url, path: '/pricing', referrer: '' },
      campaign: { source: 'google', medium: 'cpc', name: 'spring', term: 'b2b' },
      clickIds: { gclid: 'abc' },
      locale: 'en-US',
      timezone: expect.any(String),
      userAgent: expect.stringContaining('Chrome'),
      userAgentData: { mobile: false },
      screen: { width: 1280, height: 720, density: 1, innerWidth: 1280, innerHeight: 720 },
      library: { name: 'spectacle-js', version: '0.1.0' },
    },
  });
  expect(view?.userId).toBeUndefined();
  expect(identify).toMatchObject({ userId: 'u1', traits: { email: 'ada@acme.com' } });
  expect(group).toMatchObject({
    userId: 'u1',
    groupId: 'company_123',
    traits: { name: 'Acme Inc.', plan: 'enterprise', employees: 329, customerSince: '2022-01-15' },
  });
  expect(track).toMatchObject({ userId: 'u1', event: 'Report Exported', properties: { format: 'csv' } });
  expect(new Set(events.map(({ anonymousId }) => anonymousId)).size).toBe(1);
  expect(new Set(events.map(({ messageId }) => messageId)).size).toBe(4);
  for (const { timestamp } of events) expect(Date.parse(timestamp)).toBeGreaterThanOrEqual(before);
});

test('what the page calls is readable at once', async () => {
  await page.goto(site.origin);
  await started(page);
  const read = await page.evaluate(() => {
    const anonymous = window.spectacle.anonymousId();
    window.spectacle.identify('u1', { email: 'ada@acme.com' });
    window.spectacle.group('acme', { plan: 'pro' });
    const user = window.spectacle.user();
    return [
      anonymous === user.anonymousId(),
      user.id(),
      user.traits(),
      window.spectacle.groupId(),
      window.spectacle.groupTraits(),
    ];
  });
  expect(read).toEqual([true, 'u1', { email: 'ada@acme.com' }, 'acme', { plan: 'pro' }]);
});

test('code written for Segment runs unchanged: options, callbacks, categories, ready', async () => {
  site.page.snippet = { alias: 'analytics' };
  site.page.body = `<script>
    window.done = [];
    analytics.ready(function () { done.push('ready'); });
    analytics.identify('u1', { email: 'ada@acme.com' }, { context: { groupId: 'acme' } }, function () { done.push('identify'); });
    analytics.track('Paid', { revenue: 9995 }, { timestamp: new Date('2026-01-02T03:04:05.678Z') }, function () { done.push('track'); });
    analytics.page('Docs', 'Install', { version: 3 }, function () { done.push('page'); });
    analytics.alias('u2', 'u1');
    analytics.track('No properties', function () { done.push('short'); });
  </script>`;
  await page.goto(site.origin);
  const events = await site.stored(6);
  expect(events.map(({ type }) => type)).toEqual(['page', 'identify', 'track', 'page', 'alias', 'track']);
  expect(events[1]?.context).toMatchObject({ groupId: 'acme', library: { name: 'spectacle-js' } });
  expect(events[2]?.timestamp).toBe('2026-01-02T03:04:05.678Z');
  expect(events[3]?.properties).toMatchObject({ category: 'Docs', name: 'Install', version: 3 });
  expect(events[4]).toMatchObject({ userId: 'u2', previousId: 'u1' });
  await page.waitForFunction(() => (window as unknown as { done: string[] }).done.length === 5);
  expect(await page.evaluate(() => window.analytics.user().anonymousId() === window.spectacle.anonymousId())).toBe(
    true,
  );
});

test('a wrong call throws nothing, sends nothing wrong and says what to do', async () => {
  const complaints = complaintsOf(page);
  await page.goto(site.origin);
  await started(page);
  await page.evaluate(() => {
    const { spectacle } = window as unknown as { spectacle: Record<string, (...args: unknown[]) => void> };
    const circle: Record<string, unknown> = {};
    circle.circle = circle;
    spectacle.group?.();
    spectacle.group?.('');
    spectacle.group?.(null, { name: 'Acme' });
    spectacle.group?.({ name: 'Acme' });
    spectacle.track?.('Too large', { text: 'x'.repeat(40_000) });
    spectacle.track?.('Circular', circle);
    spectacle.track?.('Huge', { number: BigInt(1) });
    spectacle.group?.(Symbol('acme'));
    spectacle.group?.('acme', 'pro');
    spectacle.track?.('Last');
  });
  const events = await site.stored((all) => all.some(({ event }) => event === 'Last'));
  expect(events.map(({ type, event, groupId, traits }) => [type, event ?? groupId, traits])).toEqual([
    ['page', undefined, undefined],
    ['group', 'acme', undefined],
    ['track', 'Last', undefined],
  ]);
  expect(complaints).toHaveLength(9);
  expect(complaints[0]).toContain('Pass the id of the group in your database');
  expect(complaints.filter((text) => text.startsWith('thrown'))).toEqual([]);
});

test('the stub of an older snippet, without order and times, works too', async () => {
  site.page.snippet = false;
  site.page.body = `<script>
    window.spectacle = { qs: { identify: [['u1']], track: [['x', { a: 1 }]], page: [[]], group: [], reset: [] }, ws: 'ws_old', lo: {}, m: [] };
  </script><script async src="/ws_old.js"></script>`;
  await page.goto(site.origin);
  await site.stored(3);
  expect(site.batches[0]?.writeKey).toBe('ws_old');
});

test('one script element alone starts for the workspace in its address', async () => {
  site.page.snippet = false;
  site.page.body = '<script src="/ws_alone.js"></script><script>spectacle.page()</script>';
  await page.goto(site.origin);
  await site.stored(1);
  expect(site.batches[0]?.writeKey).toBe('ws_alone');
});

test('the script loaded twice counts once', async () => {
  site.page.body = '<script async src="/spectacle.js"></script>';
  await page.goto(site.origin);
  await started(page);
  await page.evaluate(() => window.spectacle.track('Last'));
  const events = await site.stored((all) => all.some(({ event }) => event === 'Last'));
  expect(events.map(({ type }) => type)).toEqual(['page', 'track']);
});

test('it runs under a strict Content Security Policy with Trusted Types, and evaluates nothing', async () => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) violations.push(message.text());
  });
  site.page.snippet = { nonce: 'n0nce', options: { trackPages: true, linkDomains: ['other.test'] } };
  site.page.headers = {
    'content-security-policy':
      "default-src 'none'; script-src 'nonce-n0nce'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  };
  site.page.body = '<a href="http://other.test/">other</a>';
  await page.goto(site.origin);
  await site.stored(1);
  await page.evaluate(() => {
    const link = document.querySelector('a');
    link?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    history.pushState({}, '', '/next');
  });
  await site.stored(2);
  expect(violations).toEqual([]);
});
