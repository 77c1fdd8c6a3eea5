import type { FastifyRequest } from 'fastify';

/**
 * Does a page of this very server send this? A browser says so in Sec-Fetch-Site (on https, and on this machine) or in
 * Origin (with every request that is not a plain read), and no page can change what it says. Undefined: no browser sent it.
 */
export function isSameOrigin(request: FastifyRequest): boolean | undefined {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = request.headers;
  if (origin === undefined) return undefined;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}
