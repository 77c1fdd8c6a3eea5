import type { Browser } from 'playwright-core';
import { started } from './spectacleOf.ts';
import { startStandIn } from './standInCollector.ts';

/** What starting Spectacle and making fifty calls cost a page. */
export interface Cost {
  /** Milliseconds of CPU of the main thread for compiling and running the script, `load` and the calls, in each run. */
  calls: number[];
  /** The same with all that follows: timers, storing, sending, answers. */
  runs: number[];
  /** The longest single task of ours, in milliseconds of CPU, in any run. */
  longestTask: number;
  /** Layouts forced from the page's scripts. */
  forcedLayouts: number;
  synchronousRequests: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  tdur?: number;
  tid: number;
  pid: number;
  args: {
    data?: { url?: string; sync?: boolean; stackTrace?: unknown[]; name?: string };
    name?: string;
    beginData?: { stackTrace?: unknown[] };
  };
}

/** Work that script causes. Nested events are part of the outer one. */
const work = new Set([
  'v8.compile',
  'EvaluateScript',
  'FunctionCall',
  'TimerFire',
  'RunMicrotasks',
  'EventDispatch',
  'XHRReadyStateChange',
]);

/** The middle one of some figures. */
export function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
}

/** Traces `load` and 50 calls on an otherwise quiet page, each run in a new page of a new profile. */
export async function measureCost(browser: Browser, runs: number): Promise<Cost> {
  const site = await startStandIn();
  site.page.snippet = false;
  // A layout is due while the calls run, so that whoever asks for a size would have to pay for it.
  site.page.body = `<div style="width:50%">text</div><script src="/spectacle.js"></script><script>
    spectacle.load('ws_site');
    document.querySelector('div').style.width = '60%';
    spectacle.page();
    spectacle.identify('u1', { email: 'ada@acme.com', name: 'Ada' });
    spectacle.group('company_123', { name: 'Acme Inc.', plan: 'enterprise', employees: 329 });
    for (var n = 0; n < 47; n++) spectacle.track('Report Exported', { format: 'csv', rows: n, filters: ['a', 'b'] });
  </script>`;
  const cost: Cost = { calls: [], runs: [], longestTask: 0, forcedLayouts: 0, synchronousRequests: 0 };
  try {
    // Three more runs look for layouts forced from script, with stack traces, whose cost does not count.
    for (let run = -3; run < runs; run++) {
      const visitor = await browser.newContext();
      const page = await visitor.newPage();
      await browser.startTracing(page, {
        categories: ['devtools.timeline', ...(run < 0 ? ['disabled-by-default-devtools.timeline.stack'] : [])],
      });
      const before = site.events().length;
      await page.goto(site.origin);
      await started(page);
      await site.stored(before + 50);
      await page.evaluate(() => window.spectacle.flush());
      const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
      await visitor.close();

      const script = traceEvents.find(
        ({ name, args }) => name === 'EvaluateScript' && args.data?.url?.endsWith('/spectacle.js'),
      );
      if (!script) throw new Error('The trace does not show the script being evaluated.');
      const ours = traceEvents
        .filter(({ ph, name, pid, tid }) => ph === 'X' && work.has(name) && pid === script.pid && tid === script.tid)
        .sort((a, b) => a.ts - b.ts);
      let end = 0;
      let total = 0;
      let calls = 0;
      for (const { name, ts, dur = 0, tdur = dur } of ours) {
        if (ts < end) continue;
        end = ts + dur;
        total += tdur / 1000;
        if (name === 'EvaluateScript' || name === 'v8.compile') calls += tdur / 1000;
        if (run >= 0) cost.longestTask = Math.max(cost.longestTask, tdur / 1000);
      }
      if (run >= 0) {
        cost.runs.push(total);
        cost.calls.push(calls);
      }
      // A layout that script forces has its stack; others were due, or asked for by whoever drives the browser.
      cost.forcedLayouts += traceEvents.filter(
        ({ name, args: { beginData } }) =>
          /^(Layout|UpdateLayoutTree)$/.test(name) && JSON.stringify(beginData?.stackTrace ?? []).includes(site.origin),
      ).length;
      cost.synchronousRequests += traceEvents.filter(
        ({ name, args }) => /Request/.test(name) && args.data?.sync,
      ).length;
    }
    return cost;
  } finally {
    await site.close();
  }
}
