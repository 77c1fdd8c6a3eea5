import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Client, story } from './scene.ts';

/** What is used here of the package, which is loaded as a JavaScript program loads it: its types have tests of their own. */
interface SpectacleNode {
  Spectacle: new (options: {
    workspaceId: string;
    baseUrl: string;
  }) => Record<'identify' | 'group' | 'track' | 'page', (call: object) => Promise<unknown>> & {
    close(): Promise<void>;
  };
}

const build = fileURLToPath(new URL('../../packages/node/build.mjs', import.meta.url));

/** The package as it is published: built, and loaded from its bundle. */
async function loadPackage(): Promise<{ module: SpectacleNode; remove: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'spectacle-node-'));
  await promisify(execFile)(process.execPath, [build, '--out', directory]);
  const module = (await import(/* @vite-ignore */ pathToFileURL(join(directory, 'index.js')).href)) as SpectacleNode;
  return { module, remove: () => rm(directory, { recursive: true, force: true }) };
}

export const spectacleNode: Client = {
  name: 'spectacle-node',
  async perform({ url, workspaceId, userId, email, groupId }) {
    const { module, remove } = await loadPackage();
    const spectacle = new module.Spectacle({ workspaceId, baseUrl: url });
    await spectacle.identify({ userId, traits: { email } });
    await spectacle.group({ userId, groupId, traits: story.traits });
    await spectacle.track({ userId, ...story.track });
    const { name, path } = story.page;
    await spectacle.page({ userId, name, properties: { url: `https://app.acme-robotics.example${path}`, path } });
    await Promise.all(story.batch.map((event) => spectacle.track({ userId, event })));
    await spectacle.close();
    await remove();
  },
};
