// `npm test`: installs what is missing, builds, and runs every check. Stops at the first that fails.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (command, ...args) => {
  console.log(`\n▸ ${command} ${args.join(' ')}`);
  const started = Date.now();
  execFileSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  console.log(`  ${((Date.now() - started) / 1000).toFixed(1)} s`);
};

/** The same beside others: what it says is shown as a whole, when it has ended. */
const runBeside = async (command, ...args) => {
  const started = Date.now();
  const child = spawn(command, args, {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  }
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  console.log(`\n▸ ${command} ${args.join(' ')}\n${said}  ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}`);
};

const build = async () => {
  await runBeside('node', 'scripts/build.mjs');
  await runBeside('npx', 'tsc', '--build');
};
/** What needs no build. The compiler uses one core, so they cost no time beside it. */
const look = async () => {
  await runBeside('npx', 'biome', 'ci', '--diagnostic-level=error', '.');
  await runBeside('npm', 'run', 'rules', '--silent');
  await runBeside('npx', 'knip');
};

// `npm install` and not `npm ci`: a registry that lacks builds for other machines (optional packages) is no obstacle.
const installed = join(root, 'node_modules/.package-lock.json');
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) {
  run('npm', 'install', '--no-save', '--no-audit', '--no-fund');
}

try {
  run('node', 'scripts/chromium.mjs');
  for (const ended of await Promise.allSettled([build(), look()])) if (ended.status === 'rejected') throw ended.reason;
  run('npx', 'vitest', 'run');
} catch (error) {
  console.error(`\nFailed: ${error.message}`);
  process.exit(1);
}
