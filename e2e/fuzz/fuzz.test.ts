import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServerProcess, token, workspaceId } from '../kill/serverProcess.ts';
import { type GeneratedRequest, RequestGenerator } from './generatedRequest.ts';
import { verdictProblem } from './verdictProblem.ts';

const requests = Number(process.env.SPECTACLE_FUZZ ?? 5_000);
const seed = Number(process.env.SPECTACLE_SEED ?? 1);
const connections = 32;

let directory: string;
let server: ServerProcess;
let url: string;
const agent = new Agent({ keepAlive: true, maxSockets: connections });

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spectacle-fuzz-'));
  server = new ServerProcess(directory);
  url = await server.start();
});
afterAll(async () => {
  agent.destroy();
  await server.kill();
  await rm(directory, { recursive: true, force: true });
});

test(`${requests} generated requests: no 5xx, no crash, no growth, and each answer of the closed list`, {
  timeout: 120_000 + requests * 10,
}, async () => {
  const { pid } = server;
  const generator = new RequestGenerator(seed, workspaceId);
  const statuses = new Map<number, number>();
  const problems: string[] = [];
  // The most in each twentieth of the requests, in MB.
  const resident = new Array<number>(20).fill(0);
  let accepted = 0;
  let begun = 0;

  const client = async () => {
    while (begun < requests && problems.length < 10) {
      const number = begun++;
      const request = generator.request();
      const { status, text } = await send(request);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const problem = status >= 500 ? `a ${status}: ${text}` : verdictProblem(status, text);
      if (problem)
        problems.push(`#${number} ${request.path}: ${problem}\n${request.body.toString('utf8').slice(0, 2_000)}`);
      else if (status === 200) accepted += (JSON.parse(text) as { accepted: number }).accepted;
      if (number % Math.ceil(requests / 400) === 0) {
        const part = Math.floor((number / requests) * 20);
        resident[part] = Math.max(resident[part] ?? 0, (await metric('process_resident_memory_bytes')) / 2 ** 20);
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, client));

  console.log(
    `${begun} requests (seed ${seed}): ${[...statuses]
      .sort()
      .map(([status, count]) => `${count} × ${status}`)
      .join(', ')}; ` + `${accepted} events accepted; resident MB ${resident.map(Math.round).join(' ')}.`,
  );
  expect(problems).toEqual([]);
  expect(server.pid).toBe(pid);
  expect(await metric('spectacle_events_accepted_total')).toBe(accepted);
  expect(Math.max(...resident)).toBeLessThan(1024);
  // The embedded store warms up in the first quarter; from then on memory moves, and does not climb.
  const settled = Math.max(...resident.slice(0, 6));
  if (requests >= 100_000) expect(Math.max(...resident.slice(-5))).toBeLessThan(settled * 1.25);

  // What was stored can be derived and read, every page of it.
  await expect
    .poll(() => metric('spectacle_projection_backlog'), { timeout: 60_000 + requests * 5, interval: 500 })
    .toBe(0);
  for (const list of ['people?limit=100', 'groups?limit=100', 'events?limit=100']) {
    const response = await fetch(`${url}/api/workspaces/${workspaceId}/${list}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status, list).toBe(200);
    await response.json();
  }
  expect(server.log).not.toContain('"level":50');
  expect(await server.stop()).toBe(0);
});

/** Sends a request as it is, headers that no client library would let through included. */
function send({ path, headers, body }: GeneratedRequest): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      `${url}${path}`,
      { method: 'POST', agent, headers: { ...headers, 'content-length': body.length } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1]);
}
