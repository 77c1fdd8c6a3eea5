import type { AdSpend } from './adSpend.ts';
import { siteOrigin } from './sitePages.ts';

/**
 * Tells the workspace what the simulated vendor would: a journey ends with the trial, which domain is its own, and what its
 * ads cost. Needs an admin token. Returns what went wrong, in a sentence, or undefined.
 */
export async function configureWorkspace(
  url: string,
  workspaceId: string,
  token: string,
  spend: Iterable<AdSpend>,
): Promise<string | undefined> {
  const domain = new URL(siteOrigin).hostname.replace(/^www\./, '');
  const tell = async (path: string, method: 'PATCH' | 'POST', body: object) => {
    const response = await fetch(new URL(`/api/workspaces/${encodeURIComponent(workspaceId)}/${path}`, url), {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    if (response.ok) return undefined;
    return `The ${path} of ${workspaceId} could not be changed (HTTP ${response.status}): ${await response.text()}`;
  };
  return (
    (await tell('settings', 'PATCH', { cutoffEvents: ['Trial Started'], domains: [domain] })) ??
    (await tell('spend', 'POST', { rows: [...spend] }))
  );
}
