import { jitsuAnalytics } from '@jitsu/js';
import { type Client, story } from './scene.ts';

export const jitsuNode: Client = {
  name: '@jitsu/js',
  async perform({ url, workspaceId, userId, email, groupId }) {
    const jitsu = jitsuAnalytics({ host: url, writeKey: `${workspaceId}:any`, s2s: true, fetch });
    await jitsu.identify(userId, { email });
    await jitsu.group(groupId, { ...story.traits });
    await jitsu.track(story.track.event, { ...story.track.properties });
    const { name, path } = story.page;
    await jitsu.page({ name, url: `https://app.acme-robotics.example${path}`, path });
    // It has no batches; several at once is what it can do.
    await Promise.all(story.batch.map((event) => jitsu.track(event)));
  },
};
