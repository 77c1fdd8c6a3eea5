import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import { type Client, story } from './scene.ts';

export const rudderNode: Client = {
  name: '@rudderstack/rudder-sdk-node',
  async perform({ url, workspaceId, userId, email, groupId }) {
    // Gzip is its default; it labels the body as a form.
    const client = new RudderAnalytics(workspaceId, { dataPlaneUrl: url, flushAt: 20, flushInterval: 50 });
    client.identify({ userId, traits: { email } });
    client.group({ userId, groupId, traits: { ...story.traits } });
    client.track({ userId, event: story.track.event, properties: { ...story.track.properties } });
    const { name, path } = story.page;
    client.page({ userId, name, properties: { url: `https://app.acme-robotics.example${path}`, path } });
    for (const event of story.batch) client.track({ userId, event });
    await client.flush();
  },
};
