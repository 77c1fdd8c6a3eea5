import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSpectacle } from '@spectacle/server/server';
import { createToken } from '@spectacle/server/tokens';
import { vi } from 'vitest';
import type { Delivery } from './history.ts';
import type { MembershipMode } from './membership.ts';

/** Answers a path below `/api/workspaces/{ws}/` with the body of a 200, and throws otherwise. */
export type Get = (path: string) => Promise<string>;

export interface Replays {
  /**
   * Sends each list of deliveries to a new workspace of its own; returns what reads them, in the same order. Every other
   * workspace gets its setting only after the deliveries, which must not matter. `keptDays`: for each list, how many days
   * before `readAt` the workspace is told to keep in the end.
   */
  replay(
    lists: readonly (readonly Delivery[])[],
    membership: MembershipMode,
    keptDays?: readonly number[],
  ): Promise<Get[]>;
  close(): Promise<void>;
}

/** When the workspaces are made, and when they are read; no delivery is received outside. */
const beforeAll = Date.parse('2020-01-01T00:00:00.000Z');
export const readAt = Date.parse('2030-01-01T00:00:00.000Z');

/** How often a replay waits for the derivation on its way: between them it runs when it likes. */
const waits = 4;

/**
 * The real server without a port, on a store in a new directory, with a clock that stands still: each delivery is
 * received when it says. The workspaces of one replay are filled side by side and share the derivations.
 */
export async function openReplays(): Promise<Replays> {
  // Before the server starts: it may keep `Date.now`.
  vi.useFakeTimers({ toFake: ['Date'] });
  const directory = await mkdtemp(join(tmpdir(), 'spectacle-replays-'));
  const own = { workspaceId: 'ws_replays', token: 'replays' };
  const store = { directory };
  // Every other time as on a large store under load.
  let runs = 0;
  const keepsForReports = () => runs++ % 2 === 0;
  const config = { port: 0, host: '127.0.0.1', store, logLevel: 'error', ...own };
  const spectacle = await createSpectacle(config, { keepsForReports });
  let made = 0;

  const makeWorkspace = async () => {
    const id = await spectacle.workspaces.create(`ws_${++made}`);
    return { id, token: await createToken(spectacle.store.intake, { workspaceId: id, role: 'admin' }) };
  };

  const set = async ({ id, token }: { id: string; token: string }, payload: object) => {
    const url = `/api/workspaces/${id}/settings`;
    const headers = { authorization: `Bearer ${token}` };
    const { statusCode, body } = await spectacle.app.inject({ method: 'PATCH', url, headers, payload });
    if (statusCode !== 200) throw new Error(`PATCH ${url} answered ${statusCode} ${body}`);
  };

  const send = async (workspaceId: string, batch: Delivery['batch']) => {
    const payload = { writeKey: workspaceId, batch };
    const response = await spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload });
    if (response.statusCode !== 200 || response.json().accepted !== batch.length) {
      throw new Error(`The collector answered ${response.statusCode} ${response.body} to ${JSON.stringify(batch)}`);
    }
  };

  const get = async (url: string, token: string) => {
    const response = await spectacle.app.inject({ url, headers: { authorization: `Bearer ${token}` } });
    if (response.statusCode !== 200) throw new Error(`GET ${url} answered ${response.statusCode} ${response.body}`);
    return response.body;
  };

  return {
    async replay(lists, membership, keptDays = []) {
      vi.setSystemTime(beforeAll);
      const workspaces = await Promise.all(lists.map(makeWorkspace));
      // A change within the millisecond of the making might be taken for the older of the two.
      vi.setSystemTime(beforeAll + 1);
      for (const workspace of workspaces.filter((_, i) => i % 2 === 1)) await set(workspace, { membership });
      const rounds = Math.max(...lists.map((deliveries) => deliveries.length));
      for (let round = 0; round < rounds; round++) {
        for (const [receivedAt, sends] of byReceipt(lists, round)) {
          vi.setSystemTime(receivedAt);
          await Promise.all(sends.map(({ list, batch }) => send(workspaces[list]?.id ?? '', batch)));
        }
        if (round % Math.ceil(rounds / waits) === 0) await spectacle.projector.settled();
      }
      vi.setSystemTime(readAt);
      for (const workspace of workspaces.filter((_, i) => i % 2 === 0)) await set(workspace, { membership });
      await spectacle.projector.settled();
      for (const [i, workspace] of workspaces.entries()) {
        if (keptDays[i]) await set(workspace, { retentionDays: keptDays[i] });
      }
      return workspaces.map(
        ({ id, token }) =>
          (path) =>
            get(`/api/workspaces/${id}/${path}`, token),
      );
    },
    async close() {
      await spectacle.close();
      await rm(directory, { recursive: true, force: true });
      vi.useRealTimers();
    },
  };
}

/** The n-th deliveries of all lists by the time at which they are received, so that the clock can stand still for each. */
function byReceipt(lists: readonly (readonly Delivery[])[], round: number) {
  const times = new Map<number, { list: number; batch: Delivery['batch'] }[]>();
  for (const [list, deliveries] of lists.entries()) {
    const delivery = deliveries[round];
    if (delivery === undefined) continue;
    const together = times.get(delivery.receivedAt) ?? [];
    together.push({ list, batch: delivery.batch });
    times.set(delivery.receivedAt, together);
  }
  return times;
}
