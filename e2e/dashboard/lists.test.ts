import { readFile } from 'node:fs/promises';
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

const rows = (page: Page) => page.getByRole('grid').locator('[data-row]');
const matching = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor();

test('a filter is typed, a column sorted, and the address says both', async () => {
  const { page, complaints } = await dashboard.visit('/companies');
  await matching(page, '61 companies');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.keyboard.type('employees >= 590');
  await page.keyboard.press('Enter');
  await matching(page, '2 companies match');
  await page.getByRole('button', { name: 'People' }).click();
  await page.getByRole('columnheader', { name: 'People' }).and(page.locator('[aria-sort=descending]')).waitFor();
  const address = new URL(page.url());
  expect(address.searchParams.getAll('filter')).toEqual(['employees >= 590']);
  expect(address.searchParams.get('sort')).toBe('-members');

  const again = await dashboard.visit(address.pathname + address.search);
  await matching(again.page, '2 companies match');
  expect(complaints).toEqual([]);
});

test('a filter is built by clicking, changed, and removed', async () => {
  const { page } = await dashboard.visit('/companies');
  await matching(page, '61 companies');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('option', { name: 'region' }).click();
  await page.getByLabel('Value').fill('EMEA');
  await page.getByRole('button', { name: 'Apply' }).click();
  await matching(page, '30 companies match');
  await page.getByRole('button', { name: 'region is EMEA', exact: true }).click();
  await page.getByLabel('Comparison').selectOption('is not');
  await page.getByRole('button', { name: 'Apply' }).click();
  await matching(page, '31 companies match');
  await page.getByRole('button', { name: 'Remove the filter' }).click();
  await matching(page, '61 companies');
});

test('a moment is filtered by a day', async () => {
  const { page } = await dashboard.visit('/companies');
  await matching(page, '61 companies');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('option', { name: 'Last seen' }).click();
  await page.getByLabel('Value').fill('2026-01-02');
  await page.getByRole('button', { name: 'Apply' }).click();
  await matching(page, '1 company match');
  await page.getByRole('button', { name: 'Last seen since 2026-01-02', exact: true }).waitFor();
});

test('search finds, and says so when there is nothing', async () => {
  const { page } = await dashboard.visit('/companies');
  await matching(page, '61 companies');
  await page.keyboard.press('/');
  await page.keyboard.type('acme');
  await matching(page, '1 company match');
  await page.getByRole('searchbox').fill('nobody of that name');
  await page.getByText('No company matches').waitFor();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await matching(page, '61 companies');
});

test('any trait becomes a column, and the view is saved by name', async () => {
  const { page } = await dashboard.visit('/companies');
  await matching(page, '61 companies');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByLabel('Find a column').fill('region');
  await page.getByLabel('region', { exact: true }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'region' }).waitFor();
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByLabel('Name of the view').fill('By region');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'All companies' }).click();
  await page.getByRole('columnheader', { name: 'region' }).waitFor({ state: 'detached' });
  // It is kept on the server, so that it is there wherever one comes from.
  await page.evaluate(() => localStorage.clear());
  await page.goto(`${dashboard.url}/companies`);
  await page.getByRole('button', { name: 'By region', exact: true }).click();
  await page.getByRole('columnheader', { name: 'region' }).waitFor();
  await page.getByRole('button', { name: 'Delete the view By region' }).click();
  await page.getByRole('button', { name: 'By region', exact: true }).waitFor({ state: 'detached' });
});

test('j and k move through the rows, Enter opens one, and the way back is kept', async () => {
  const { page } = await dashboard.visit('/companies?sort=name');
  await rows(page).first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.locator('[data-row="0"]:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Acme Inc.' }).waitFor();
  expect(await page.title()).toBe('Acme Inc. · Spectacle');
});

test('the way back leads to the place where one was', async () => {
  const { page } = await dashboard.visit('/companies?sort=name');
  await rows(page).first().waitFor();
  await page.getByRole('grid').hover();
  await page.mouse.wheel(0, 900);
  await page.getByText('Neighbour 040').click();
  await page.getByRole('heading', { level: 1, name: 'Neighbour 040' }).waitFor();
  await page.goBack();
  await page.getByText('Neighbour 040').waitFor();
  expect(await page.locator('[data-scroller]').evaluate((list) => list.scrollTop)).toBeGreaterThan(600);
});

test('the palette goes to a company, and g p to the people', async () => {
  const { page } = await dashboard.visit('/companies');
  await rows(page).first().waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('acme');
  await page.getByRole('option', { name: 'acme.example' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Acme Inc.' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  await page.getByText('Ada Lovelace').waitFor();
});

test('the export holds the whole list, without live formulas', async () => {
  await dashboard.send({
    type: 'group',
    messageId: 'f1',
    userId: 'f',
    groupId: 'company_f',
    traits: { name: '=HYPERLINK("http://x")' },
  });
  const { page } = await dashboard.visit('/companies');
  await rows(page).first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv.trim().split('\n').length).toBeGreaterThanOrEqual(63);
  expect(csv).not.toMatch(/(^|,)"?=HYPERLINK/m);
});
