// Builds everything: types and server (tsc), the SQL beside it, the SDKs, the web app. Only Node and npm are needed.
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (command, ...args) =>
  execFileSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });

run('npx', 'tsc', '--build', 'packages/server');
cpSync(`${root}packages/server/src`, `${root}packages/server/dist`, {
  recursive: true,
  filter: (source) => !/\.[^./\\]+$/.test(source) || source.endsWith('.sql'),
});
run('node', 'packages/browser/build.mjs');
run('node', 'packages/node/build.mjs');
run('npm', 'run', 'build', '--silent', '--workspace', 'packages/dashboard');
