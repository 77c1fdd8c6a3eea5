import type { Installation } from '@spectacle/server/answers';

/** A way to send events. */
export interface Way {
  id: string;
  label: string;
  /** What to do, in a sentence. */
  text: string;
  code: string;
}

/** Every way in, with this workspace's values filled in. */
export function waysOf({ workspaceId, baseUrl, snippet }: Installation): Way[] {
  const authorization = btoa(`${workspaceId}:`);
  return [
    {
      id: 'script',
      label: 'Script',
      text: 'Paste this into the <head> of every page, of your site and of your product.',
      code: snippet,
    },
    {
      id: 'calls',
      label: 'The four calls',
      text: 'The script counts page views by itself. In your product, say who it is and for which company.',
      code: `spectacle.identify('user_42', { email: 'ada@acme.com', name: 'Ada Lovelace' });
spectacle.group('company_123', { name: 'Acme Inc.', plan: 'enterprise', website: 'acme.com' });
spectacle.track('Trial Started');
spectacle.track('Invoice Paid', { revenue: 9995, currency: 'EUR' }); // cents`,
    },
    {
      id: 'gtm',
      label: 'Tag Manager',
      text: 'In Google Tag Manager: New tag → Custom HTML, paste this, trigger All Pages, and publish. Event tags of your own then call spectacle.track(…).',
      code: snippet,
    },
    {
      id: 'npm',
      label: 'npm',
      text: 'For a bundled application: npm install spectacle-js',
      code: `import { spectacle } from 'spectacle-js';

spectacle.load('${workspaceId}', { baseUrl: '${baseUrl}' });
spectacle.page();`,
    },
    {
      id: 'node',
      label: 'Node.js',
      text: 'For what happens on servers, such as payments: npm install spectacle-node',
      code: `import { Spectacle } from 'spectacle-node';

const spectacle = new Spectacle({ workspaceId: '${workspaceId}', baseUrl: '${baseUrl}' });
spectacle.track({ userId: 'user_42', event: 'Invoice Paid', properties: { revenue: 9995, currency: 'EUR' } });`,
    },
    {
      id: 'segment',
      label: 'Segment client',
      text: 'Keep the client you have. Only its host and its key change.',
      code: `import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({ writeKey: '${workspaceId}', host: '${baseUrl}' });
analytics.group({ userId: 'user_42', groupId: 'company_123', traits: { name: 'Acme Inc.' } });`,
    },
    {
      id: 'curl',
      label: 'curl',
      text: 'The first event in ten seconds, from any shell.',
      code: `curl ${baseUrl}/v1/batch \\
  -H 'Authorization: Basic ${authorization}' \\
  -H 'Content-Type: application/json' \\
  -d '{"batch":[{"type":"identify","userId":"user_42","traits":{"email":"ada@acme.com","name":"Ada Lovelace"}},{"type":"group","userId":"user_42","groupId":"company_123","traits":{"name":"Acme Inc."}}]}'`,
    },
  ];
}
