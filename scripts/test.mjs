// `npm test`: installs what is missing, builds, and runs every check. Stops at the first that fails.
import { execFileSync } from 'node:child_process';
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

// `npm install` and not `npm ci`: a registry that lacks builds for other machines (optional packages) is no obstacle.
const installed = join(root, 'node_modules/.package-lock.json');
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) {
  run('npm', 'install', '--no-save', '--no-audit', '--no-fund');
}

try {
  run('node', 'scripts/chromium.mjs');
  run('npx', 'biome', 'ci', '--diagnostic-level=error', '.');
  run('node', 'scripts/build.mjs');
  run('npx', 'tsc', '--build');
  run('npm', 'run', 'rules', '--silent');
  run('npx', 'knip');
  run('npx', 'vitest', 'run');
} catch (error) {
  console.error(`\nFailed: ${error.message}`);
  process.exit(1);
}
