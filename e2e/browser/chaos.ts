import type { Browser, BrowserContext, Page } from 'playwright-core';
import { started } from './spectacleOf.ts';
import { type StandIn, startStandIn, type Weather } from './standInCollector.ts';

/** What a chaos run saw. */
export interface ChaosFigures {
  lives: number;
  ends: Record<string, number>;
  weather: Record<string, number>;
  /** Calls that the queue took. */
  accepted: number;
  /** Of these, gone with a killed process, or with a page without storage that was killed, before they were stored. */
  lostWithTheProcess: number;
  /** Of these, in pages that could store. */
  lostBeforeStoring: number;
  /** Distinct messageIds that the collector stored. */
  counted: number;
  /** Stored again under the same messageId: the collector counts them once. */
  repeats: number;
  /** Accepted, not lost with the process, and never stored. */
  missing: string[];
  /** Calls that came under two messageIds, which would count twice. */
  doubled: string[];
}

/** mulberry32: small, seeded, good enough to choose between disasters. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

// The page spoils its own storage before the script loads, as its address says.
const spoiling = `<script>
  if (location.search === '?forbidden')
    Object.defineProperty(window, 'localStorage', { get: function () { throw new DOMException('', 'SecurityError'); } });
  if (location.search === '?full')
    Storage.prototype.setItem = function () { throw new DOMException('', 'QuotaExceededError'); };
</script><script src="/ws_site.js"></script>`;

const kinds = ['', '', '', '', '?forbidden', '?full'];
const ends = ['navigate', 'navigate', 'navigate', 'close', 'reload', 'kill', 'kill', 'stay'] as const;
const disasters: Weather[] = ['error 500', 'too many', 'cut off', 'answer lost', 'answer lost', 'hotel', 'too large'];

class Chaos {
  /** Names of the calls, and whether their page could store. */
  readonly accepted = new Map<string, boolean>();
  readonly ended: Record<string, number> = {};
  readonly weather: Record<string, number> = {};
  private readonly lost = new Set<string>();
  private serial = 0;

  private readonly site: StandIn;
  private readonly visitor: BrowserContext;
  private readonly roll: () => number;

  constructor(site: StandIn, visitor: BrowserContext, roll: () => number) {
    this.site = site;
    this.visitor = visitor;
    this.roll = roll;
    site.weather = ({ batch }) => {
      const chance = roll();
      let weather: Weather = 'fine';
      if (chance < 0.02) weather = 'no answer';
      else if (chance < 0.5) weather = this.pick(disasters);
      // Only a batch of several can be too large.
      if (weather === 'too large' && batch.length === 1) weather = 'error 500';
      this.weather[weather] = (this.weather[weather] ?? 0) + 1;
      return weather;
    };
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.roll() * from.length)] as T;
  }

  /** Makes a few calls; what comes back was taken by the queue. */
  async call(page: Page, stored: boolean): Promise<string[]> {
    const names = Array.from({ length: 1 + Math.floor(this.roll() * 6) }, () => `call ${this.serial++}`);
    const taken = await page
      .evaluate((all) => {
        for (const name of all) window.spectacle.track(name, { text: 'x'.repeat(500) });
        return all;
      }, names)
      .catch(() => []);
    for (const name of taken) this.accepted.set(name, stored);
    return taken;
  }

  async live(tabs: Page[]): Promise<void> {
    const kind = this.pick(kinds);
    const stored = kind === '';
    const page = tabs.length && this.roll() < 0.7 ? (tabs.pop() as Page) : await this.visitor.newPage();
    await page.goto(`${this.site.origin}/${kind}`);
    await started(page);
    const calls = await this.call(page, stored);
    if (this.roll() < 0.2) {
      await this.visitor.setOffline(true);
      calls.push(...(await this.call(page, stored)));
      await page.evaluate(() => window.spectacle.flush());
      await this.visitor.setOffline(false);
    }
    if (this.roll() < 0.3)
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
    // Sometimes the batch is under way when the end comes, sometimes not yet, sometimes no longer.
    if (this.roll() < 0.7) await page.waitForTimeout(this.roll() * 500);
    calls.push(...(await this.call(page, stored)));

    // A page without storage lives until all has been confirmed, or is killed: nobody could save what it has.
    let end = this.pick(ends);
    if (!stored && end !== 'kill') {
      await this.site.stored((events) => {
        const there = new Set(events.map(({ event }) => event));
        return calls.every((name) => there.has(name));
      });
    }
    if (end === 'stay' && tabs.length > 2) end = 'close';
    this.ended[end + kind] = (this.ended[end + kind] ?? 0) + 1;
    if (end === 'navigate') {
      await page.goto(`${this.site.origin}/next`);
      tabs.push(page);
    } else if (end === 'reload') {
      await page.reload();
      tabs.push(page);
    } else if (end === 'close') await page.close({ runBeforeUnload: false });
    else if (end === 'kill') {
      await page.goto('chrome://crash').catch(() => {});
      await this.mourn();
      await page.close();
    } else tabs.push(page);
  }

  /** After a kill: what is neither on the device nor with the collector went with the process. */
  private async mourn(): Promise<void> {
    const witness = await this.visitor.newPage();
    await witness.goto(`${this.site.origin}/?plain&witness`, { waitUntil: 'commit' });
    const waiting = await witness.evaluate(() =>
      Object.keys(localStorage).map((key) => localStorage.getItem(key) ?? ''),
    );
    const reached = new Set(this.site.events().map(({ event }) => event));
    for (const name of this.accepted.keys()) {
      if (!reached.has(name) && !waiting.some((text) => text.includes(`"${name}"`))) this.lost.add(name);
    }
    await witness.close();
  }

  figures(lives: number): ChaosFigures {
    const ids = new Map<string, Set<string>>();
    for (const { event, messageId } of this.site.events()) {
      const name = event ?? '';
      ids.set(name, (ids.get(name) ?? new Set()).add(messageId));
    }
    const counted = new Set(this.site.events().map(({ messageId }) => messageId)).size;
    const lost = [...this.lost].filter((name) => !ids.has(name));
    return {
      lives,
      ends: this.ended,
      weather: this.weather,
      accepted: this.accepted.size,
      lostWithTheProcess: lost.length,
      lostBeforeStoring: lost.filter((name) => this.accepted.get(name)).length,
      counted,
      repeats: this.site.events().length - counted,
      missing: [...this.accepted.keys()].filter((name) => !ids.has(name) && !lost.includes(name)),
      doubled: [...ids].filter(([, messageIds]) => messageIds.size > 1).map(([name]) => name),
    };
  }
}

/**
 * Lives of pages with navigation, kills, hidden tabs, offline times, several tabs, forbidden and full storage, while the
 * collector fails every other request in one of the ways that networks have. In the end the sun shines, one last page is
 * opened, and everything must be there.
 */
export async function runChaos(browser: Browser, lives: number, seed: number): Promise<ChaosFigures> {
  const site = await startStandIn();
  site.page.snippet = false;
  site.page.body = spoiling;
  const visitor = await browser.newContext();
  try {
    const chaos = new Chaos(site, visitor, dice(seed));
    const tabs: Page[] = [];
    for (let life = 0; life < lives; life++) await chaos.live(tabs);

    site.weather = () => 'fine';
    for (const tab of tabs) await tab.close({ runBeforeUnload: false });
    const last = await visitor.newPage();
    await last.goto(`${site.origin}/last`);
    await started(last);
    await last.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('sp__q')));
    return chaos.figures(lives);
  } finally {
    await visitor.close();
    await site.close();
  }
}
