// npm links only what is there when it installs, so this file is not a built one; in a checkout
// that was not built to its end it builds.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/main.js', import.meta.url);
const build = new URL('../../../scripts/build.mjs', import.meta.url);
/** What scripts/build.mjs makes first, and last. */
const built = [main, new URL('../../dashboard/dist/app/index.html', import.meta.url)];
if (existsSync(build) && !built.every((file) => existsSync(file))) {
  console.error('Building …');
  // Standard output belongs to the command.
  const { status } = spawnSync(process.execPath, [fileURLToPath(build)], { stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    console.error('The build failed; what it says above is why.');
    process.exit(1);
  }
}
await import(main.href);
