import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** Steady traffic of people whom the store knows: a batch of 100 events as often as it takes. */
export function startTraffic(url: string, writeKey: string, perSecond: number) {
  const started = performance.now();
  let accepted = 0;
  let refused = 0;
  let user = 0;
  const send = async () => {
    const batch = Array.from({ length: 100 }, () => {
      user = (user + 7_919) % 250_000;
      return event(`user_${user}`, 'Opened Report');
    });
    const response = await post(url, { writeKey, batch });
    if (response.ok) accepted += batch.length;
    else refused++;
    await response.body?.cancel();
  };
  const timer = setInterval(() => {
    send().catch(() => {
      refused++;
    });
  }, 100_000 / perSecond);
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

const event = (userId: string, name: string) => ({
  type: 'track',
  event: name,
  userId,
  anonymousId: `bench-${userId}`,
  messageId: randomUUID(),
  timestamp: new Date().toISOString(),
  properties: { seats: 3, feature: '/app' },
});

const post = (url: string, body: unknown) =>
  fetch(`${url}/v1/batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
