// Takes the pictures in docs/screenshots/ of a running Spectacle with demo data: every page, wide and narrow, light and
// dark. Bundle it with esbuild, or start it with a Node that runs TypeScript:
//   SPECTACLE_URL=http://127.0.0.1:8765 SPECTACLE_TOKEN=… node e2e/dashboard/screenshots.ts
// The names of pages after it are the only ones that are taken: … screenshots.ts attribution channels
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GroupList, MemberList, Session } from '@spectacle/server/answers';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../browser/chromium.ts';
import { type Pixels, palettePng } from './palettePng.ts';

const url = process.env.SPECTACLE_URL ?? 'http://127.0.0.1:8765';
const token = process.env.SPECTACLE_TOKEN;
const only = process.argv.slice(2);
const wanted = (name: string) => only.length === 0 || only.includes(name);
const folder = join(process.cwd(), 'docs/screenshots');
if (!token) throw new Error('Set SPECTACLE_TOKEN to a token of the workspace whose pages are to be taken.');

/** What is done on a page before its picture is taken; nothing of it is saved. */
const prepared: Record<string, (page: Page) => Promise<void>> = {
  channels: async (page) => {
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByLabel('Channel of rule 1').fill('Review sites');
    await page.getByLabel('Field, condition 1 of rule 1').selectOption('referrer');
    await page.getByLabel('Value, condition 1 of rule 1').fill('g2.com');
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByLabel('Channel of rule 2').fill('Retargeting');
    await page.getByLabel('Field, condition 1 of rule 2').selectOption('campaign');
    await page.getByLabel('Comparison, condition 1 of rule 2').selectOption('starts with');
    await page.getByLabel('Value, condition 1 of rule 2').fill('retargeting');
    await page.getByText('by rule 2').first().waitFor();
  },
  'settings-membership': async (page) => {
    await page.getByLabel('Whose events make a company’s story').selectOption('history');
  },
};

const browser = await launchChromium();
try {
  await mkdir(folder, { recursive: true });
  await takeAll(browser, token);
} finally {
  await browser.close();
}

async function takeAll(chromium: Browser, secret: string): Promise<void> {
  const drawing = await chromium.newPage();
  const stranger = await chromium.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
  const known = await chromium.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
  const login = await known.request.post(`${url}/api/session`, { data: { token: secret } });
  if (!login.ok()) throw new Error(`The login answered ${login.status()}: ${await login.text()}`);
  const { workspaceId } = (await login.json()) as Session;
  const ask = async <Answer>(path: string) =>
    (await (await known.request.get(`${url}/api/workspaces/${workspaceId}/${path}`)).json()) as Answer;

  // A company with a few people and a paid plan shows most; its first member is the person.
  const { groups } = await ask<GroupList>('groups?limit=200&sort=-revenue');
  const company =
    groups.find((group) => group.members >= 4 && group.members <= 7 && group.firstTouch?.channel !== 'Direct') ??
    groups[0];
  if (!company) throw new Error('The workspace has no company. Fill it with: npx spectacle demo');
  const { members } = await ask<MemberList>(`groups/${encodeURIComponent(company.groupId)}/members?limit=100`);
  const person = members.toSorted((a, b) => (a.firstSeen ?? '').localeCompare(b.firstSeen ?? ''))[0];

  const pages: Record<string, string> = {
    companies: '/companies',
    company: `/companies/${encodeURIComponent(company.groupId)}`,
    people: '/people',
    person: `/people/${encodeURIComponent(person?.personId ?? '')}`,
    attribution: '/attribution',
    'attribution-compared': '/attribution?by=campaign&compare=first',
    'attribution-journeys': '/attribution?row=value%3APaid+Search',
    journeys: '/journeys',
    funnels:
      '/funnels?step=page%3A%2Fpricing&step=track%3ATrial+Started&step=track%3APayment+Received&within=90&by=channel',
    retention: '/retention?period=month&range=12m',
    trends: '/trends?by=channel',
    live: '/live',
    installation: '/settings/installation',
    settings: '/settings/workspace',
    'settings-membership': '/settings/workspace',
    channels: '/settings/channels',
    spend: '/settings/spend',
    rates: '/settings/rates',
    webhooks: '/settings/webhooks',
    tokens: '/settings/tokens',
    team: '/settings/team',
    account: '/settings/account',
  };
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    for (const theme of ['light', 'dark'] as const) {
      const take = async (context: typeof known, name: string, path: string) => {
        const page = await context.newPage();
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme: theme });
        await page.goto(`${url}${path}`);
        await settled(page);
        await prepared[name]?.(page);
        await settled(page);
        const file = `${name}-${width}-${theme}.png`;
        const png = palettePng(await pixelsOf(drawing, await page.screenshot()));
        await writeFile(join(folder, file), png);
        console.log(`${file} ${Math.round(png.length / 1024)} kB`);
        await page.close();
      };
      for (const [name, path] of Object.entries(pages)) if (wanted(name)) await take(known, name, path);
      if (wanted('login')) await take(stranger, 'login', '/companies');
    }
  }
}

/** Waits until nothing is loading any more, all charts are drawn, and the fonts are there. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(
    () =>
      !document.querySelector(
        '[role=status][aria-label=Loading], [aria-busy=true], [data-chart]:not([data-chart=drawn])',
      ),
  );
  await page.evaluate(() => document.fonts.ready);
  // Two frames: what a measurement changes is drawn in the second.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Lets the browser read a picture that the browser took. */
async function pixelsOf(drawing: Page, png: Buffer): Promise<Pixels> {
  const { width, height, data } = await drawing.evaluate(
    async (address) => {
      const picture = await createImageBitmap(await (await fetch(address)).blob());
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      if (!canvas) throw new Error('This browser draws nothing.');
      canvas.drawImage(picture, 0, 0);
      const bytes = canvas.getImageData(0, 0, picture.width, picture.height).data;
      let text = '';
      for (let start = 0; start < bytes.length; start += 32_768)
        text += String.fromCharCode(...bytes.subarray(start, start + 32_768));
      return { width: picture.width, height: picture.height, data: btoa(text) };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  return { width, height, rgba: Buffer.from(data, 'base64') };
}
