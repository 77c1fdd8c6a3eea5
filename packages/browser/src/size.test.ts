import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

test('the script that pages load is at most 5,000 bytes with gzip -9', () => {
  const build = new URL('../build.mjs', import.meta.url);
  execFileSync(process.execPath, [build.pathname]);
  const script = readFileSync(new URL('../dist/spectacle.js', import.meta.url));
  const size = gzipSync(script, { level: 9 }).length;
  console.log(`spectacle.js: ${script.length} bytes, ${size} with gzip -9`);
  expect(size).toBeLessThanOrEqual(5_000);
  expect(script.toString()).not.toMatch(/\beval\(|new Function|import\.meta|innerHTML|document\.write/);
});
