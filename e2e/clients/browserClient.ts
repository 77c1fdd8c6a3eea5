import type { Browser } from 'playwright-core';
import { type Client, type Scene, story } from './scene.ts';

/** Plays a client in a real browser, on a page of another origin, in a profile of its own. */
export function browserClient(
  name: string,
  page: string,
  stage: () => { browser: Browser; origin: string; told: (line: string) => void },
): Client & { close(): Promise<void> } {
  const open: { close(): Promise<void> }[] = [];
  return {
    name,
    async perform(scene: Scene) {
      const { browser, origin, told } = stage();
      const context = await browser.newContext();
      open.push(context);
      const tab = await context.newPage();
      tab.on('console', (message) => told(`console: ${message.text()}`));
      tab.on('pageerror', (error) => told(`error: ${error.message}`));
      tab.on('request', (request) => told(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
      // Nothing but the two servers of the test may be reached.
      await tab.route(
        ({ hostname }) => hostname !== '127.0.0.1',
        (route) => route.abort(),
      );
      await tab.goto(`${origin}${story.page.path}?client=${page}&utm_source=google&utm_medium=cpc&utm_campaign=brand`);
      await tab.evaluate((told) => window.perform?.(told), scene);
    },
    // Clients that batch send after a while: the tab stays until the test has seen the events.
    async close() {
      await Promise.all(open.splice(0).map((context) => context.close()));
    },
  };
}
