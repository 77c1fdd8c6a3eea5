import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { Metrics } from './metrics.ts';
import { Readiness } from './readiness.ts';
import { observabilityRoutes } from './routes.ts';

async function served() {
  const metrics = new Metrics({
    heldBytes: () => 11,
    waitingBytes: () => 22,
    backlog: () => 33,
    lastRunMs: () => 44,
    reportsBehindMs: () => 55,
  });
  let down = false;
  const readiness = new Readiness({ probe: async () => 1, isShuttingDown: () => down, isOverloaded: () => false });
  const app = Fastify();
  await app.register((scope) => observabilityRoutes(scope, { metrics, readiness }));
  return { app, metrics, shutDown: () => { down = true; } }; // biome-ignore format: one line
}

test('what is counted is served to Prometheus', async () => {
  const { app, metrics } = await served();
  metrics.accepted(2);
  metrics.accepted(3);
  metrics.rejected('missing_who');
  metrics.turnedAway('overloaded');
  metrics.committed(100, 0.02, true);
  metrics.committed(1, 2, false);
  const { headers, body } = await app.inject('/metrics');
  expect(headers['content-type']).toContain('text/plain');
  for (const line of [
    'spectacle_events_accepted_total 5',
    'spectacle_events_rejected_total{code="missing_who"} 1',
    'spectacle_requests_turned_away_total{code="overloaded"} 1',
    'spectacle_commit_seconds_count{outcome="stored"} 1',
    'spectacle_commit_seconds_count{outcome="failed"} 1',
    'spectacle_commit_rows_sum 101',
    'spectacle_intake_held_bytes 11',
    'spectacle_commit_waiting_bytes 22',
    'spectacle_projection_backlog 33',
    'spectacle_projection_run_seconds 0.044',
  ]) {
    expect(body.split('\n')).toContain(line);
  }
  expect(body).toContain('process_resident_memory_bytes');
});

test('healthz lives on while readyz says why no traffic is wanted', async () => {
  const { app, shutDown } = await served();
  expect((await app.inject('/readyz')).json()).toEqual({ ok: true });
  shutDown();
  const answer = await app.inject('/readyz');
  expect([answer.statusCode, answer.json()]).toEqual([
    503,
    { ok: false, code: 'shutting_down', message: 'Spectacle is shutting down.' },
  ]);
  expect((await app.inject('/healthz')).json()).toEqual({ ok: true });
});
