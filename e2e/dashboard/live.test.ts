import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acmeStory } from './acme.ts';
import { type Dashboard, openDashboard } from './openDashboard.ts';

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await openDashboard();
});
afterAll(() => dashboard.close());

test('from the link that the first start prints to the page of the first company, with nothing but what the screen says', async () => {
  const { page, complaints } = await dashboard.visitAsStranger(dashboard.firstLink);
  await page.getByRole('heading', { level: 1, name: 'Installation' }).waitFor();
  await page.getByText('Waiting for your first event').waitFor();
  const snippet = await page.getByRole('tabpanel', { name: 'Script' }).locator('pre').textContent();
  // An empty file on one's disk will do.
  const site = await page.context().newPage();
  const file = join(dashboard.directory, 'first.html');
  await writeFile(file, `<!doctype html><title>First</title>${snippet}`);
  await site.goto(pathToFileURL(file).href);
  await page.getByText('Events are arriving.').waitFor();
  const calls = await page.getByRole('list', { name: 'First steps' }).locator('pre').textContent();
  await site.evaluate(`${calls}`);
  await page.getByRole('link', { name: 'Open Acme Inc.' }).click();
  await page.getByRole('heading', { level: 1, name: 'Acme Inc.' }).waitFor();
  await page.getByText('Ada Lovelace').first().waitFor();
  expect(complaints).toEqual([]);
  await dashboard.send(...acmeStory);
});

test('events appear as they come, the refused ones with the reason', async () => {
  const { page } = await dashboard.visit('/live');
  await page.getByText('Listening').waitFor();
  await page.getByRole('button', { name: 'Send a test event' }).click();
  await page.getByText('Spectacle test event').waitFor();
  await dashboard.send({ type: 'track', messageId: 'bad', event: 'Nobody did this' });
  const refused = page.getByRole('listitem').filter({ has: page.getByLabel('rejected') });
  await refused.waitFor();
  await dashboard.send({
    type: 'track',
    messageId: 'warned',
    userId: 'ada',
    event: 'Odd money',
    properties: { revenue: '9.95' },
  });
  const warned = page.getByRole('listitem').filter({ hasText: 'Odd money' });
  await warned.getByLabel('accepted with warnings').waitFor();
  await warned.getByRole('button').click();
  await warned.getByText('"messageId": "warned"').waitFor();
  await page.getByLabel('Verdict').selectOption('rejected');
  await warned.waitFor({ state: 'detached' });
  expect(await refused.count()).toBe(1);
});

test('while paused nothing moves, and what came meanwhile is there afterwards', async () => {
  const { page } = await dashboard.visit('/live');
  await page.getByText('Listening').waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await dashboard.send({ type: 'track', messageId: 'later', userId: 'ada', event: 'While paused' });
  await page.getByText('Paused').waitFor();
  expect(await page.getByText('While paused').count()).toBe(0);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('While paused').waitFor();
});

test('settings are saved and decide what a lead is', async () => {
  const { page } = await dashboard.visit('/settings/workspace');
  await page.getByLabel('Cut-off events').fill('Trial Started');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await page.goto(`${dashboard.url}/companies/company_123`);
  await page
    .getByRole('img', { name: /^3 people/ })
    .getByText('Lead: Trial Started')
    .waitFor();
});
