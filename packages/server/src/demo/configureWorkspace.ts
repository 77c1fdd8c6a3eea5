import { siteOrigin } from './sitePages.ts';

/**
 * Tells the workspace what the simulated vendor would set: a journey ends with the trial, and which domain is its own.
 * Needs an admin token. Returns what went wrong, in a sentence, or undefined.
 */
export async function configureWorkspace(url: string, workspaceId: string, token: string): Promise<string | undefined> {
  const domain = new URL(siteOrigin).hostname.replace(/^www\./, '');
  const response = await fetch(new URL(`/api/workspaces/${encodeURIComponent(workspaceId)}/settings`, url), {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ cutoffEvents: ['Trial Started'], domains: [domain] }),
  });
  if (response.ok) return undefined;
  return `The settings of ${workspaceId} could not be changed (HTTP ${response.status}): ${await response.text()}`;
}
