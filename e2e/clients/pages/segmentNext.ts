import { AnalyticsBrowser } from '@segment/analytics-next';
import { type Scene, story } from '../scene.ts';
import { type DeliveryStrategy, perform } from './perform.ts';

perform(async ({ url, workspaceId, userId, email, groupId }: Scene) => {
  const { host, protocol } = new URL(url);
  const segmentIo = { apiHost: `${host}/v1`, protocol: protocol === 'https:' ? ('https' as const) : ('http' as const) };
  const load = (deliveryStrategy: DeliveryStrategy) =>
    AnalyticsBrowser.load(
      { writeKey: workspaceId, cdnURL: url },
      { integrations: { 'Segment.io': { ...segmentIo, deliveryStrategy } } },
    );
  const singly = load({ strategy: 'standard', config: { keepalive: false } });
  await singly.identify(userId, { email });
  await singly.group(groupId, { ...story.traits });
  await singly.track(story.track.event, { ...story.track.properties });
  await singly.page(story.page.name);

  const together = load({ strategy: 'batching', config: { size: story.batch.length, timeout: 60_000 } });
  await Promise.all(story.batch.map((event) => together.track(event)));
});
