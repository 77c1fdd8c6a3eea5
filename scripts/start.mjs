// `npm start`: installs if needed, builds if needed, then becomes the server. Nothing but Node and npm must be there.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Spectacle needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const run = (command, ...args) =>
  execFileSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });

/** Time of the newest file below some folders, without what is built or installed. */
function newest(...folders) {
  let latest = 0;
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name === 'node_modules' || entry.name === 'dist') continue;
      const path = join(folder, entry.name);
      latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
    }
  }
  return latest;
}

// `npm install` and not `npm ci`: a registry that lacks builds for other machines (optional packages) is no obstacle.
const installed = join(root, 'node_modules/.package-lock.json');
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) {
  console.log('Installing …');
  run('npm', 'install', '--no-save', '--no-audit', '--no-fund');
}

const main = join(root, 'packages/server/dist/main.js');
const parts = [main, 'packages/browser/dist/spectacle.js', 'packages/dashboard/dist/app/index.html'].map((path) =>
  path === main ? main : join(root, path),
);
const oldest = Math.min(...parts.map((path) => (existsSync(path) ? statSync(path).mtimeMs : 0)));
if (oldest < newest(join(root, 'packages'))) {
  console.log('Building …');
  run('node', 'scripts/build.mjs');
}

process.argv.splice(1, 1, main);
await import(new URL('../packages/server/dist/main.js', import.meta.url).href);
