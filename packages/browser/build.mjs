// Builds what leaves this package: dist/spectacle.js, the script that pages load, and the ES modules with their types.
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { minify } from 'terser';
import ts from 'typescript';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(readFileSync(here('package.json'), 'utf8'));
if (!readFileSync(here('src/version.ts'), 'utf8').includes(`'${version}'`)) {
  throw new Error(`src/version.ts does not say ${version}, the version in package.json. Make them equal.`);
}

const shared = { bundle: true, write: false, conditions: ['source'], target: 'es2022', legalComments: 'none' };
await mkdir(here('dist'), { recursive: true });
for (const old of await readdir(here('dist'))) if (old.startsWith('chunk-')) await rm(here(`dist/${old}`));

// Names between modules of ours that no object of the browser has, so that they may be shortened.
const internal =
  /^(allow|callback|entries|lastChance|logIn|ok|onTakeOver|options|otherGroup|otherUser|prefix|problems|sameGroup|soon|visitor|why)$/;
const script = await build({
  ...shared,
  entryPoints: [here('src/script.ts')],
  format: 'iife',
  minifySyntax: true,
  mangleProps: internal,
});
const unsafe = { unsafe: true, unsafe_arrows: true, unsafe_methods: true, pure_getters: true, keep_fargs: false };
const squeeze = (code) =>
  minify(code, { ecma: 2020, module: true, compress: { passes: 4, ...unsafe }, format: { comments: false } });
// The second pass sees what the first has inlined.
const small = await squeeze((await squeeze(script.outputFiles[0].text)).code);
await writeFile(here('dist/spectacle.js'), small.code);

const modules = ['index', 'snippet'];
await build({
  ...shared,
  write: true,
  format: 'esm',
  entryPoints: modules.map((name) => here(`src/${name}.ts`)),
  outdir: here('dist'),
  splitting: true,
  chunkNames: '[name]-[hash]',
});

// The types of the public modules import nothing from outside, so each file's declarations stand alone.
for (const name of [...modules, 'api', 'spectacle']) {
  const { outputText } = ts.transpileDeclaration(await readFile(here(`src/${name}.ts`), 'utf8'), {
    compilerOptions: { strict: true, target: ts.ScriptTarget.ES2022, isolatedDeclarations: true },
  });
  await writeFile(here(`dist/${name}.d.ts`), outputText.replaceAll(/(from '\.\/\w+)\.ts'/g, "$1.js'"));
}
