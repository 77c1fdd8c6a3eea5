import { Analytics } from '@segment/analytics-node';
import { type Client, story } from './scene.ts';

export const segmentNode: Client = {
  name: '@segment/analytics-node',
  async perform({ url, workspaceId, userId, email, groupId }) {
    const singly = new Analytics({ writeKey: workspaceId, host: url, flushAt: 1 });
    singly.identify({ userId, traits: { email } });
    singly.group({ userId, groupId, traits: story.traits });
    singly.track({ userId, ...story.track });
    const { name, path } = story.page;
    singly.page({ userId, name, properties: { url: `https://app.acme-robotics.example${path}`, path } });
    await singly.closeAndFlush();

    const together = new Analytics({ writeKey: workspaceId, host: url, flushAt: story.batch.length });
    for (const event of story.batch) together.track({ userId, event });
    await together.closeAndFlush();
  },
};
