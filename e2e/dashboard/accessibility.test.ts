import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acmeStory, neighbours } from './acme.ts';
import { type Dashboard, openDashboard } from './openDashboard.ts';

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await openDashboard();
  await dashboard.send(...acmeStory, ...neighbours);
});
afterAll(() => dashboard.close());

/** Settings of the team and of the account are looked at with people in them: accounts.test.ts. */
const pages = {
  '/companies': 'Companies',
  '/companies?filter=plan+is+pro&q=nobody': 'Companies',
  '/companies/company_123': 'Acme Inc.',
  '/companies/company_123?event=a1': 'Acme Inc.',
  '/people': 'People',
  '/people/user%3Aada': 'Ada Lovelace',
  '/attribution?range=2026-01-01..2026-01-31': 'Attribution',
  '/attribution?range=2026-01-01..2026-01-31&compare=first': 'Attribution',
  '/attribution?range=2026-01-01..2026-01-31&row=value%3APaid+Search': 'Attribution',
  '/journeys?range=2026-01-01..2026-01-31': 'Journeys',
  '/funnels?range=2026-01-01..2026-01-31&by=traits.plan': 'Funnels',
  '/retention?range=2026-01-01..2026-01-31': 'Retention',
  '/trends?range=2026-01-01..2026-01-31&by=channel': 'Trends',
  '/live': 'Live',
  '/settings/installation': 'Installation',
  '/settings/workspace': 'Settings',
  '/settings/channels': 'Channel rules',
  '/settings/spend': 'Ad spend',
  '/settings/rates': 'Exchange rates',
  '/settings/webhooks': 'Webhooks',
  '/settings/tokens': 'Tokens',
};

/** Without frames (legacy mode) and without a list of what is right: a third of the time, and the same complaints. */
const axe = (page: Page) => new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);

test.each(Object.entries(pages))('%s: axe finds nothing, wide and light, narrow and dark', async (path, heading) => {
  for (const [width, dark] of [
    [1440, false],
    [390, true],
  ] as const) {
    const { page, complaints } = await dashboard.visit(path, { width, dark });
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.waitForFunction(() => !document.querySelector('[role=status][aria-label=Loading]'));
    const { violations } = await axe(page).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, 'the page is not wider than the window').toBeLessThanOrEqual(width);
    expect(complaints).toEqual([]);
    await page.close();
  }
});

/** What opens above a page: where it is, and which buttons lead to it, one after the other. */
const opened: [path: string, ...buttons: string[]][] = [
  ['/companies', 'ws_dashboard'],
  ['/companies', 'ws_dashboard', 'New workspace'],
  ['/companies', 'ws_dashboard', 'Another workspace'],
  ['/companies', 'Search'],
  ['/companies', 'Filter'],
  ['/companies', 'Columns'],
  ['/companies?filter=plan+is+pro', 'Save view'],
  ['/companies/company_123', 'Actions'],
  ['/companies/company_123', 'Actions', 'Forget'],
];

test('axe finds nothing in menus, pickers and dialogs that are open, nor with the menu of a phone', async () => {
  const { page, complaints } = await dashboard.visit('/companies');
  for (const [path, ...buttons] of opened) {
    await page.keyboard.press('Escape');
    if (!page.url().endsWith(path)) await page.goto(`${dashboard.url}${path}`);
    for (const name of buttons)
      await page
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .or(page.getByRole('menuitem', { name }))
        .first()
        .click();
    await page.locator('dialog[open], [data-popover], [role=menu]').first().waitFor();
    const { violations } = await axe(page).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
    expect(found, `${path}: ${buttons.join(', ')}`).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 500 });
  await page.goto(`${dashboard.url}/people`);
  // By keyboard: axe wants a focus inside of what scrolls, and after a click it is on the menu itself.
  await page.getByRole('button', { name: 'More' }).press('Enter');
  const menu = page.getByRole('menu');
  await menu.waitFor();
  const { violations } = await axe(page).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  expect((await menu.boundingBox())?.y, 'all of the menu can be reached').toBeGreaterThanOrEqual(0);
  expect(complaints).toEqual([]);
  await page.close();
});

test('axe finds nothing on the page where one logs in', async () => {
  const { page } = await dashboard.visitAsStranger('/companies', { width: 390, dark: true });
  await page.getByRole('heading', { name: 'Log in to Spectacle' }).waitFor();
  const { violations } = await axe(page).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
});

test('the first page needs less than 250 kB of compressed JavaScript', async () => {
  const { page } = await dashboard.visit('/companies');
  await page.getByRole('grid').waitFor();
  const addresses = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.endsWith('.js')),
  );
  const { gzipSync } = await import('node:zlib');
  let bytes = 0;
  for (const address of addresses) bytes += gzipSync(Buffer.from(await (await fetch(address)).arrayBuffer())).length;
  expect(addresses.length).toBeGreaterThan(1);
  expect(
    addresses.filter((name) => name.includes('Chart')),
    'a page without a chart fetches none',
  ).toEqual([]);
  expect(bytes).toBeLessThan(250_000);
});
