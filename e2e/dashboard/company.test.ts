import { afterAll, beforeAll, expect, test } from 'vitest';
import { acmeStory, hostile } from './acme.ts';
import { type Dashboard, openDashboard } from './openDashboard.ts';

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await openDashboard();
  await dashboard.send(...acmeStory);
});
afterAll(() => dashboard.close());

test('the company’s page tells its story: who, since when, by which ad, on which plan, how much', async () => {
  const { page, complaints } = await dashboard.visit('/companies/company_123');
  const header = page.locator('main header');
  await header.getByText('Acme Inc.').first().waitFor();
  await header.getByText('was starter until').waitFor();
  const story = ((await header.textContent()) ?? '').replace(/\s+/g, ' ');
  expect(story).toContain('acme.example');
  expect(story).toContain('329 employees');
  expect(story).toContain('2 people');
  expect(story).toContain('Paid Search · google / cpc · brand-emea');
  expect(story).toContain('$4,400.00 paid');
  const journey = page.getByRole('img', { name: /^2 people, \d visits, 11 events/ });
  await journey.waitFor();
  await journey.getByText('$4,400').waitFor();
  await journey.locator('text', { hasText: 'starter' }).waitFor();
  expect(complaints).toEqual([]);
});

test('a hollow visit says why it counts, and a click opens the event', async () => {
  const { page } = await dashboard.visit('/companies/company_123');
  const hollow = page.locator('section[aria-label^=Journey] circle.fill-page').first();
  await hollow.waitFor();
  await hollow.hover();
  await page.getByText(/Anonymous then\. The same browser said who it is on Jan 8/).waitFor();
  await hollow.click();
  const details = page.getByRole('complementary', { name: 'Event' });
  await details.getByText('Anonymous when it happened.').waitFor();
  await details.getByText('Paid Search').first().waitFor();
  expect(new URL(page.url()).searchParams.get('event')).toBe('a1');
  await page.keyboard.press('k');
  await page.waitForFunction(() => new URLSearchParams(location.search).get('event') === 'a2');
  await page.keyboard.press('Escape');
  await details.waitFor({ state: 'detached' });
});

test('wheel, drag and keys move through time', async () => {
  const { page } = await dashboard.visit('/companies/company_123');
  const plot = page.locator('section[aria-label^=Journey]');
  const whole = page.getByRole('button', { name: 'Show all of it' });
  await plot.locator('svg').waitFor();
  expect(await whole.isDisabled()).toBe(true);
  await plot.hover();
  await page.mouse.wheel(0, -300);
  await page.locator('button[aria-label="Show all of it"]:enabled').waitFor();
  const labels = () => plot.locator('svg > g').first().textContent();
  const before = await labels();
  await plot.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await labels()).not.toBe(before);
  await page.keyboard.press('0');
  await page.locator('button[aria-label="Show all of it"]:disabled').waitFor();
});

test('the timeline is narrowed to visits, to money, and to one person', async () => {
  const { page } = await dashboard.visit('/companies/company_123');
  const list = page.getByRole('button', { pressed: false }).filter({ has: page.locator('time') });
  await list.first().waitFor();
  await page.getByRole('button', { name: 'Money', exact: true }).click();
  await page.waitForFunction(() => document.querySelectorAll('button > time').length === 1);
  expect(new URL(page.url()).searchParams.get('show')).toBe('money');
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.getByTitle('Only Bob Noyce in the timeline').click();
  await page.waitForFunction(() => document.querySelectorAll('button > time').length === 3);
});

test('a membership leads to the call that said so', async () => {
  const { page } = await dashboard.visit('/companies/company_123');
  await page.getByRole('link', { name: 'since Jan 12' }).click();
  await page.getByRole('complementary', { name: 'Event' }).getByText('bob@acme.example').first().waitFor();
  expect(new URL(page.url()).searchParams.get('event')).toBe('b1');
});

test('a trait shows what it was before', async () => {
  const { page } = await dashboard.visit('/companies/company_123');
  await page.getByRole('button', { name: 'History of plan, 2 values' }).last().click();
  const history = page.getByRole('dialog', { name: 'History of plan' });
  expect(await history.textContent()).toBe('Jan 20enterpriseJan 8starter');
});

test('markup in traits, titles and event names is text', async () => {
  const { page, complaints } = await dashboard.visit('/companies/company_123?event=b3');
  await page.getByRole('complementary', { name: 'Event' }).getByRole('heading', { name: hostile }).waitFor();
  expect(await page.getByText(hostile).count()).toBeGreaterThanOrEqual(3);
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
  expect(complaints).toEqual([]);
});

test('a person’s page says why it is one person', async () => {
  const { page, complaints } = await dashboard.visit('/companies/company_123');
  await page.getByRole('link', { name: 'Ada Lovelace' }).last().click();
  await page.getByRole('heading', { level: 1, name: 'Ada Lovelace' }).waitFor();
  await page.getByText('A browser first seen together with the user ada').last().waitFor();
  await page.getByRole('link', { name: 'identify of Jan 8' }).last().click();
  await page
    .getByRole('complementary', { name: 'Event' })
    .getByRole('heading', { name: 'Identified ada@acme.example' })
    .waitFor();
  await page.getByRole('img', { name: /in 2 lanes/ }).waitFor();
  expect(complaints).toEqual([]);
});

test('a company nobody has heard of is an error in words', async () => {
  const { page } = await dashboard.visit('/companies/nobody');
  await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
});

test('a person is forgotten after the name was typed, and the company is left without', async () => {
  const { page } = await dashboard.visit('/people/user%3Abob');
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Forget …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Forget Bob Noyce' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  const actions = page.getByRole('button', { name: 'Actions' });
  expect(await actions.evaluate((button) => button === document.activeElement), 'the focus is back').toBe(true);
  await actions.press('Enter');
  await page.getByRole('menuitem', { name: 'Forget …' }).press('Enter');
  expect(await dialog.getByRole('button', { name: 'Forget for good' }).isDisabled()).toBe(true);
  await dialog.getByLabel('Type Bob Noyce to go on').fill('Bob Noyce');
  await dialog.getByRole('button', { name: 'Forget for good' }).click();
  await dialog.getByText('Removed: 3 events').waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByText('1 person', { exact: true }).waitFor();
  await page.goto(`${dashboard.url}/companies/company_123`);
  await page.getByRole('img', { name: /^1 person, \d visits, 8 events/ }).waitFor();
});
