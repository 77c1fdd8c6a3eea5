// Builds spectacle-node: one ESM and one CommonJS file, and declarations for both that stand alone.
// Usage: node build.mjs [--out <directory>]   (default: dist beside this file)
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({ options: { out: { type: 'string', default: join(here, 'dist') } } });
const out = resolve(values.out);

const outputs = [
  { format: 'esm', outfile: join(out, 'index.js') },
  { format: 'cjs', outfile: join(out, 'index.cjs') },
];
for (const output of outputs) {
  await build({
    ...output,
    entryPoints: [join(here, 'src/index.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    conditions: ['source'],
    legalComments: 'none',
    logLevel: 'error',
  });
}

// The compiler's declarations: the protocol's lie beside ours instead of in a package that is not published, and each
// exists once as a module and once for require().
const emitted = join(out, 'emitted');
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
const alone = ['--composite', 'false', '--incremental', 'false', '--tsBuildInfoFile', 'null', '--sourceMap', 'false'];
// The project of the build has no references, so that the protocol need not have been built before.
for (const [name, project] of Object.entries({ node: 'tsconfig.build.json', protocol: 'tsconfig.json' })) {
  const emit = ['--emitDeclarationOnly', '--outDir', join(emitted, name)];
  execFileSync(process.execPath, [tsc, '-p', join(here, '..', name, project), ...emit, ...alone], { stdio: 'inherit' });
}
const pending = ['node/index'];
for (const module of pending) {
  const [name] = module.split('/');
  const text = readFileSync(join(emitted, `${module}.d.ts`), 'utf8')
    .replaceAll("from '@spectacle/protocol'", "from '../protocol/index.ts'")
    .replaceAll("from './", `from '../${name}/`);
  for (const [, found] of text.matchAll(/from '\.\.\/([^']+)\.ts'/g)) if (!pending.includes(found)) pending.push(found);
  for (const [ending, declaration] of [
    ['.js', '.d.ts'],
    ['.cjs', '.d.cts'],
  ]) {
    const file = join(out, 'types', `${module}${declaration}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text.replaceAll(/(from '\.\.\/[^']+)\.ts'/g, `$1${ending}'`));
  }
}
rmSync(emitted, { recursive: true });
