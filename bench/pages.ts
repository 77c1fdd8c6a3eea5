// How long the web app needs on a large store: from the answer of the API to the painted data, page by page, and the frames of
// scrolling through all companies. SPECTACLE_BENCH_EVENTS and SPECTACLE_BENCH_STORE as for `query`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launchChromium } from '../e2e/browser/chromium.ts';
import { fill } from './query/fill.ts';
import { median, whole, writeSection } from './results.ts';
import { startServer, temporary, token } from './server.ts';

const events = Number(process.env.SPECTACLE_BENCH_EVENTS ?? 50_000_000);
const directory = process.env.SPECTACLE_BENCH_STORE ?? temporary();
const turns = 5;
const frame = 1000 / 60;

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof launchChromium>>['newPage']>>;

if (!existsSync(join(directory, 'store'))) await fill({ directory }, events, Math.max(10, Math.round(events / 200)));
const server = await startServer(directory);
// What a former run left to derive is not what is measured here.
while ((await server.metric('spectacle_projection_backlog')) > 0) await sleep(500);
const browser = await launchChromium();
try {
  const visitor = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
  const login = await visitor.request.post(`${server.url}/api/session`, { data: { token } });
  if (!login.ok()) throw new Error(`The login answered ${login.status()}.`);
  const pages: Record<string, string> = {
    Companies: '/companies',
    'A company': '/companies/company_997',
    People: '/people',
    'A person': '/people/user%3Auser_7919',
    Attribution: '/attribution?range=90d',
    Journeys: '/journeys?range=90d',
    Retention: '/retention?range=90d',
    Trends: '/trends?range=90d',
  };
  const rows: string[] = [];
  for (const [name, path] of Object.entries(pages)) {
    const answers: number[] = [];
    const paints: number[] = [];
    for (let turn = -1; turn < turns; turn++) {
      const { answered, painted } = await open(await visitor.newPage(), server.url + path);
      if (turn < 0) continue;
      answers.push(answered);
      paints.push(painted - answered);
    }
    console.log(
      `${name.padEnd(12)} answered after ${whole(median(answers))} ms, painted ${whole(median(paints))} ms later`,
    );
    rows.push(
      `| ${name} | ${whole(median(answers))} ms | ${whole(median(paints))} ms | ${whole(Math.max(...paints))} ms |`,
    );
  }
  const frames = await scroll(await visitor.newPage(), `${server.url}/companies`);
  const late = frames.filter((milliseconds) => milliseconds > 1.5 * frame).length;
  const lines = [
    `Scrolling through the companies for ${whole(frames.reduce((sum, each) => sum + each, 0))} ms: ${whole(frames.length)} frames, median ${median(frames).toFixed(1)} ms,`,
    `${late} of them later than one and a half sixtieths of a second, the longest ${whole(Math.max(...frames))} ms.`,
  ];
  console.log(lines.join('\n'));
  writeSection('pages', 'Pages of the web app', [
    `A store of ${whole(events)} events, Chromium on the same machine without a graphics card. From opening the address to the last answer`,
    `of the API that the page needs, and from there until its data is painted and nothing loads any more; medians of ${turns}.`,
    '',
    '| page | answered after | painted | at most |',
    '|---|---|---|---|',
    ...rows,
    '',
    ...lines,
  ]);
} finally {
  await browser.close();
  await server.stop();
  if (process.env.SPECTACLE_BENCH_STORE === undefined) server.remove();
}

/** Milliseconds from the start of the navigation. */
async function open(page: Page, address: string): Promise<{ answered: number; painted: number }> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const painted = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const loading = '[role=status][aria-label=Loading], [aria-busy=true], [data-chart]:not([data-chart=drawn])';
        let since: number | undefined;
        const look = () => {
          const now = performance.now();
          // For half a second nothing has been loading.
          if (document.querySelector(loading)) since = undefined;
          else since ??= now;
          if (since !== undefined && now - since > 500) done(since);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  const answered = await page.evaluate((end) => {
    const answers = performance
      .getEntriesByType('resource')
      .map((entry) => entry as PerformanceResourceTiming)
      .filter(({ name, responseEnd }) => name.includes('/api/') && responseEnd > 0 && responseEnd <= end);
    return Math.max(0, ...answers.map(({ responseEnd }) => responseEnd));
  }, painted);
  await page.close();
  return { answered, painted };
}

/** Milliseconds of each frame while the wheel turns. */
async function scroll(page: Page, address: string): Promise<number[]> {
  await page.goto(address);
  await page.getByRole('row').nth(20).waitFor();
  await page.mouse.move(700, 500);
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const count = () => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    Object.assign(window, { frames });
  });
  for (let turn = 0; turn < 150; turn++) await page.mouse.wheel(0, 400);
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames);
  await page.close();
  return frames;
}
