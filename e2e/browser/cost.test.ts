import { expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { measureCost } from './cost.ts';

test('starting and fifty calls force no layout and make no synchronous request; what they cost is printed', async () => {
  const browser = await launchChromium();
  try {
    const { median, runs, longestTask, forcedLayouts, synchronousRequests } = await measureCost(browser, 9);
    const list = runs.map((run) => run.toFixed(1)).join(', ');
    console.log(
      `load + 50 calls: ${median.toFixed(2)} ms of main-thread CPU (median of ${list}), longest task ${longestTask.toFixed(2)} ms`,
    );
    expect(forcedLayouts).toBe(0);
    expect(synchronousRequests).toBe(0);
  } finally {
    await browser.close();
  }
}, 120_000);
