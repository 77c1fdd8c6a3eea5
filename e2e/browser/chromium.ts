import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of the Chromium of this machine: `SPECTACLE_CHROMIUM`, else the usual places. */
export function chromiumPath(): string {
  const path = process.env.SPECTACLE_CHROMIUM ?? usualPlaces.find((place) => existsSync(place));
  if (!path)
    throw new Error('No Chromium found. Install one, or name it in the environment variable SPECTACLE_CHROMIUM.');
  return path;
}

/** What keeps a Chromium without a user quiet: no sandbox for containers, no traffic of its own. */
export const chromiumArguments: string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the real Chromium of this machine, headless. The caller closes it. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    ...options,
    args: [...chromiumArguments, ...(options.args ?? [])],
  });
}
