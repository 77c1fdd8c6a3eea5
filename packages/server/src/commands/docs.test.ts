import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSpectacle } from '../server.ts';
import { bundleProgram } from './bundleProgram.ts';
import { serveCommands } from './servedCommands.ts';

const token = 'sp_docs';

const serve = () =>
  serveCommands(
    (directory) =>
      createSpectacle({ port: 0, host: '127.0.0.1', store: { directory }, workspaceId: 'ws_docs', token, logLevel: 'silent' }),
    token,
  ); // biome-ignore format: one call
let served: Awaited<ReturnType<typeof serve>>;
let path: string;

beforeAll(async () => {
  served = await serve();
  // The pages say "npx spectacle", so that is what runs.
  path = join(served.directory, 'bin');
  await mkdir(path);
  const program = await bundleProgram(served.directory);
  await writeFile(join(path, 'npx'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${program}" "$@"\n`, {
    mode: 0o755,
  });
  const batch = [
    { type: 'identify', userId: 'user_9', timestamp: '2026-01-05', traits: { name: 'Kim', email: 'kim@acme.example' } },
    { type: 'track', userId: 'user_9', event: 'Paid', timestamp: '2026-01-06', properties: { revenue: 9995 } },
  ];
  await served.spectacle.app.inject({ method: 'POST', url: '/v1/batch', payload: { writeKey: 'ws_docs', batch } });
});
afterAll(() => served.close());

interface Block {
  kind: string;
  text: string;
  /** The file that the block shows, where the line before it is a name. */
  file: string | undefined;
}

async function blocksOf(page: string): Promise<Block[]> {
  const text = await readFile(new URL(`../../../../docs/${page}`, import.meta.url), 'utf8');
  const found = text.matchAll(/(?:^`([\w.-]+)`\n\n)?^```(sh|text|json|csv)\n([\s\S]*?)^```$/gm);
  return [...found].map(([, file, kind = '', block = '']) => ({ kind, text: block, file }));
}

/** What is another each time. */
const steady = (text: string) =>
  text
    .replace(/\(\d+\.\d s\)/g, '(0.1 s)')
    .replace(/sp_[\w-]{32}/g, 'sp_…')
    .replace(/127\.0\.0\.1:\d+\/invitation#[\w-]{32}/g, '127.0.0.1:8765/invitation#…')
    .replace(/^[0-9a-f]{12}(?= {2})/gm, '000000000000')
    .replace(/\d{4}-\d\d-\d\d/g, '2026-01-05');

// In this order: the later pages speak of the people that the first one imports.
test.each(['import.md', 'cli.md', 'privacy.md'])('what docs/%s shows is what happens', async (page) => {
  const blocks = await blocksOf(page);
  const env = {
    PATH: `${path}${delimiter}${process.env.PATH}`,
    SPECTACLE_PORT: new URL(served.url).port,
    SPECTACLE_TOKEN: token,
  };
  let ran = 0;
  for (const [index, { kind, text, file }] of blocks.entries()) {
    if (file) await writeFile(join(served.directory, file), text);
    if (kind !== 'sh' || text.startsWith('export ')) continue;
    // An import ends with 2 where it refuses a line.
    const script = `set -o pipefail; (${text.trimEnd()}) 2>&1; code=$?; [ $code = 0 ] || [ $code = 2 ]`;
    const { stdout } = await promisify(execFile)('bash', ['-c', script], { cwd: served.directory, env });
    const next = blocks[index + 1];
    if (next?.kind === 'text') expect(steady(stdout)).toBe(steady(next.text));
    ran++;
  }
  expect(ran).toBeGreaterThan(1);
});

test('the list of errors that docs/import.md shows is the one that was written', async () => {
  const shown = (await blocksOf('import.md')).map(({ text }) => text);
  expect(shown).toContain(await readFile(join(served.directory, 'history.ndjson.errors.ndjson'), 'utf8'));
});
