import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { renderSnippet, type SnippetOptions } from './snippet.ts';

const workspace = { workspaceId: 'ws_demo', baseUrl: 'https://spectacle.example.com/' };

interface Stub {
  ws: string;
  lo: unknown;
  qs: Record<string, (unknown[] & { n: number; t: number })[]>;
  m: string[];
  [method: string]: unknown;
}

/** What the page has after the snippet's own script and the given calls. */
function pageWith(options: SnippetOptions, calls = ''): Record<string, Stub | undefined> {
  const [, code = ''] = /<script[^>]*>(.*?)<\/script>/s.exec(renderSnippet(options)) ?? [];
  const window: Record<string, Stub | undefined> = {};
  runInNewContext(`with (window) { ${code}; ${calls} }`, { window });
  return window;
}

test('the script comes from the workspace own address, without blocking the page', () => {
  expect(renderSnippet(workspace)).toContain('<script async src="https://spectacle.example.com/ws_demo.js"></script>');
});

test('calls before the script are kept with their arguments, in order, and dated', () => {
  const before = Date.now();
  const { spectacle } = pageWith(
    workspace,
    `spectacle.identify('u1'); spectacle.group('acme', { plan: 'pro' }); spectacle.track('x'); spectacle.identify('u2')`,
  );
  expect(spectacle?.ws).toBe('ws_demo');
  expect(spectacle?.m).toContain('group');
  const calls = Object.entries(spectacle?.qs ?? {})
    .flatMap(([method, queue]) => queue.map((args) => ({ method, args: [...args], n: args.n, t: args.t })))
    .sort((a, b) => a.n - b.n);
  expect(calls.map(({ method, args }) => [method, ...args])).toEqual([
    ['page'],
    ['identify', 'u1'],
    ['group', 'acme', { plan: 'pro' }],
    ['track', 'x'],
    ['identify', 'u2'],
  ]);
  expect(calls.every(({ t }) => t >= before && t <= Date.now())).toBe(true);
});

test('options of load travel along', () => {
  expect(pageWith({ ...workspace, options: { trackPages: true } }).spectacle?.lo).toEqual({ trackPages: true });
});

test('pages written for Segment find the same object under its name', () => {
  const page = pageWith({ ...workspace, alias: 'analytics' }, `analytics.track('Signed Up')`);
  expect(page.analytics).toBe(page.spectacle);
  expect([...(page.spectacle?.qs.track?.[0] ?? [])]).toEqual(['Signed Up']);
});

test('a second snippet on the page does not lose the calls of the first', () => {
  const [, code = ''] = /<script>(.*?)<\/script>/s.exec(renderSnippet(workspace)) ?? [];
  const { spectacle } = pageWith(workspace, code);
  expect(spectacle?.qs.page).toHaveLength(2);
});

test('nothing given can leave the script element or the attribute', () => {
  const snippet = renderSnippet({
    workspaceId: 'ws_</script><b>',
    baseUrl: 'https://x"onerror="y',
    nonce: '"><i>',
    options: { note: '</script>' },
  });
  expect(snippet.match(/<\/script>/g)).toHaveLength(2);
  expect(snippet).not.toContain('<b>');
  expect(snippet).not.toContain('<i>');
  expect(snippet).not.toContain('x"onerror');
});

test('a nonce stands on both elements', () => {
  expect(renderSnippet({ ...workspace, nonce: 'abc' }).match(/nonce="abc"/g)).toHaveLength(2);
});
