import { asIdentifier } from '@spectacle/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { getDomain, getHostname } from 'tldts';

/** Seconds. The browser's own limit is 400 days (RFC 6265bis, 5.5). */
const maxAge = 365 * 24 * 60 * 60;

/**
 * Sets the SDK's two cookies from the server. Safari keeps cookies that scripts set for 7 days only (WebKit, "Intelligent
 * Tracking Prevention 2.1"); those of a server on the site's own domain live out their year. So this answers pages of the
 * collector's own site and nobody else: for any other origin the cookies would be a third party's.
 */
export async function cookieRoutes(app: FastifyInstance, isWorkspace: (id: string) => boolean): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 4_096 }, (_request, body, done) => done(null, body));
  app.options(
    '/cookie',
    { schema: { hide: true } },
    (request, reply) => sameSite(request, reply) && reply.code(204).send(),
  );
  app.post('/cookie', { schema: { hide: true } }, (request, reply) => {
    if (!sameSite(request, reply)) return reply;
    const { writeKey, anonymousId, userId } = parsed(request.body);
    if (typeof writeKey !== 'string' || !isWorkspace(writeKey)) {
      return reply.code(401).send({ code: 'unknown_workspace', message: 'There is no workspace with this write key.' });
    }
    const domain = getDomain(request.hostname);
    for (const [name, value] of [
      ['sp__anon_id', asIdentifier(anonymousId)],
      ['sp__user_id', asIdentifier(userId)],
    ] as const) {
      // Not httpOnly: the script reads them. Without a user, an older one is forgotten.
      reply.setCookie(name, value.ok ? value.id : '', {
        path: '/',
        sameSite: 'lax',
        secure: request.protocol === 'https',
        maxAge: value.ok ? maxAge : 0,
        ...(domain ? { domain } : {}),
      });
    }
    return reply.code(204).send();
  });
}

function parsed(body: unknown): { writeKey?: unknown; anonymousId?: unknown; userId?: unknown } {
  try {
    const value: unknown = JSON.parse(String(body));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** Lets pages of the collector's own site in, with their cookies; answers 403 to others and returns false. */
function sameSite(request: FastifyRequest, reply: FastifyReply): boolean {
  const { origin } = request.headers;
  const site = (host: string | null) => (host === null ? null : (getDomain(host) ?? host));
  if (origin === undefined || site(getHostname(origin)) !== site(request.hostname)) {
    reply.code(403).send({ code: 'forbidden', message: 'Cookies are set for pages of the collector’s own site only.' });
    return false;
  }
  reply
    .header('access-control-allow-origin', origin)
    .header('access-control-allow-credentials', 'true')
    .header('access-control-allow-headers', 'content-type')
    .header('vary', 'origin');
  return true;
}
