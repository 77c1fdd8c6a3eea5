#!/usr/bin/env node
// The command `spectacle`. npm links only what is there when it installs, so this file is not a built one; in a checkout
// that was not built yet it builds.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/main.js', import.meta.url);
const build = new URL('../../../scripts/build.mjs', import.meta.url);
if (!existsSync(main) && existsSync(build)) {
  console.error('Building …');
  // Standard output belongs to the command.
  execFileSync(process.execPath, [fileURLToPath(build)], { stdio: ['ignore', 2, 2] });
}
await import(main.href);
