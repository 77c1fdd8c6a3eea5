import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acmeStory } from './acme.ts';
import { type Dashboard, openDashboard, type View } from './openDashboard.ts';

let dashboard: Dashboard;
let ada: View;
let bob: View;
beforeAll(async () => {
  dashboard = await openDashboard();
  await dashboard.send(...acmeStory);
});
afterAll(() => dashboard.close());

const password = 'a pony for everybody';

const narrow = { width: 390, colorScheme: 'dark' } as const;
const wide = { width: 1440, colorScheme: 'light' } as const;

/** Nothing for axe to find, nothing wider than the window, no complaint of the browser but of what was refused on purpose. */
async function expectSound({ page, complaints }: View, ...looks: (typeof narrow | typeof wide)[]): Promise<void> {
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  expect(complaints.splice(0).filter((text) => !/^Failed to load resource: .* status of 4/.test(text))).toEqual([]);
}

async function inviteFrom(page: Page, email: string, role: string): Promise<string> {
  await page.getByLabel('Email of whom to invite').fill(email);
  await page.getByLabel('Role', { exact: true }).selectOption(role);
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const link = await page.getByText(/\/invitation#/).textContent();
  return new URL(link ?? '').pathname + new URL(link ?? '').hash;
}

test('with the token of the installation one invites oneself, and is in by a password from then on', async () => {
  const token = await dashboard.visit('/settings/team');
  await token.page.getByText('Nobody has an account yet.').waitFor();
  const link = await inviteFrom(token.page, 'ada@acme.example', 'owner');
  await token.page.getByText('as an owner, until').waitFor();
  await expectSound(token, narrow, wide);
  ada = await dashboard.visitAsStranger(link);
  await ada.page.getByRole('heading', { name: 'Join ws_dashboard' }).waitFor();
  await expectSound(ada, narrow);
  await ada.page.getByLabel('Your name').fill('Ada Lovelace');
  await ada.page.getByLabel('Password').fill('too short');
  await ada.page.keyboard.press('Enter');
  await ada.page.getByRole('alert').getByText('this one has 9').waitFor();
  await ada.page.getByLabel('Password').fill(password);
  await ada.page.keyboard.press('Enter');
  await ada.page.getByRole('heading', { name: 'Companies' }).waitFor();
  await ada.page.goto(`${dashboard.url}${link}`);
  await ada.page.reload();
  await ada.page.getByRole('heading', { name: 'This invitation is over' }).waitFor();
});

test('a viewer sees what everybody sees, and what it may not do with the reason', async () => {
  await ada.page.goto(`${dashboard.url}/settings/team`);
  bob = await dashboard.visitAsStranger(await inviteFrom(ada.page, 'bob@acme.example', 'viewer'));
  await bob.page.getByLabel('Password').fill('the other pony here');
  await bob.page.keyboard.press('Enter');
  await bob.page.getByRole('link', { name: 'Team' }).click();
  await bob.page.getByText('Owners of the workspace can invite people and change roles; you are a viewer.').waitFor();
  await bob.page.getByRole('list', { name: 'Team' }).getByText('Ada Lovelace').waitFor();
  expect(await bob.page.getByRole('button', { name: /Remove|Invite/ }).count()).toBe(0);
  expect(await bob.page.getByRole('link', { name: 'Tokens' }).count()).toBe(0);
  await bob.page.goto(`${dashboard.url}/live`);
  expect(await bob.page.getByRole('button', { name: 'Send a test event' }).isDisabled()).toBe(true);
  await bob.page.goto(`${dashboard.url}/companies/company_123`);
  await bob.page.getByRole('button', { name: 'Actions' }).click();
  await bob.page.getByRole('menuitem', { name: 'Export the timeline' }).waitFor();
  expect(await bob.page.getByRole('menuitem', { name: 'Forget' }).count()).toBe(0);
});

test('an owner changes a role and removes somebody, who is told so', async () => {
  await ada.page.goto(`${dashboard.url}/settings/team`);
  await ada.page.getByLabel('Role of bob@acme.example').selectOption('member');
  await ada.page.getByRole('listitem').filter({ hasText: 'bob@acme.example' }).waitFor();
  await expectSound(ada, narrow, wide);
  await bob.page.goto(`${dashboard.url}/live`);
  expect(await bob.page.getByRole('button', { name: 'Send a test event' }).isEnabled()).toBe(true);
  await ada.page.getByLabel('Role of Ada Lovelace').selectOption('viewer');
  await ada.page.getByRole('alert').getByText('This is the last owner').waitFor();
  await ada.page.getByRole('button', { name: 'Remove bob@acme.example' }).click();
  await ada.page.getByRole('button', { name: 'Remove from the team' }).click();
  await ada.page.getByText('bob@acme.example').waitFor({ state: 'detached' });
  await bob.page.reload();
  await bob.page.getByRole('heading', { name: 'No workspace is open to you' }).waitFor();
  await bob.page.getByRole('button', { name: 'Log out' }).click();
  await bob.page.getByRole('heading', { name: 'Log in to Spectacle' }).waitFor();
});

test('logging in with a password elsewhere, and logging out everywhere', async () => {
  const { page, complaints } = bob;
  await page.getByLabel('Email', { exact: true }).fill('ada@acme.example');
  await page.getByLabel('Password', { exact: true }).fill('not this one, is it?');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('The email address or the password is wrong.').waitFor();
  await expectSound({ page, complaints }, wide);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page
    .getByRole('heading', { name: 'Companies' })
    .or(page.getByRole('heading', { name: 'Live' }))
    .waitFor();

  await ada.page.getByRole('link', { name: 'Your account' }).click();
  const sessions = ada.page.getByRole('list', { name: 'Logged in' }).getByRole('listitem');
  await sessions.nth(1).waitFor();
  await expectSound(ada, narrow, wide);
  await ada.page.getByRole('button', { name: 'Log out everywhere else' }).click();
  await sessions.nth(1).waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('heading', { name: 'Log in to Spectacle' }).waitFor();

  await ada.page.getByLabel('Present password').fill(password);
  await ada.page.getByLabel('New password').fill('another pony for all');
  await ada.page.getByRole('button', { name: 'Change the password' }).click();
  await ada.page.getByText('Changed.').waitFor();
});

test('an account makes a workspace, which leads to its installation, and finds all of them in the menu', async () => {
  await ada.page.getByRole('button', { name: 'ws_dashboard' }).click();
  await ada.page.getByRole('menuitem', { name: 'New workspace' }).click();
  await ada.page.getByLabel('Name', { exact: true }).fill('The second');
  await ada.page.keyboard.press('Enter');
  await ada.page.getByRole('button', { name: 'The second' }).waitFor();
  await ada.page.getByText('Waiting for your first event').waitFor();
  await expectSound(ada, narrow, wide);
  await ada.page.getByRole('button', { name: 'The second' }).click();
  await ada.page.getByRole('menuitemradio', { name: 'ws_dashboard' }).click();
  await ada.page.getByRole('button', { name: 'ws_dashboard' }).click();
  await ada.page.getByRole('menuitemradio', { name: 'The second' }).click();
  await ada.page.getByRole('button', { name: 'The second' }).waitFor();
});

test('on a phone the workspace stands at the top, with all that its menu has', async () => {
  await ada.page.setViewportSize({ width: narrow.width, height: 844 });
  await expectSound(ada, narrow);
  await ada.page.getByRole('button', { name: 'The second' }).click();
  await ada.page.getByRole('menuitem', { name: 'Log out' }).waitFor();
  await ada.page.getByRole('menuitemradio', { name: 'ws_dashboard' }).click();
  const menu = ada.page.getByRole('button', { name: 'ws_dashboard' });
  await menu.press('Enter');
  await ada.page.getByRole('menuitem', { name: 'New workspace' }).press('Enter');
  await ada.page.getByRole('dialog', { name: 'New workspace' }).getByRole('button', { name: 'Cancel' }).click();
  await ada.page.getByRole('dialog', { name: 'New workspace' }).waitFor({ state: 'detached' });
  expect(await menu.evaluate((button) => button === document.activeElement), 'the focus is back').toBe(true);
  await ada.page.getByRole('button', { name: 'Search', exact: true }).click();
  await ada.page.getByRole('dialog', { name: 'Go to anything' }).waitFor();
  await ada.page.keyboard.press('Escape');
  await menu.click();
  await ada.page.getByRole('menuitem', { name: 'Your account' }).click();
  await ada.page.getByRole('button', { name: 'Switch to The second' }).waitFor();
  await menu.click();
  await ada.page.getByRole('menuitemradio', { name: 'The second' }).click();
  // Elsewhere on the page "The second" is there before the switch is done.
  await ada.page.getByRole('banner').getByRole('button', { name: 'The second' }).waitFor();
  await ada.page.setViewportSize({ width: wide.width, height: 900 });
});

test('the account’s page lists the other workspaces, and logs out', async () => {
  await ada.page.goto(`${dashboard.url}/settings/account`);
  await ada.page.getByRole('button', { name: 'Switch to ws_dashboard' }).waitFor();
  await ada.page.getByRole('button', { name: 'Log out', exact: true }).click();
  await ada.page.getByRole('heading', { name: 'Log in to Spectacle' }).waitFor();
});
