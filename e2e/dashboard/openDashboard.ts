import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSpectacle } from '@spectacle/server/server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../browser/chromium.ts';

export interface View {
  page: Page;
  /** Everything the console complained about, refused style or script included. */
  complaints: string[];
}

export interface ViewOptions {
  width?: number;
  height?: number;
  dark?: boolean;
}

export interface Dashboard {
  url: string;
  /** Gone when it is closed. */
  directory: string;
  workspaceId: string;
  token: string;
  /** The address that the first start prints: it logs in, once. */
  firstLink: string;
  browser: Browser;
  /** Sends events the way a server does, and waits until they are derived. */
  send(...batch: object[]): Promise<void>;
  /** Opens an address of the web app, logged in. */
  visit(path: string, options?: ViewOptions): Promise<View>;
  /** Opens it as somebody who has never been here. */
  visitAsStranger(path: string, options?: ViewOptions): Promise<View>;
  close(): Promise<void>;
}

/** The real server with an empty store, and a real browser that looks at its web app. */
export async function openDashboard(): Promise<Dashboard> {
  const directory = await mkdtemp(join(tmpdir(), 'spectacle-dashboard-'));
  const workspaceId = 'ws_dashboard';
  const config = {
    port: 0,
    host: '127.0.0.1',
    store: { directory },
    workspaceId,
    token: undefined,
    logLevel: 'silent',
  };
  const spectacle = await createSpectacle(config);
  const { newToken: token = '', linkSecret = '' } = spectacle;
  const url = await spectacle.app.listen({ port: 0, host: '127.0.0.1' });
  const browser = await launchChromium();
  const known = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
  known.setDefaultTimeout(10_000);
  const login = await known.request.post(`${url}/api/session`, { data: { token } });
  if (!login.ok()) throw new Error(`The login answered ${login.status()}: ${await login.text()}`);

  const open = async (
    context: BrowserContext,
    path: string,
    { width = 1440, height = 900, dark = false }: ViewOptions,
  ) => {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('response', async (response) => {
      if (response.status() >= 500) complaints.push(`${response.url()}: ${await response.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    await page.goto(`${url}${path}`);
    return { page, complaints };
  };

  return {
    url,
    directory,
    workspaceId,
    token,
    firstLink: `/login#${linkSecret}`,
    browser,
    send: async (...batch) => {
      const body = JSON.stringify({ writeKey: workspaceId, batch });
      await fetch(`${url}/v1/batch`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      await spectacle.projector.settled();
    },
    visit: (path, options = {}) => open(known, path, options),
    visitAsStranger: async (path, options = {}) => {
      const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
      context.setDefaultTimeout(10_000);
      return open(context, path, options);
    },
    close: async () => {
      await browser.close();
      await spectacle.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
