import type { Browser, Page } from 'playwright-core';
import { renderSnippet } from 'spectacle-js/snippet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { type ServedSpectacle, serveSpectacle } from '../clients/servedSpectacle.ts';
import { serveCustomerSite } from './customerSite.ts';

interface Calls {
  page(): void;
  identify(...args: unknown[]): void;
  group(...args: unknown[]): void;
  track(...args: unknown[]): void;
  flush(): Promise<void>;
}
declare global {
  interface Window {
    spectacle: Calls & { inited?: boolean };
  }
}

let spectacle: ServedSpectacle;
let site: Awaited<ReturnType<typeof serveCustomerSite>>;
let browser: Browser;

beforeAll(async () => {
  spectacle = await serveSpectacle();
  site = await serveCustomerSite(renderSnippet({ workspaceId: spectacle.workspaceId, baseUrl: spectacle.url }));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await spectacle?.close();
});

/** A visitor of the site in a browser profile of its own. */
async function visit(path: string): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(`thrown: ${error.message}`));
  await page.goto(site.origin + path);
  await page.waitForFunction(() => window.spectacle.inited);
  return { page, errors };
}

test('two browsers, one company: the ad click before the sign-up is on its page', async () => {
  const ada = await visit('/pricing?utm_source=google&utm_medium=cpc&utm_campaign=brand-emea');
  await ada.page.evaluate(() => window.spectacle.flush());
  await ada.page.evaluate(async () => {
    window.spectacle.identify('ada', { email: 'ada@acme.example', name: 'Ada Lovelace' });
    window.spectacle.group('company_123', { name: 'Acme Inc.', plan: 'enterprise' });
    await window.spectacle.flush();
  });
  const bob = await visit('/docs');
  await bob.page.evaluate(async () => {
    window.spectacle.identify('bob', { email: 'bob@acme.example', name: 'Bob Builder' });
    window.spectacle.group('company_123');
    await window.spectacle.flush();
  });

  expect(await spectacle.group('company_123')).toMatchObject({
    traits: { name: 'Acme Inc.', plan: 'enterprise' },
    members: 2,
    visits: 2,
    firstTouch: { channel: 'Paid Search', source: 'google', campaign: 'brand-emea' },
  });
  const { events } = await spectacle.timeline('company_123');
  expect(events.at(-1)).toMatchObject({ type: 'page', anonymous: true, userId: null, personId: 'user:ada' });
  expect([...ada.errors, ...bob.errors]).toEqual([]);

  const app = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await app.goto(spectacle.url);
  await app.getByRole('tab', { name: 'Token' }).click();
  await app.getByLabel('Access token').fill(spectacle.token);
  await app.keyboard.press('Enter');
  await app.getByText('Acme Inc.').first().click();
  await app.getByRole('heading', { name: 'Acme Inc.' }).waitFor();
  await app.getByText('2 people').first().waitFor();
  for (const name of ['Ada Lovelace', 'Bob Builder', 'anonymous then, linked later']) {
    await app.getByText(name).first().waitFor();
  }
});

test('the documented calls work word for word', async () => {
  const { page, errors } = await visit('/');
  await page.evaluate(async () => {
    const { spectacle } = window;
    spectacle.identify('carol', {});
    spectacle.group('documented', {
      name: 'Acme Inc.',
      industry: 'Technology',
      employees: 329,
      plan: 'enterprise',
      annualRevenue: '5000000',
      region: 'EMEA',
      customerSince: '2022-01-15',
    });
    await spectacle.flush();
  });
  expect((await spectacle.group('documented'))?.traits).toEqual({
    name: 'Acme Inc.',
    industry: 'Technology',
    employees: 329,
    plan: 'enterprise',
    annualRevenue: '5000000',
    region: 'EMEA',
    customerSince: '2022-01-15',
  });
  expect(errors).toEqual([]);
});

test.each(['https://coolcompany.com', 'www.coolcompany.com', 'coolcompany.com'])(
  'website %j gives the domain coolcompany.com',
  async (website) => {
    const { page } = await visit('/');
    const groupId = `web-${website.length}`;
    await page.evaluate(
      async ([id, url]) => {
        window.spectacle.group(id, { website: url });
        await window.spectacle.flush();
      },
      [groupId, website],
    );
    // A question waits for the derivation, but not for ever.
    await expect
      .poll(async () => (await spectacle.group(groupId))?.special, { timeout: 30_000 })
      .toMatchObject({ domain: 'coolcompany.com' });
  },
);

test('wrong calls throw nothing, send nothing wrong, and say what to do', async () => {
  const { page, errors } = await visit('/');
  await page.evaluate(async () => {
    const { spectacle } = window;
    spectacle.group();
    spectacle.group('');
    spectacle.group('   ');
    spectacle.group(null);
    spectacle.group({});
    spectacle.group(Number.NaN);
    spectacle.group('undefined');
    spectacle.group('[object Object]');
    spectacle.group('careful', 'not an object');
    await spectacle.flush();
  });
  expect(errors).toHaveLength(9);
  for (const error of errors) expect(error).toMatch(/group/);
  expect(await spectacle.group('careful')).toMatchObject({ members: 1, traits: {} });
  for (const id of ['undefined', 'null', 'NaN', '[object Object]']) {
    expect(await spectacle.group(encodeURIComponent(id))).toBeUndefined();
  }
});

test('whoever calls group again is in the new company', async () => {
  const { page } = await visit('/');
  await page.evaluate(async () => {
    window.spectacle.identify('dora');
    window.spectacle.group('before');
    await window.spectacle.flush();
    window.spectacle.group('after');
    await window.spectacle.flush();
  });
  expect((await spectacle.members('after')).members.map((member) => member.personId)).toEqual(['user:dora']);
  expect((await spectacle.members('before')).members).toEqual([]);
});
