import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acmeStory, at } from './acme.ts';
import { type Dashboard, openDashboard } from './openDashboard.ts';

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await openDashboard();
  await dashboard.send(...acmeStory, ...bobLeaves);
});
afterAll(() => dashboard.close());

/** Bob goes to another company, where a payment in another currency is his. */
const bobLeaves: object[] = [
  { type: 'group', messageId: 'l1', userId: 'bob', groupId: 'company_9', timestamp: at(25), traits: { name: 'Nine' } },
  {
    type: 'track',
    messageId: 'l2',
    userId: 'bob',
    event: 'Invoice Paid',
    timestamp: at(26),
    properties: { revenue: 170_000, currency: 'JPY', transactionId: 'in_2' },
  },
];

const ruleNames = (page: Page) => page.getByLabel(/^Channel of rule/).evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value)); // biome-ignore format: one look

test('channel rules: made, tried on the visits so far, put in order by keyboard and mouse, and saved', async () => {
  const { page, complaints } = await dashboard.visit('/settings/channels');
  await page.getByText('No rules: all visits are told apart by the default ones.').waitFor();
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByText('Say of each rule its channel').waitFor();
  await page.getByLabel('Channel of rule 1').fill('Brand');
  await page.getByLabel('Field, condition 1 of rule 1').selectOption('campaign');
  await page.getByLabel('Comparison, condition 1 of rule 1').selectOption('starts with');
  await page.getByLabel('Value, condition 1 of rule 1').fill('brand-');
  await page.getByText(/^1 of \d visits so far would come through another channel/).waitFor();
  const move = page.getByRole('list', { name: 'Moves' }).getByRole('listitem');
  expect(await move.textContent()).toMatch(/^Paid SearchBrandby rule 11 visitsuch as google \/ cpc · brand-emea/);

  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByLabel('Channel of rule 2').fill('Everything paid');
  await page.getByLabel('Field, condition 1 of rule 2').selectOption('medium');
  await page.getByLabel('Value, condition 1 of rule 2').fill('cpc');
  await page.getByLabel('Channel of rule 2').press('Alt+ArrowUp');
  await page.getByText('Everything paid is now rule 1 of 2.').waitFor();
  await page.getByRole('button', { name: 'Move rule 1 down' }).click();
  expect(await ruleNames(page)).toEqual(['Brand', 'Everything paid']);
  const cards = page.getByRole('list', { name: /^Rules/ }).locator(':scope > li');
  await cards.nth(1).locator('[draggable]').dragTo(cards.nth(0));
  await expect.poll(() => ruleNames(page)).toEqual(['Everything paid', 'Brand']);
  await page.getByRole('button', { name: 'Remove rule 1' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved. The visits so far have moved.').waitFor();
  await page.goto(`${dashboard.url}/attribution?range=2026-01-01..2026-01-31`);
  await page.getByRole('row').filter({ hasText: 'Brand' }).waitFor();
  expect(complaints).toEqual([]);
});

test('exchange rates: what is missing is said, and a file of the European Central Bank mends it', async () => {
  const { page, complaints } = await dashboard.visit('/settings/rates');
  await page.getByText('Counted nowhere, for want of an exchange rate: 1 payment of ¥170,000.').waitFor();
  const csv = 'Date,USD,JPY,\n2026-01-26,1.10,170,\n2026-01-23,N/A,nonsense,\n';
  const file = { name: 'eurofxref.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.getByLabel('Choose a CSV file').setInputFiles(file);
  await page.getByText('2 rates kept, 1 row not.').waitFor();
  await page.getByLabel('Range').selectOption('all');
  await page.getByText(/^Line 3: /).waitFor();
  const table = page.getByRole('region', { name: 'Exchange rates by day' });
  expect(await table.getByRole('row').filter({ hasText: 'JPY' }).textContent()).toBe('2026-01-26JPY170');
  await page.getByText('Counted nowhere').waitFor({ state: 'detached' });
  // 170,000 yen are 1,000 euros, and these 1,100 dollars.
  await page.goto(`${dashboard.url}/companies/company_9`);
  await page.getByText('$1,100.00 paid').waitFor();
  expect(complaints).toEqual([]);
});

test('webhooks: a secret is made and shown once, and what came with it is told', async () => {
  const { page, complaints } = await dashboard.visit('/settings/webhooks');
  const card = page.getByRole('region', { name: 'Any other payment system' });
  await card.getByText('Not set up').waitFor();
  const address = `${dashboard.url}/webhooks/payments/${dashboard.workspaceId}`;
  await card.getByText(address).waitFor();
  await card.getByRole('button', { name: 'Make a secret' }).click();
  await card.getByText('Copy the secret now.').waitFor();
  const secret = (await card.locator('pre').textContent()) ?? '';
  const send = async (signedWith: string) => {
    const body = JSON.stringify({ id: 'p1', amount: 500, currency: 'USD', customer: { userId: 'ada' } });
    const seconds = Math.floor(Date.now() / 1000);
    const v1 = createHmac('sha256', signedWith).update(`${seconds}.${body}`).digest('hex');
    const headers = { 'content-type': 'application/json', 'spectacle-signature': `t=${seconds},v1=${v1}` };
    return (await fetch(address, { method: 'POST', headers, body })).status;
  };
  expect([await send(secret), await send('not the secret')]).toEqual([200, 400]);
  await page.reload();
  await card.getByText('just now').first().waitFor();
  expect(await card.locator('dt').allTextContents()).toEqual(['Last received', 'Last refused']);
  expect(await card.locator('pre').count()).toBe(0);
  await card.getByRole('button', { name: 'Remove …' }).click();
  await card.getByRole('button', { name: 'Take no more' }).click();
  await card.getByText('Not set up').waitFor();
  expect(complaints).toEqual([]);
});

test('the membership mode says which companies it changes before it is saved', async () => {
  const { page, complaints } = await dashboard.visit('/settings/workspace');
  await page.getByLabel('Whose events make a company’s story').selectOption('history');
  await page.getByText('2 of 2 companies would have other numbers.').waitFor();
  await page.getByText('1 person was in more than one').waitFor();
  const table = page.getByRole('region', { name: 'Companies that change most' });
  // Three of Bob’s events, one of them a visit, stay with Acme.
  expect(
    await table
      .getByRole('row', { name: /Acme Inc\./ })
      .locator('td')
      .first()
      .textContent(),
  ).toMatch(/^\d+ → \d+$/);
  await page.getByRole('button', { name: 'Discard' }).click();
  await table.waitFor({ state: 'detached' });

  // Nobody erases events by a number alone.
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await page.getByLabel('Keep events').fill('400');
  expect(await save.isDisabled()).toBe(true);
  await page.getByLabel('Saving erases all events older than 400 days.').check();
  expect(await save.isEnabled()).toBe(true);
  await page.getByLabel('Keep events').fill('40');
  expect(await save.isDisabled()).toBe(true);
  expect(complaints).toEqual([]);
});

test('revenue is filtered in the main unit of the currency', async () => {
  const { page } = await dashboard.visit('/companies');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.keyboard.type('revenue >= 4000');
  await page.keyboard.press('Enter');
  await page.getByText('1 company match').waitFor();
  expect(new URL(page.url()).searchParams.get('filter')).toBe('revenue >= 400000');
  await page.getByRole('button', { name: 'Revenue is at least 4000' }).waitFor();
});
