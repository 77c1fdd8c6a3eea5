import { request } from '../api/request.ts';

/** Sends one event the way any server would, so that the whole line can be watched. It is marked as a test. */
export function sendTestEvent(workspaceId: string): Promise<unknown> {
  return request('/tracking/track', {
    method: 'POST',
    body: {
      workspaceId,
      anonymousId: 'spectacle-test',
      event: 'Spectacle test event',
      properties: { test: true },
      messageId: crypto.randomUUID(),
    },
  });
}
