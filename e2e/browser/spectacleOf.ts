import type { Page } from 'playwright-core';
import type { Spectacle } from 'spectacle-js';

declare global {
  var spectacle: Spectacle;
  var analytics: Spectacle;
}

/** Waits until the script of the page has started. */
export async function started(page: Page): Promise<void> {
  await page.waitForFunction(() => window.spectacle?.inited === true);
}

/** What the browser's console said of Spectacle, as it comes. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('Spectacle')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(`thrown into the page: ${error}`));
  return complaints;
}
