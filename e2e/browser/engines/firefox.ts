import puppeteer from 'puppeteer-core';
import type { Engine } from './engine.ts';

/** Firefox over WebDriver BiDi. Its path: `SPECTACLE_FIREFOX`, else that of Debian's firefox-esr. */
export async function launchFirefox(): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.SPECTACLE_FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
  });
  return {
    name: `Firefox ${await browser.version()}`,
    async newTab() {
      const page = await browser.newPage();
      return {
        goto: async (url) => void (await page.goto(url)),
        run: async <T>(body: string) => (await page.evaluate(`(async () => { ${body} })()`)) as T,
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}
