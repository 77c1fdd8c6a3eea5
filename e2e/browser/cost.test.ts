import { expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { measureCost, median } from './cost.ts';

test('starting and fifty calls force no layout and make no synchronous request; what they cost is printed', async () => {
  const browser = await launchChromium();
  try {
    const { calls, runs, longestTask, forcedLayouts, synchronousRequests } = await measureCost(browser, 9);
    console.log(
      `main-thread CPU, median of ${runs.length}: script, load and 50 calls ${median(calls).toFixed(2)} ms, ` +
        `with storing and sending ${median(runs).toFixed(2)} ms, longest task ${longestTask.toFixed(2)} ms`,
    );
    expect(forcedLayouts).toBe(0);
    expect(synchronousRequests).toBe(0);
  } finally {
    await browser.close();
  }
}, 120_000);
