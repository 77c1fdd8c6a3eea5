import { RudderAnalytics } from '@rudderstack/analytics-js/bundled';
import { type Scene, story } from '../scene.ts';
import { perform } from './perform.ts';

perform(async ({ url, workspaceId, userId, email, groupId }: Scene) => {
  const rudder = new RudderAnalytics();
  rudder.load(workspaceId, url, {
    configUrl: url,
    sessions: { autoTrack: false },
    queueOptions: { batch: { enabled: true, maxItems: 10, flushInterval: 200 } },
  });
  await new Promise<void>((ready) => rudder.ready(ready));
  rudder.identify(userId, { email });
  rudder.group(groupId, { ...story.traits });
  rudder.track(story.track.event, { ...story.track.properties });
  rudder.page(story.page.name);
  for (const event of story.batch) rudder.track(event);
});
