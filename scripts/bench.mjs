// `npm run bench`: all benchmarks; `npm run bench -- ingest`: one. Builds the server first if it is older than its source.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const benchmarks = ['ingest', 'query', 'pages', 'reports', 'attribution', 'cluster', 'migrate'];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benchmarks.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${benchmarks.join(', ')}.`);
  process.exit(1);
}

const newest = Math.max(
  ...readdirSync(join(root, 'packages/server/src'), { recursive: true }).map(
    (file) => statSync(join(root, 'packages/server/src', file)).mtimeMs,
  ),
);
const main = join(root, 'packages/server/dist/main.js');
if (!existsSync(main) || statSync(main).mtimeMs < newest) {
  execFileSync('node', ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
}

const outdir = join(root, 'bench/dist/run');
await build({
  entryPoints: readdirSync(join(root, 'bench'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(root, 'bench', file)),
  outdir,
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  bundle: true,
  packages: 'external',
  logLevel: 'warning',
});
// A bundle reads its SQL beside itself.
for (const file of ['generate.sql', 'count.sql']) cpSync(join(root, 'bench/query', file), join(outdir, file));
cpSync(join(root, 'e2e/cluster/clickhouseNode.mjs'), join(outdir, 'clickhouseNode.mjs'));
for (const name of wanted.length > 0 ? wanted : benchmarks) {
  execFileSync('node', [join(outdir, `${name}.mjs`)], { cwd: root, stdio: 'inherit' });
}
