import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';
import type { NotReady, Readiness } from './readiness.ts';

const reasons: Record<NotReady, string> = {
  shutting_down: 'Spectacle is shutting down.',
  overloaded: 'More is arriving than can be stored.',
  store_unavailable: 'The store does not answer, or took no insert lately.',
};

/** `/healthz`: the process lives. `/readyz`: it may be sent traffic. `/metrics`: figures for Prometheus. */
export async function observabilityRoutes(
  app: FastifyInstance,
  { metrics, readiness }: { metrics: Metrics; readiness: Readiness },
) {
  app.get('/healthz', { schema: { hide: true } }, () => ({ ok: true }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const code = await readiness.whyNot();
    reply.header('cache-control', 'no-store');
    if (code === undefined) return { ok: true };
    return reply.code(503).send({ ok: false, code, message: reasons[code] });
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    reply.header('content-type', metrics.registry.contentType).header('cache-control', 'no-store');
    return metrics.registry.metrics();
  });
}
