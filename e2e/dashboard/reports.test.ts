import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acmeStory, at, hostile } from './acme.ts';
import { type Dashboard, openDashboard } from './openDashboard.ts';

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await openDashboard();
  await dashboard.send(...acmeStory, ...eveStory);
});
afterAll(() => dashboard.close());

/** Somebody of another company: came by a campaign whose name is markup, signed up the next day, and was back a week later. */
const eveStory: object[] = [
  {
    type: 'page',
    messageId: 'e1',
    anonymousId: 'eve-phone',
    timestamp: at(6),
    properties: {
      url: `https://www.acme-vendor.example/pricing?utm_source=news&utm_medium=email&utm_campaign=${encodeURIComponent(hostile)}`,
      path: '/pricing',
      title: 'Pricing',
    },
    context: { location: { country: 'DE' } },
  },
  {
    type: 'identify',
    messageId: 'e2',
    anonymousId: 'eve-phone',
    userId: 'eve',
    timestamp: at(7),
    traits: { name: 'Eve', companyId: 'company_777', companyName: 'Umbrella' },
  },
  { type: 'track', messageId: 'e3', userId: 'eve', event: 'Report Viewed', timestamp: at(14) },
];

const all = 'range=2026-01-01..2026-01-31';
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('button', { name }) });
const drawn = (page: Page) => page.locator('[data-chart=drawn] canvas').first().waitFor();
const unharmed = async (page: Page) => expect(await page.evaluate(() => 'harmed' in window)).toBe(false);

test('attribution: who earned what, to the cent, and over time', async () => {
  // Ada’s journey before she said who she is: an ad on 5 January, a direct visit on the 8th. She pays $4,400.
  const { page, complaints } = await dashboard.visit(`/attribution?${all}`);
  await rowOf(page, 'Paid Search').waitFor();
  expect(await rowOf(page, 'Paid Search').locator('td').allTextContents()).toEqual(['1', '0.5', '0.5', '$2,200.00']);
  await page.getByText('The rows add up to $4,400.00 of $4,400.00.').waitFor();
  await drawn(page);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const table = page.getByRole('region', { name: 'Revenue over time' });
  const first = table.getByRole('row').filter({ hasText: 'Jan 5' });
  expect(await first.textContent()).toContain('$2,200.00');
  await page.getByLabel('A point for each').selectOption('week');
  // The week from Monday, 5 January: the ad and the direct visit, three days apart.
  await page.waitForFunction(() => /Jan 5.*\$2,200\.00.*\$2,200\.00/.test(document.querySelector('section[aria-label="Revenue over time"]')?.textContent ?? '')); // biome-ignore format: one look
  expect(new URL(page.url()).searchParams.get('bucket')).toBe('week');
  expect(complaints).toEqual([]);
});

test('attribution: what was known on a past day, beside what is known today', async () => {
  // Everything was received today, so that on any day before nothing was known.
  const { page, complaints } = await dashboard.visit(`/attribution?${all}`);
  await rowOf(page, 'Paid Search').waitFor();
  await page.getByLabel('As known', { exact: true }).selectOption('then');
  await page.getByText(/differs most, \$2,200\.00 less than is known today/).waitFor();
  const cells = await rowOf(page, 'Paid Search').locator('td').allTextContents();
  expect(cells.slice(-3)).toEqual(['$0.00', '$2,200.00', '-100%']);
  const address = new URL(page.url());
  expect(address.searchParams.get('compare')).toBe('today');
  expect(address.searchParams.get('asOf')).toMatch(/^\d{4}-\d\d-\d\d$/);
  await page.getByLabel('As known', { exact: true }).selectOption('today');
  await page.getByText('The rows add up to $4,400.00 of $4,400.00.').waitFor();
  expect(complaints).toEqual([]);
});

test('attribution: what one looks at is saved by name, for whoever comes from elsewhere', async () => {
  const { page, complaints } = await dashboard.visit(`/attribution?${all}&model=first&by=campaign`);
  await rowOf(page, 'brand-emea').waitFor();
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByLabel('Name of the view').fill('First campaigns');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'First campaigns' }).waitFor();
  expect(complaints).toEqual([]);
  await page.evaluate(() => localStorage.clear());
  const elsewhere = await dashboard.visit('/attribution');
  await elsewhere.page.getByRole('button', { name: 'Views' }).click();
  await elsewhere.page.getByRole('button', { name: 'First campaigns', exact: true }).click();
  await rowOf(elsewhere.page, 'brand-emea').waitFor();
  expect(new URL(elsewhere.page.url()).search).toBe(new URL(page.url()).search.replace(/^\?(.*)$/, (_, text) => `?${text.split('&').toSorted().join('&')}`)); // biome-ignore format: one look
  await elsewhere.page.getByRole('button', { name: 'First campaigns' }).click();
  await elsewhere.page.getByRole('button', { name: 'Delete the view First campaigns' }).click();
  await elsewhere.page.getByText('No saved views yet.').waitFor();
});

