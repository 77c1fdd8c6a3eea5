import { type Client, type Scene, story } from './scene.ts';

/**
 * What a server-side tag manager sends in the pixel's name: a single event a request, JSON labelled as text, no
 * messageId, timestamp or sentAt, and the visitor's data in `context`.
 */
export const tagManagerPixel: Client = {
  name: 'the pixel of a server-side tag manager',
  async perform(scene) {
    const { userId, email, groupId } = scene;
    const anonymousId = `browser-of-${userId}`;
    const call = (path: string, fields: object) => post(scene, path, { userId, anonymousId, ...fields });
    await call('/i', { type: 'identify', traits: { email } });
    await call('/g', { type: 'group', groupId, traits: story.traits });
    await call('/t', { type: 'track', ...story.track });
    const properties = {
      title: story.page.name,
      url: `https://www.acme-robotics.example${story.page.path}`,
      path: story.page.path,
      hash: '',
      search: '',
      width: 1512,
      height: 861,
    };
    await call('/p', { type: 'page', name: story.page.name, properties });
    // A container fires its tags side by side; the pixel has no batch of its own.
    await Promise.all(story.batch.map((event) => call('/t', { type: 'track', event })));
  },
};

async function post({ url, workspaceId }: Scene, path: string, fields: object): Promise<void> {
  const page = {
    path: story.page.path,
    referrer: 'https://www.google.com/',
    search: '',
    title: story.page.name,
    url: `https://www.acme-robotics.example${story.page.path}`,
  };
  const body = {
    context: {
      timezone: 'Europe/Berlin',
      locale: 'de-DE',
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0',
      campaign: { source: 'google', medium: 'cpc', name: 'brand', term: '', content: '' },
      page,
    },
    ip: '203.0.113.7',
    lens: {},
    writeKey: workspaceId,
    ...fields,
  };
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify(body),
  });
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
}
