import { expect, test } from 'vitest';
import { waysOf } from './ways.ts';

test('every way to install names this workspace, and the curl line its key as Basic credentials', () => {
  const ways = waysOf({
    workspaceId: 'ws_demo',
    baseUrl: 'https://s.example',
    snippet: '<script>ws_demo</script>',
    hasEvents: false,
  });
  for (const way of ways.filter(({ id }) => id !== 'calls' && id !== 'curl')) expect(way.code).toContain('ws_demo');
  const credentials = /Basic (\S+)'/.exec(ways.find(({ id }) => id === 'curl')?.code ?? '')?.[1] ?? '';
  expect(atob(credentials)).toBe('ws_demo:');
});