test('attribution: another model is another answer, and the address says which', async () => {
  const { page } = await dashboard.visit(`/attribution?${all}`);
  await rowOf(page, 'Paid Search').waitFor();
  await page.getByLabel('Model', { exact: true }).selectOption('first');
  await page.getByText('Paid Search earned the most, $4,400.00').waitFor();
  await page.getByLabel('Compare with').selectOption('last');
  await page.getByText('First touch gives Paid Search $4,400.00 more').waitFor();
  await drawn(page);
  const address = new URL(page.url());
  expect(address.searchParams.get('model')).toBe('first');
  expect(address.searchParams.get('compare')).toBe('last');
});

test('attribution: by keyboard from a row to the journeys behind it, and back', async () => {
  const { page } = await dashboard.visit(`/attribution?${all}`);
  await rowOf(page, 'Paid Search').waitFor();
  await page.keyboard.press('j');
  await page.locator('[data-row="0"]:focus').waitFor();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('complementary', { name: 'Journeys behind Direct' });
  await drawer.getByRole('link', { name: 'Acme Inc.' }).waitFor();
  expect(await drawer.getByRole('listitem').textContent()).toContain('1 of 2 visits · 0.5 of the lead');
  await drawer.getByText('1 company, 0.5 leads, $2,200.00 by Linear').waitFor();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  await page.locator('[data-row="0"]:focus').waitFor();
});

test('attribution: the export is the report', async () => {
  const { page } = await dashboard.visit(`/attribution?${all}`);
  await rowOf(page, 'Paid Search').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.split('\r\n').find((line) => line.startsWith('Paid Search,'))).toContain(',220000,');
});

test('a campaign, a trait and an event full of markup are text in every report', async () => {
  for (const path of [
    `/attribution?${all}&by=campaign`,
    `/attribution?${all}&by=traits.motto`,
    `/journeys?${all}&by=campaign`,
    `/funnels?${all}&step=page:&step=${encodeURIComponent(`track:${hostile}`)}&by=traits.motto`,
    `/retention?${all}&by=traits.motto&key=${encodeURIComponent(hostile)}`,
    `/trends?${all}&event=${encodeURIComponent(`track:${hostile}`)}`,
  ]) {
    const { page, complaints } = await dashboard.visit(path);
    await page.getByText(hostile).first().waitFor();
    await unharmed(page);
    expect(complaints, path).toEqual([]);
    await page.close();
  }
});

test('a country is called by its name in every report, and by its code in the address', async () => {
  const { page, complaints } = await dashboard.visit(`/attribution?${all}&by=country`);
  await rowOf(page, 'Germany').getByRole('button').click();
  await page.getByRole('complementary', { name: 'Journeys behind Germany' }).waitFor();
  expect(new URL(page.url()).searchParams.get('row')).toBe('value:DE');
  await page.goto(`${dashboard.url}/funnels?${all}&by=country`);
  await page.getByRole('rowheader', { name: 'Germany' }).waitFor();
  await page.goto(`${dashboard.url}/retention?${all}&by=country`);
  await rowOf(page, 'Germany').getByRole('button').click();
  await page.getByRole('heading', { name: 'Cohorts of Germany' }).waitFor();
  expect(new URL(page.url()).searchParams.get('key')).toBe('DE');
  await page.goto(`${dashboard.url}/trends?${all}&by=country`);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('columnheader', { name: 'Germany' }).waitFor();
  expect(complaints).toEqual([]);
});

test('journeys: the flows between visits, and each way with what became of it', async () => {
  const { page, complaints } = await dashboard.visit(`/journeys?${all}`);
  await drawn(page);
  const row = page.getByRole('row').filter({ hasText: 'Paid Search' });
  expect(await row.locator('td').allTextContents()).toEqual(['1', '1', '1', '100%', '$4,400.00']);
  expect(complaints).toEqual([]);
});

