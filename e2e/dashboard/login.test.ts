import { afterAll, beforeAll, expect, test } from 'vitest';
import { acmeStory } from './acme.ts';
import { type Dashboard, openDashboard } from './openDashboard.ts';

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await openDashboard();
  await dashboard.send(...acmeStory);
});
afterAll(() => dashboard.close());

test('a shared link asks for the token, then opens what was shared', async () => {
  const { page } = await dashboard.visitAsStranger('/companies/company_123');
  // While nobody has an account, nothing else can work.
  await page.getByRole('tab', { name: 'Token', selected: true }).waitFor();
  await page.getByLabel('Access token').fill('not a token');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('alert').getByText('This token opens nothing.').waitFor();
  await page.getByLabel('Access token').fill(dashboard.token);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Acme Inc.' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/companies/company_123');
});

test('logging out ends the session everywhere in the browser', async () => {
  const { page } = await dashboard.visitAsStranger('/');
  await page.getByRole('tab', { name: 'Email and password' }).click();
  await page.getByRole('button', { name: 'access token' }).click();
  await page.getByLabel('Access token').fill(dashboard.token);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'ws_dashboard' }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await page.getByLabel('Access token').waitFor();
  await page.goto(`${dashboard.url}/people`);
  await page.getByLabel('Access token').waitFor();
});

test('another workspace opens with a token of its own, and nothing of the first is left', async () => {
  const made = await fetch(`${dashboard.url}/api/workspaces`, {
    method: 'POST',
    headers: { authorization: `Bearer ${dashboard.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ workspaceId: 'ws_other' }),
  });
  const { token } = (await made.json()) as { token: string };
  const { page } = await dashboard.visitAsStranger('/companies');
  await page.getByLabel('Access token').fill(dashboard.token);
  await page.keyboard.press('Enter');
  await page.getByText('Acme Inc.').waitFor();
  await page.getByRole('button', { name: 'ws_dashboard' }).click();
  await page.getByRole('menuitem', { name: 'Another workspace' }).click();
  const dialog = page.getByRole('dialog', { name: 'Another workspace' });
  await dialog.getByText('Made from here: ws_other').waitFor();
  await dialog.getByLabel('Access token').fill('wrong');
  await page.keyboard.press('Enter');
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Access token').fill(token);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'ws_other' }).waitFor();
  await page.goto(`${dashboard.url}/companies`);
  await page.getByText('No company yet').waitFor();
});

test('the link that the first start prints logs in once, and afterwards says what does', async () => {
  const { page } = await dashboard.visitAsStranger(dashboard.firstLink);
  await page.getByText('Acme Inc.').waitFor();
  const elsewhere = await dashboard.visitAsStranger(dashboard.firstLink);
  await elsewhere.page.getByText('This link was used already').waitFor();
  expect(elsewhere.page.url()).not.toContain('#');
  await elsewhere.page.getByLabel('Access token').fill(dashboard.token);
  await elsewhere.page.keyboard.press('Enter');
  await elsewhere.page.getByText('Acme Inc.').waitFor();
});

test('with a token, a new workspace has a token of its own, shown this once', async () => {
  const { page, complaints } = await dashboard.visitAsStranger('/companies');
  await page.getByLabel('Access token').fill(dashboard.token);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'ws_dashboard' }).click();
  await page.getByRole('menuitem', { name: 'New workspace' }).click();
  const dialog = page.getByRole('dialog', { name: 'New workspace' });
  await dialog.getByLabel('Name').fill('Acme staging');
  await page.keyboard.press('Enter');
  await dialog.getByRole('heading', { name: 'Acme staging is made' }).waitFor();
  expect(await dialog.locator('pre').textContent()).toMatch(/^sp_/);
  await dialog.getByRole('button', { name: 'Go to its installation' }).click();
  await page.getByRole('button', { name: 'Acme staging' }).waitFor();
  await page.getByRole('heading', { level: 1, name: 'Installation' }).waitFor();
  expect(complaints.filter((text) => !text.includes('status of 401'))).toEqual([]);
});

test('a chosen theme stays, and is there before the first paint', async () => {
  const { page } = await dashboard.visit('/companies');
  await page.getByRole('button', { name: 'ws_dashboard' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.reload({ waitUntil: 'commit' });
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
  await page.getByRole('heading', { name: 'Companies' }).waitFor();
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(background).toBe('rgb(17, 17, 20)');
});
