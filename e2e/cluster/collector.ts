import { createSpectacle, type Spectacle } from '@spectacle/server/server';
import { token, workspaceId } from '../kill/serverProcess.ts';
import { type ClickHouseNodes, clusterName } from './clickhouseNodes.ts';

export interface Collector {
  spectacle: Spectacle;
  url: string;
  /** A body of the API, when all that is stored has been derived. */
  get(path: string): Promise<string>;
}

/** A Spectacle on its own port, in this process, on the cluster of these nodes. */
export async function startCollector(shards: ClickHouseNodes): Promise<Collector> {
  const store = { url: shards.nodes.map((node) => node.url).join(','), cluster: clusterName };
  return await serve(
    await createSpectacle({ port: 0, host: '127.0.0.1', store, workspaceId, token, logLevel: 'silent' }),
  );
}

/** The same, with the embedded store. */
export async function startEmbedded(directory: string): Promise<Collector> {
  const store = { directory };
  return await serve(
    await createSpectacle({ port: 0, host: '127.0.0.1', store, workspaceId, token, logLevel: 'silent' }),
  );
}

async function serve(spectacle: Spectacle): Promise<Collector> {
  const url = await spectacle.app.listen({ port: 0, host: '127.0.0.1' });
  return {
    spectacle,
    url,
    get: async (path) => {
      await spectacle.projector.settled();
      const headers = { authorization: `Bearer ${token}` };
      return await (await fetch(`${url}/api/workspaces/${workspaceId}/${path}`, { headers })).text();
    },
  };
}