test('funnels: steps are picked from what was seen, moved and removed', async () => {
  const { page, complaints } = await dashboard.visit(`/funnels?${all}`);
  await page.getByText('100% got as far as identified').waitFor();
  // Who types faster than the names come gets what is found among them all the same.
  let namesMayCome = () => {};
  const typed = new Promise<void>((resolve) => {
    namesMayCome = resolve;
  });
  await page.route('**/names', async (route) => {
    await typed;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.getByRole('button', { name: 'Step 3: any track event' }).click();
  await page.keyboard.type('Trial');
  await page.getByRole('option', { name: 'Event Trial' }).waitFor();
  namesMayCome();
  await page
    .getByRole('option', { name: /Trial Started/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('50% got as far as Trial Started').waitFor();
  expect(new URL(page.url()).searchParams.getAll('step')).toEqual(['page:', 'identify:', 'track:Trial Started']);
  await page.getByRole('button', { name: 'Move step 3 before step 2' }).click();
  await page.getByText('0% got as far as identified').waitFor();
  await page.getByRole('button', { name: 'Remove step 1' }).click();
  await page.getByRole('button', { name: 'Broken down by' }).click();
  await page.getByPlaceholder('Trait or property').fill('pla');
  await page.getByRole('option', { name: 'plan', exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('rowheader', { name: 'enterprise' }).waitFor();
  // A property that is in no list can be typed.
  await page.getByRole('button', { name: 'Broken down by' }).click();
  await page.getByPlaceholder('Trait or property').fill('unheard of');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'By unheard of' }).waitFor();
  expect(new URL(page.url()).searchParams.get('by')).toBe('properties.unheard of');
  expect(complaints).toEqual([]);
});

test('retention: who came back, cohort by cohort', async () => {
  const { page, complaints } = await dashboard.visit(`/retention?${all}`);
  await drawn(page);
  // Both companies began in the week of 5 January and did something in the next one.
  const cohort = page
    .getByRole('region', { name: 'Retention by cohort' })
    .getByRole('row')
    .filter({ hasText: 'Jan 5' });
  expect((await cohort.locator('td').allTextContents()).slice(0, 3)).toEqual(['2', '100%', '100%']);
  await page.getByText('100% come back in the week after their first').waitFor();
  expect(complaints).toEqual([]);
});

test('trends: how often, and to how many', async () => {
  const { page, complaints } = await dashboard.visit(`/trends?${all}&event=page:`);
  await drawn(page);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const week = page.getByRole('region', { name: 'events by week' }).getByRole('row').filter({ hasText: 'Jan 5' });
  expect(await week.locator('td').allTextContents()).toEqual(['4']);
  await page.getByLabel('Counted').selectOption('groups');
  const companies = page
    .getByRole('region', { name: 'companies by week' })
    .getByRole('row')
    .filter({ hasText: 'Jan 5' });
  await companies.waitFor();
  expect(await companies.locator('td').allTextContents()).toEqual(['2']);
  expect(complaints).toEqual([]);
});

test('a company’s page says who earned its revenue, by channel, by visit, and under all models', async () => {
  const { page, complaints } = await dashboard.visit('/companies/company_123');
  const credit = page.locator('section', { has: page.getByRole('heading', { name: 'Credit' }) });
  await credit.getByRole('row', { name: /Paid Search/ }).waitFor();
  expect(await credit.getByRole('row', { name: /Paid Search/ }).textContent()).toContain('50%$2,200.00');
  await credit.getByLabel('Model').selectOption('position');
  await credit.getByRole('button', { name: 'All models' }).click();
  const models = credit.getByRole('region', { name: 'All models side by side' });
  const paid = await models
    .getByRole('row', { name: /Paid Search/ })
    .locator('td')
    .allTextContents();
  expect(paid.slice(0, 4)).toEqual(['100%', '–', '100%', '50%']);
  await credit.getByRole('button', { name: 'Visits' }).click();
  await credit.getByRole('row', { name: /Jan 5.*Ada Lovelace.*Paid Search/ }).waitFor();
  expect(complaints).toEqual([]);
});

test('a person’s page has the same', async () => {
  const { page } = await dashboard.visit('/people/user%3Aada');
  const credit = page.locator('section', { has: page.getByRole('heading', { name: 'Credit' }) });
  await credit.getByRole('row', { name: /Paid Search/ }).waitFor();
});

test('ad spend comes as a file, says which lines are wrong, and makes a return on it', async () => {
  const { page, complaints } = await dashboard.visit('/settings/spend');
  await page.getByText('Nothing yet.').waitFor();
  const csv =
    'date,source,medium,campaign,cost,currency\n2026-01-05,google,cpc,brand-emea,1100.00,USD\nsoon,google,cpc,x,1,USD\n';
  await page
    .getByLabel('Choose a CSV file')
    .setInputFiles({ name: 'spend.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByText('1 row kept, 1 row not.').waitFor();
  await page.getByText(/^Line 3: /).waitFor();
  await page.getByRole('cell', { name: '$1,100.00' }).waitFor();
  await page.goto(`${dashboard.url}/attribution?${all}`);
  await rowOf(page, 'Paid Search').waitFor();
  expect((await rowOf(page, 'Paid Search').locator('td').allTextContents()).at(-1)).toBe('2×');
  expect(complaints).toEqual([]);
});

test('a cut-off event is picked from what was seen, and one that never was is marked', async () => {
  const { page } = await dashboard.visit('/settings/workspace');
  await page.getByRole('button', { name: 'Add Trial Started' }).click();
  await page.getByLabel('Cut-off events').fill('Trial Begun');
  await page.keyboard.press('Enter');
  await page.getByText('never seen').waitFor();
  await page.getByRole('button', { name: 'Remove Trial Begun' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
});

test('on a phone every place can be reached', async () => {
  const { page } = await dashboard.visit('/companies', { width: 390 });
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Retention' }).click();
  await page.getByRole('heading', { level: 1, name: 'Retention' }).waitFor();
});

test('g and a letter lead to the reports', async () => {
  const { page } = await dashboard.visit('/companies');
  for (const [key, title] of [
    ['a', 'Attribution'],
    ['j', 'Journeys'],
    ['f', 'Funnels'],
    ['r', 'Retention'],
    ['n', 'Trends'],
  ] as const) {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  }
});
