import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { browserClient } from './browserClient.ts';
import { jitsuNode } from './jitsuNode.ts';
import { rudderNode } from './rudderNode.ts';
import { type Client, type Scene, story } from './scene.ts';
import { segmentNode } from './segmentNode.ts';
import { type ServedSpectacle, serveSpectacle } from './servedSpectacle.ts';
import { spectacleNode } from './spectacleNode.ts';
import { type StoryPages, serveStoryPages } from './storyPages.ts';
import { tagManagerPixel } from './tagManagerPixel.ts';

let spectacle: ServedSpectacle;
let pages: StoryPages;
let browser: Browser;
let told: string[] = [];

const stage = () => ({ browser, origin: pages.origin, told: (line: string) => told.push(line) });
const inBrowsers = [
  browserClient('@segment/analytics-next', 'segmentNext', stage),
  browserClient('@rudderstack/analytics-js', 'rudder', stage),
  browserClient('@ht-sdks/events-sdk-js-browser', 'hightouch', stage),
];
const onServers: Client[] = [segmentNode, rudderNode, spectacleNode, jitsuNode, tagManagerPixel];

beforeAll(async () => {
  [spectacle, pages, browser] = await Promise.all([
    serveSpectacle(),
    serveStoryPages(['segmentNext', 'rudder', 'hightouch']),
    launchChromium(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await pages?.close();
  await spectacle?.close();
});

function sceneOf(client: Client): Scene {
  const { url, workspaceId } = spectacle;
  const id = client.name.replaceAll(/\W+/g, '-');
  return { url, workspaceId, userId: `user_${id}`, email: `${id}@acme-robotics.example`, groupId: `company_${id}` };
}

const eventsOfStory = 4 + story.batch.length;

/** The same for every client: the company, its one member, and every event once. */
async function expectStory({ groupId, userId, email }: Scene) {
  await expect.poll(async () => (await spectacle.group(groupId))?.events, { timeout: 20_000 }).toBe(eventsOfStory);

  const group = await spectacle.group(groupId);
  expect(group).toMatchObject({ groupId, members: 1, revenue: 0 });
  expect(group?.traits).toMatchObject(story.traits);
  expect(group?.special).toMatchObject({ name: 'Acme Robotics', domain: 'acme-robotics.example' });

  const { members } = await spectacle.members(groupId);
  expect(members).toMatchObject([
    { personId: `user:${userId}`, userId, emails: [email], until: null, events: eventsOfStory },
  ]);

  const { events } = await spectacle.timeline(groupId);
  const happened = events.map(({ type, event }) => (type === 'track' ? event : type)).toSorted();
  expect(happened).toEqual([...story.batch, story.track.event, 'group', 'identify', 'page'].toSorted());
  expect(new Set(events.map(({ messageId }) => messageId)).size).toBe(eventsOfStory);
  expect(events.find(({ event }) => event === story.track.event)?.properties).toMatchObject(story.track.properties);
  const page = events.find(({ type }) => type === 'page');
  // Jitsu's client puts the name of a page among its properties.
  expect(page?.event ?? page?.properties.name).toBe(story.page.name);
  expect(page?.page?.path).toBe(story.page.path);
  expect(events.flatMap(({ warnings }) => warnings)).toEqual([]);
}

describe('an unmodified client, pointed at Spectacle by its own options, tells the whole story', () => {
  test.each(onServers)('$name', async (client) => {
    const scene = sceneOf(client);
    await client.perform(scene);
    await expectStory(scene);
  });

  test.each(inBrowsers)('$name in Chromium', async (client) => {
    told = [];
    onTestFailed(() => console.error(told.join('\n')));
    const scene = sceneOf(client);
    await client.perform(scene);
    await expectStory(scene);
    await client.close();

    const posts = told.filter((line) => line.startsWith('POST ') && line.includes(spectacle.url));
    expect(
      posts.some((line) => /\/v1\/b(atch)? /.test(line)),
      'a batch was among the requests',
    ).toBe(true);
    expect((await spectacle.group(scene.groupId))?.firstTouch).toMatchObject({ source: 'google', medium: 'cpc' });
  });
});
