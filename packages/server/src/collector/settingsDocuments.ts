import type { FastifyInstance } from 'fastify';

/**
 * The small documents that other vendors' browser clients fetch before their first event: which destinations there are.
 * There is one, this collector.
 */
export async function settingsDocuments(app: FastifyInstance): Promise<void> {
  app.addHook('onRequest', async (_request, reply) => {
    reply
      .header('access-control-allow-origin', '*')
      .header('access-control-allow-headers', 'authorization, content-type');
  });

  // @segment/analytics-next and its kin: {cdnURL}/v1/projects/{writeKey}/settings
  app.get<{ Params: { writeKey: string } }>(
    '/v1/projects/:writeKey/settings',
    { schema: { hide: true } },
    (request) => ({
      integrations: {
        'Segment.io': {
          apiKey: request.params.writeKey,
          apiHost: `${request.host}/v1`,
          protocol: request.protocol,
          unbundledIntegrations: [],
          addBundledMetadata: false,
        },
      },
      plan: {
        track: { __default: { enabled: true } },
        identify: { __default: { enabled: true } },
        group: { __default: { enabled: true } },
      },
      edgeFunction: {},
      analyticsNextEnabled: true,
      middlewareSettings: {},
      enabledMiddleware: {},
      metrics: { sampleRate: 0 },
      legacyVideoPluginsEnabled: false,
      remotePlugins: [],
    }),
  );

  // @rudderstack/analytics-js: {configUrl}/sourceConfig
  for (const path of ['/sourceConfig', '/sourceConfig/']) {
    app.options(path, { schema: { hide: true } }, (_request, reply) => reply.code(204).send());
    app.get(path, { schema: { hide: true } }, (request) => {
      const basic = request.headers.authorization?.replace(/^Basic /i, '') ?? '';
      const writeKey = Buffer.from(basic, 'base64').toString('utf8').split(':')[0] || 'spectacle';
      return {
        source: {
          id: writeKey,
          name: 'Spectacle',
          writeKey,
          enabled: true,
          workspaceId: writeKey,
          destinations: [],
          connections: [],
          config: { statsCollection: { errors: { enabled: false }, metrics: { enabled: false } } },
          dataplanes: {},
        },
      };
    });
  }
}
