import { setTimeout as sleep } from 'node:timers/promises';
import type { Drawn, Told } from './population.ts';
import { type ServerProcess, workspaceId } from './serverProcess.ts';

export interface Tally {
  acknowledged: Told[];
  requests: number;
  /** Requests sent again because their answer was lost or was a 429 or 5xx. */
  retries: number;
  /** Answers by status; 0 stands for a lost connection. */
  statuses: Map<number, number>;
}

export const newTally = (): Tally => ({ acknowledged: [], requests: 0, retries: 0, statuses: new Map() });

/** Sends events until they are acknowledged, in whichever life of the server that is, with a new sentAt in each try. */
export async function sendUntilStored(
  server: Pick<ServerProcess, 'address'>,
  drawn: Drawn,
  tally: Tally,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const status = await post(await server.address(), drawn.events);
    tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
    if (status === 200) break;
    if (status !== 0 && status !== 429 && status < 500) throw new Error(`Valid events were answered with ${status}.`);
    tally.retries++;
    await sleep(Math.min(10 * attempt, 200));
  }
  tally.requests++;
  tally.acknowledged.push(...drawn.told);
}

async function post(url: string, events: object[]): Promise<number> {
  const [single] = events;
  const sentAt = new Date().toISOString();
  const body = events.length === 1 && single ? { ...single, sentAt } : { batch: events, sentAt };
  const authorization = `Basic ${Buffer.from(`${workspaceId}:`).toString('base64')}`;
  try {
    const response = await fetch(`${url}/v1/batch`, {
      method: 'POST',
      headers: { authorization },
      body: JSON.stringify(body),
    });
    const verdict = (await response.json()) as { accepted: number; rejected: unknown[] };
    if (response.status === 200 && (verdict.accepted !== events.length || verdict.rejected.length > 0)) {
      throw new TypeError(`Valid events were refused: ${JSON.stringify(verdict).slice(0, 500)}`);
    }
    return response.status;
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith('Valid')) throw error;
    return 0;
  }
}
