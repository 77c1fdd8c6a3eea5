import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const deployed = readdirSync(`${root}deploy`, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.\w+$|Dockerfile$/.test(path),
);

test('the dashboard for Grafana shows metrics that the server has', () => {
  const metrics = read('packages/server/src/observability/metrics.ts');
  const shown = read('deploy/grafana/spectacle.json').match(/\bspectacle_\w+/g) ?? [];
  const names = [...new Set(shown)].map((name) => name.replace(/_(bucket|sum|count)$/, ''));
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !metrics.includes(`'${name}'`))).toEqual([]);
});

test('what is deployed is configured by variables that the server reads', () => {
  const config = read('packages/server/src/config.ts');
  const variables = deployed.flatMap((path) => read(`deploy/${path}`).match(/\bSPECTACLE_[A-Z_]+/g) ?? []);
  expect(variables).toContain('SPECTACLE_CLICKHOUSE_CLUSTER');
  expect([...new Set(variables)].filter((name) => !config.includes(`env.${name}`))).toEqual([]);
});
