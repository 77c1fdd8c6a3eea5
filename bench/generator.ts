// The load generator: a process of its own with raw sockets, so that it costs the server's machine as little as it can.
import { createConnection } from 'node:net';
import { demoEvents, passDigits, type Template, templates } from './traffic.ts';

export interface Load {
  url: string;
  path: string;
  writeKey: string;
  connections: number;
  eventsPerRequest: number;
  companies: number;
  warmUpSeconds: number;
  seconds: number;
}

export interface Measured {
  /** Within the measured seconds. */
  acknowledged: number;
  seconds: number;
  /** Answers by status in that time. */
  statuses: Record<string, number>;
  /** Milliseconds of the acknowledged requests. */
  p50: number;
  p99: number;
  worst: number;
}

process.on('message', (load: Load) => {
  measure(load).then(
    (measured) => process.send?.(measured),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

/** Keeps every connection busy: each sends its next request when the answer to its last is there, whatever that was. */
async function measure(load: Load): Promise<Measured> {
  const requests = templates(await demoEvents(load.companies), load.eventsPerRequest, load.writeKey).map((template) =>
    withHead(template, load),
  );
  const largest = Math.max(...requests.map(({ body }) => body.length));
  const { hostname, port } = new URL(load.url);
  const latencies: number[] = [];
  const statuses: Record<string, number> = {};
  let sent = 0;
  let measuring = false;
  let going = true;

  const open = () => {
    const socket = createConnection({ host: hostname, port: Number(port), noDelay: true });
    const own = Buffer.allocUnsafe(largest);
    let started = 0;
    const send = () => {
      const { body, places } = requests[sent % requests.length] as Template;
      const pass = String(Math.floor(sent / requests.length)).padStart(passDigits.length, '0');
      sent++;
      body.copy(own);
      for (const place of places)
        for (let digit = 0; digit < pass.length; digit++) own[place + digit] = pass.charCodeAt(digit);
      started = performance.now();
      socket.write(own.subarray(0, body.length));
    };
    let received: Buffer = Buffer.alloc(0);
    socket.on('connect', send);
    socket.on('data', (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      if (!isWhole(received)) return;
      if (measuring) {
        const status = received.toString('latin1', 9, 12);
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (status === '200') latencies.push(performance.now() - started);
      }
      received = Buffer.alloc(0);
      if (going) send();
      else socket.destroy();
    });
    socket.on('error', () => {
      if (measuring) statuses.lost = (statuses.lost ?? 0) + 1;
    });
    socket.on('close', () => {
      if (going) open();
    });
  };
  for (let connection = 0; connection < load.connections; connection++) {
    open();
    // Not all at once: the queue of connections to be accepted is short.
    if (connection % 100 === 99) await wait(5);
  }
  await wait(load.warmUpSeconds * 1000);
  measuring = true;
  const started = performance.now();
  await wait(load.seconds * 1000);
  measuring = false;
  const seconds = (performance.now() - started) / 1000;
  going = false;
  latencies.sort((a, b) => a - b);
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN;
  return {
    acknowledged: latencies.length * load.eventsPerRequest,
    seconds,
    statuses,
    p50: at(0.5),
    p99: at(0.99),
    worst: at(1),
  };
}

function withHead({ body, places }: Template, { url, path }: Load): Template {
  const head = Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: ${new URL(url).host}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
  );
  return { body: Buffer.concat([head, body]), places: places.map((place) => place + head.length) };
}

/** Is the answer there whole? Ours name their length. */
function isWhole(received: Buffer): boolean {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /content-length: (\d+)/i.exec(received.toString('latin1', 0, end))?.[1];
  return received.length >= end + 4 + Number(length ?? 0);
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
