// Builds what leaves this package: dist/spectacle.js, the script that pages load, and the ES modules with their types.
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';
import { buildScript } from './buildScript.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const written = new Set();

/** Readers see the old file or the new one, never half of it. */
const write = async (path, text) => {
  await writeFile(`${here(path)}.${process.pid}`, text);
  await rename(`${here(path)}.${process.pid}`, here(path));
  written.add(path);
};

const { version } = JSON.parse(readFileSync(here('package.json'), 'utf8'));
if (!readFileSync(here('src/version.ts'), 'utf8').includes(`'${version}'`)) {
  throw new Error(`src/version.ts does not say ${version}, the version in package.json. Make them equal.`);
}

await mkdir(here('dist'), { recursive: true });
await write('dist/spectacle.js', await buildScript());

const modules = ['index', 'react', 'snippet'];
for (const name of modules) {
  const { outputFiles } = await build({
    bundle: true,
    write: false,
    format: 'esm',
    conditions: ['source'],
    target: 'es2022',
    legalComments: 'none',
    // The adapter must share the one Spectacle of the page with the rest of the package.
    external: ['react', 'spectacle-js'],
    entryPoints: [here(`src/${name}.ts`)],
  });
  await write(`dist/${name}.js`, outputFiles[0].text);
}

// The types of the public modules import nothing from outside, so each file's declarations stand alone.
for (const name of [...modules, 'api', 'createSpectacle', 'script']) {
  const { outputText } = ts.transpileDeclaration(await readFile(here(`src/${name}.ts`), 'utf8'), {
    compilerOptions: { strict: true, target: ts.ScriptTarget.ES2022, isolatedDeclarations: true },
  });
  await write(`dist/${name}.d.ts`, outputText.replaceAll(/(from '\.\/\w+)\.ts'/g, "$1.js'"));
}

// What an earlier build left must not be packed.
for (const file of await readdir(here('dist'))) {
  if (/\.(d\.ts|js)$/.test(file) && !written.has(`dist/${file}`)) await rm(here(`dist/${file}`));
}
