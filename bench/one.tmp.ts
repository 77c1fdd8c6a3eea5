import { readdirSync, readFileSync } from 'node:fs';
import { underLoad } from './load.ts';
import { startServer, workspaceId } from './server.ts';

const shapes = {
  batch: { path: '/v1/batch', eventsPerRequest: 100, connections: 128 },
  single: { path: '/v1/b', eventsPerRequest: 1, connections: Number(process.env.CONN ?? 1024) },
} as const;
const shape = shapes[(process.argv[2] ?? 'single') as 'single'];
const server = await startServer();
const threads = () => {
  const by: Record<string, number> = {};
  for (const t of readdirSync(`/proc/${server.pid}/task`)) {
    try {
      const s = readFileSync(`/proc/${server.pid}/task/${t}/stat`, 'utf8');
      const name =
        s.slice(s.indexOf('(') + 1, s.lastIndexOf(')')) +
        (t === String(server.pid) ? ' main' : s.includes('(node)') ? t.slice(-2) : '');
      const f = s.slice(s.lastIndexOf(')') + 2).split(' ');
      by[name] = (by[name] ?? 0) + (Number(f[11]) + Number(f[12])) / 100;
    } catch {}
  }
  return by;
};
const m = await underLoad({
  ...shape,
  url: server.url,
  writeKey: workspaceId,
  companies: 400,
  warmUpSeconds: 3,
  seconds: 10,
});
console.log(Math.round(m.acknowledged / m.seconds), 'p50', m.p50, 'p99', m.p99, m.statuses);
const text = await (await fetch(`${server.url}/metrics`)).text();
const accepted = Number(/^spectacle_events_accepted_total (.*)$/m.exec(text)?.[1]);
console.log('cpu us/event', (server.cpuSeconds() / accepted) * 1e6, 'accepted', accepted);
for (const [n, s] of Object.entries(threads())
  .sort((a, b) => b[1] - a[1])
  .slice(0, 14))
  console.log(n.padEnd(18), ((s / accepted) * 1e6).toFixed(1));
console.log(
  text
    .split('\n')
    .filter((l) => /commit|projection/.test(l) && !l.startsWith('#'))
    .join('\n'),
);
await server.stop();
server.remove();
