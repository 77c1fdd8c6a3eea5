// The browser tests run in a real Chromium. Finds one, installs Debian's if that can be done, or says what to do.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function find() {
  const { SPECTACLE_CHROMIUM, PATH = '' } = process.env;
  if (SPECTACLE_CHROMIUM) return existsSync(SPECTACLE_CHROMIUM) ? SPECTACLE_CHROMIUM : undefined;
  const places = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...places, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((path) => existsSync(path));
}

function install() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('No Chromium here: installing the Debian package chromium …');
  const apt = (...args) =>
    execFileSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  apt('update', '-q');
  apt('install', '-y', '-q', '--no-install-recommends', 'chromium');
}

if (!find()) install();
const found = find();
if (!found) {
  console.error(
    'The browser tests need Chromium. Install it (Debian, Ubuntu: "sudo apt-get install chromium"; macOS: Google Chrome), ' +
      'or set SPECTACLE_CHROMIUM to its path, and run npm test again.',
  );
  process.exit(1);
}
console.log(`Chromium: ${found}`);
