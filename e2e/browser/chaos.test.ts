import { expect, test } from 'vitest';
import { runChaos } from './chaos.ts';
import { launchChromium } from './chromium.ts';

const lives = Number(process.env.SPECTACLE_CHAOS_LIVES ?? 60);
const seed = Number(process.env.SPECTACLE_CHAOS_SEED ?? 4);

test(`through ${lives} page lives of chaos no stored event is lost, and none counts twice`, async () => {
  const browser = await launchChromium();
  try {
    const figures = await runChaos(browser, lives, seed);
    console.log('chaos', JSON.stringify(figures, null, 2));
    expect(figures.missing).toEqual([]);
    expect(figures.doubled).toEqual([]);
    expect(figures.accepted).toBeGreaterThan(lives);
  } finally {
    await browser.close();
  }
}, 600_000);
