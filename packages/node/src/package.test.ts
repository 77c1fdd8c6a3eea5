import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { standInCollector } from './standInCollector.ts';
import { version } from './version.ts';

const run = promisify(execFile);
const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, '..');
let packed: string;

// The package as it would be published, in a directory of its own.
beforeAll(async () => {
  packed = await mkdtemp(join(tmpdir(), 'spectacle-node-'));
  await run(process.execPath, [join(source, 'build.mjs'), '--out', join(packed, 'dist')]);
  await cp(join(source, 'package.json'), join(packed, 'package.json'));
});
afterAll(() => rm(packed, { recursive: true, force: true }));

test('the version that events carry is that of the package', async () => {
  const manifest = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));
  expect(manifest.version).toBe(version);
  expect(manifest.dependencies).toBeUndefined();
});

test('publint finds nothing to complain about', async () => {
  const { messages } = await publint({ pkgDir: packed, strict: true });
  expect(messages).toEqual([]);
});

test('types resolve in every way of importing', async () => {
  const attw = join(
    dirname(createRequire(import.meta.url).resolve('@arethetypeswrong/cli/package.json')),
    'dist/index.js',
  );
  const { stdout } = await run(process.execPath, [attw, '--pack', packed, '--format', 'json']);
  expect(JSON.parse(stdout).analysis.problems).toEqual([]);
});

test('the declarations name no package that is not published', async () => {
  for (const file of ['spectacleError', 'spectacle', 'index']) {
    const text = await readFile(join(packed, `dist/types/node/${file}.d.ts`), 'utf8');
    expect(text).not.toContain('@spectacle/');
  }
});

test.each([
  ['module', 'esm.mjs', `import { Spectacle } from './dist/index.js';`],
  ['CommonJS', 'cjs.cjs', `const { Spectacle } = require('./dist/index.cjs');`],
])('a script in %s delivers what it never awaited, and then ends by itself', async (_kind, name, load) => {
  const collector = await standInCollector();
  const script = `${load}
    const spectacle = new Spectacle({ workspaceId: 'ws_a', baseUrl: ${JSON.stringify(collector.baseUrl)} });
    spectacle.group({ userId: 'u1', groupId: 'company_123', traits: { name: 'Acme Inc.' } });
    spectacle.track({ userId: 'u1', event: '' });`;
  await writeFile(join(packed, name), script);
  const { stderr } = await run(process.execPath, [join(packed, name)]);
  expect(collector.stored).toMatchObject([{ type: 'group', groupId: 'company_123' }]);
  expect(stderr).toContain('[spectacle] track() needs the name of the event');
  await collector.close();
});

test('a process that sends nothing is not held', async () => {
  await writeFile(
    join(packed, 'idle.mjs'),
    `import { Spectacle } from './dist/index.js';
    new Spectacle({ workspaceId: 'ws_a', baseUrl: 'http://127.0.0.1:1' });`,
  );
  await expect(run(process.execPath, [join(packed, 'idle.mjs')])).resolves.toMatchObject({ stderr: '' });
});
