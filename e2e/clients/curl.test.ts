import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CurlExample, curlExamples } from './curlExamples.ts';
import { type ServedSpectacle, serveSpectacle } from './servedSpectacle.ts';

const pages = ['collector.md', 'segment.md', 'attribution.md', 'revenue.md'];
const examples: CurlExample[] = (await Promise.all(pages.map(curlExamples))).flat();
let spectacle: ServedSpectacle;
let secret = '';

/** What the example of signed payments sends. */
const payment = { id: 'inv_1', amount: 100, currency: 'USD', customer: { email: 'billing@globex.example' } };

beforeAll(async () => {
  spectacle = await serveSpectacle();
  const response = await fetch(`${spectacle.url}/api/workspaces/${spectacle.workspaceId}/webhooks/payments`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${spectacle.token}`, 'content-type': 'application/json' },
    body: '{}',
  });
  ({ secret } = (await response.json()) as { secret: string });
});
afterAll(() => spectacle?.close());

test('the documentation has examples for single calls, batches and gzip', () => {
  expect(examples.length).toBeGreaterThanOrEqual(8);
});

test.each(examples)('$title answers what the page says', async ({ script, answer }) => {
  const env = {
    ...process.env,
    SPECTACLE: spectacle.url,
    WORKSPACE: spectacle.workspaceId,
    SPECTACLE_TOKEN: spectacle.token,
    SECRET: secret,
    BODY: JSON.stringify(payment),
  };
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { env });
  const said: unknown = JSON.parse(stdout);
  if (answer === undefined) expect(said).not.toHaveProperty('code');
  else expect(said).toEqual(answer);
});

// The tests of a file run in order: all examples have been run by now.
test('together they make the company, its people and its money', async () => {
  // Answers of the API may lag behind by a moment while the machine is busy; they must arrive.
  await expect.poll(async () => (await spectacle.group('company_123'))?.members, { timeout: 20_000 }).toBe(2);
  const group = await spectacle.group('company_123');
  expect(group).toMatchObject({ groupId: 'company_123', members: 2, revenue: 9995, traits: { employees: 329 } });
  expect(group?.special).toMatchObject({ domain: 'acme.example' });
  const { members } = await spectacle.members('company_123');
  expect(members.map(({ userId }) => userId).toSorted()).toEqual(['user_1', 'user_2']);
});
