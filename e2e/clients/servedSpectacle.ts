import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GroupSummary, MemberList, Timeline } from '@spectacle/server/answers';
import { createSpectacle } from '@spectacle/server/server';

export interface ServedSpectacle {
  url: string;
  workspaceId: string;
  token: string;
  /** An answer of the API about the company, or undefined while nobody has told of it. */
  group(groupId: string): Promise<GroupSummary | undefined>;
  members(groupId: string): Promise<MemberList>;
  timeline(groupId: string): Promise<Timeline>;
  close(): Promise<void>;
}

/** The real server, listening on a port of its own, with an empty store in a directory of its own. */
export async function serveSpectacle(): Promise<ServedSpectacle> {
  const directory = await mkdtemp(join(tmpdir(), 'spectacle-clients-'));
  const workspaceId = 'ws_clients';
  const token = 'a-token-of-the-tests-only-0123456789';
  const config = { port: 0, host: '127.0.0.1', store: { directory }, workspaceId, token, logLevel: 'silent' };
  const spectacle = await createSpectacle(config);
  const url = await spectacle.app.listen({ port: 0, host: '127.0.0.1' });
  const ask = async <Answer>(path: string): Promise<Answer | undefined> => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${url}/api/workspaces/${workspaceId}/groups/${path}`, { headers });
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  return {
    url,
    workspaceId,
    token,
    group: (groupId) => ask<GroupSummary>(groupId),
    members: async (groupId) => (await ask<MemberList>(`${groupId}/members`)) ?? { members: [], next: null },
    timeline: async (groupId) => (await ask<Timeline>(`${groupId}/timeline`)) ?? { events: [], next: null },
    close: async () => {
      await spectacle.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
