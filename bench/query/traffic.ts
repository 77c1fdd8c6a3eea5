import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Who sends: `visits` of 5,000 people at work, each time five events together (a page and what is done on it, as clients batch
 * them), or `strangers`, no two events in minutes of the same person: what deriving costs most for.
 */
export type Pattern = 'visits' | 'strangers';

const users = 250_000;
const atWork = 5_000;

/** Steady traffic of people whom the store knows. */
export function startTraffic(url: string, writeKey: string, perSecond: number, pattern: Pattern) {
  const started = performance.now();
  let accepted = 0;
  let refused = 0;
  let turn = 0;
  const someone = (people: number) => `user_${((turn++ % people) * 7_919) % users}`;
  const size = pattern === 'visits' ? 5 : 100;
  const next = () => {
    if (pattern === 'strangers') return Array.from({ length: size }, () => event(someone(users), 'Opened Report'));
    const user = someone(atWork);
    return [
      page(user),
      ...['Opened Report', 'Exported', 'Opened Report', 'Created Project'].map((name) => event(user, name)),
    ];
  };
  const send = async () => {
    const batch = next();
    const response = await post(url, { writeKey, batch });
    if (response.ok) accepted += batch.length;
    else refused++;
    await response.body?.cancel();
  };
  let sent = 0;
  const timer = setInterval(() => {
    for (const due = ((performance.now() - started) / 1000) * perSecond; sent < due; sent += size)
      send().catch(() => {
        refused++;
      });
  }, 10);
  return {
    figures: () => ({ accepted, refused, seconds: (performance.now() - started) / 1000 }),
    stop: () => clearInterval(timer),
  };
}

/** Milliseconds from the answer to an event until it shows on its company's timeline; infinite if it does not within a minute. */
export async function visibleAfter(url: string, writeKey: string, token: string, turn: number): Promise<number> {
  const name = `Seen ${randomUUID()}`;
  const group = `company_${(turn * 13) % 25_000}`;
  const body = { writeKey, batch: [{ ...event(`user_${(turn * 13) % 25_000}`, name), context: { groupId: group } }] };
  // As every client does; what counts is the time since the event was accepted.
  while (!(await post(url, body)).ok) await sleep(1_000);
  const started = performance.now();
  const address = `${url}/api/workspaces/${writeKey}/groups/${group}/timeline?limit=20`;
  for (;;) {
    const timeline = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
    if ((await timeline.text()).includes(name)) return performance.now() - started;
    if (performance.now() - started > 60_000) return Number.POSITIVE_INFINITY;
    await sleep(20);
  }
}

const sender = (userId: string) => ({
  userId,
  anonymousId: `bench-${userId}`,
  messageId: randomUUID(),
  timestamp: new Date().toISOString(),
});

const event = (userId: string, name: string) => ({
  type: 'track',
  event: name,
  ...sender(userId),
  properties: { seats: 3, feature: '/app' },
});

const page = (userId: string) => ({
  type: 'page',
  ...sender(userId),
  properties: { path: '/app/reports', url: 'https://www.vendor.example/app/reports', title: 'Reports' },
});

const post = (url: string, body: unknown) =>
  fetch(`${url}/v1/batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
