import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { renderSnippet } from 'spectacle-js/snippet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildScript } from '../../packages/browser/buildScript.mjs';
import { launchChromium } from './chromium.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const example = readFileSync(new URL('../../examples/browser/segment-page.html', import.meta.url), 'utf8');
const segmentScript = readFileSync(
  createRequire(import.meta.url)
    .resolve('@segment/analytics-next/package.json')
    .replace('package.json', 'dist/umd/standalone.js'),
);

/** As Segment's customers have it: a queue, the key, and the script from the given host. */
const segmentSnippet = (host: string) => `<script>
  var analytics = (window.analytics = []);
  analytics.invoked = true;
  ['identify', 'group', 'track', 'page', 'alias', 'ready', 'reset', 'user', 'on', 'once'].forEach(function (method) {
    analytics[method] = function () {
      if (window.analytics.initialized) return window.analytics[method].apply(window.analytics, arguments);
      analytics.push([method].concat([].slice.call(arguments)));
      return analytics;
    };
  });
  analytics._writeKey = 'ws_page';
  analytics._cdn = '${host}';
  analytics.page();
</script><script async src="${host}/analytics.js/v1/ws_page/analytics.min.js"></script>`;

interface Sent {
  type: string;
  event?: string;
  name?: string;
  userId?: string;
  groupId?: string;
  traits?: Record<string, unknown>;
  properties?: Record<string, unknown>;
  context?: { groupId?: string };
}

/** What a visit to the page sends, with one snippet or the other. */
async function visit(snippet: (host: string) => string): Promise<Sent[]> {
  const sent: Sent[] = [];
  const script = await buildScript();
  let enough = () => {};
  const loggedOut = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const server = createServer((request, response) => {
    const host = `http://${request.headers.host}`;
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        const message = JSON.parse(body || '{}');
        sent.push(...(message.batch ?? (message.type ? [message] : [])));
        response.end('{"success":true,"accepted":1,"rejected":[]}');
        if (sent.some(({ event }) => event === 'Logged Out')) enough();
      });
    } else if (request.url?.endsWith('/settings')) {
      const destination = { apiKey: 'ws_page', apiHost: `${request.headers.host}/v1`, protocol: 'http' };
      response.end(JSON.stringify({ integrations: { 'Segment.io': destination }, metrics: { sampleRate: 0 } }));
    } else if (request.url?.endsWith('analytics.min.js')) {
      response.setHeader('content-type', 'text/javascript');
      response.end(segmentScript);
    } else if (request.url?.endsWith('.js')) {
      response.setHeader('content-type', 'text/javascript');
      response.end(script);
    } else {
      response.setHeader('content-type', 'text/html');
      response.end(example.replace('<!-- snippet -->', snippet(host)));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => 'initialized' in window.analytics || window.analytics.inited);
    await page.click('#docs');
    await page.waitForSelector('[data-tracked]');
    await page.click('#logout');
    await loggedOut;
    return sent;
  } finally {
    await context.close();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }
}

/** What a customer's reports are made of; each client adds context and properties of its own. */
const told = (events: Sent[]) =>
  events
    .map(({ type, event, userId, groupId, traits, properties, context }) => {
      const { revenue, currency, version, name, category, from, anonymous } = properties ?? {};
      return {
        type,
        event,
        // Segment's script names the user in a page call that was made before the identify; ours keeps the order.
        userId: type === 'page' ? undefined : (userId ?? undefined),
        groupId: type === 'group' ? groupId : undefined,
        traits: type === 'identify' || type === 'group' ? traits : undefined,
        properties: { revenue, currency, version, name, category, from, anonymous },
        acting: type === 'track' ? context?.groupId : undefined,
      };
    })
    .map((event) => JSON.stringify(event))
    .sort();

test('a page written for Segment tells the same with Spectacle, after a change of the snippet only', async () => {
  const before = told(await visit(segmentSnippet));
  const after = told(await visit((baseUrl) => renderSnippet({ workspaceId: 'ws_page', baseUrl, alias: 'analytics' })));
  expect(before).toHaveLength(8);
  expect(after).toEqual(before);
});
