import { afterAll, beforeAll, expect, test } from 'vitest';
import { acmeStory } from './acme.ts';
import { type Dashboard, openDashboard } from './openDashboard.ts';

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await openDashboard();
  await dashboard.send(...acmeStory);
});
afterAll(() => dashboard.close());

test('a token is made, opens the pages, may change nothing, and is revoked', async () => {
  const { page } = await dashboard.visit('/settings/tokens');
  await page.getByLabel('What the token is for').fill('A colleague');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const token = (await page.getByText('Copy it now').locator('code').textContent()) ?? '';

  const stranger = await dashboard.visitAsStranger('/settings/workspace');
  await stranger.page.getByRole('tab', { name: 'Token' }).click();
  await stranger.page.getByLabel('Access token').fill(token);
  await stranger.page.keyboard.press('Enter');
  await stranger.page
    .getByText('Owners of the workspace can change these; this token is as good as a viewer.')
    .waitFor();
  expect(await stranger.page.getByRole('link', { name: 'Tokens' }).count()).toBe(0);
  await stranger.page.goto(`${dashboard.url}/settings/tokens`);
  await stranger.page.getByText('This is not open to you').waitFor();

  await page.getByRole('button', { name: 'Revoke A colleague' }).click();
  await page.getByRole('button', { name: 'Revoke for good' }).click();
  await page.getByText('A colleague').waitFor({ state: 'detached' });
  await stranger.page.goto(`${dashboard.url}/companies`);
  await stranger.page.getByLabel('Access token').waitFor();
});
