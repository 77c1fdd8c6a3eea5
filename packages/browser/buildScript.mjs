// Builds the script that pages load, in memory.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { minify } from 'terser';

// Names between our modules, shortened. Of the browser's objects only Response has one of them (`ok`): ask for its status.
const internal =
  /^(allow|call|callback|entries|lastChance|lockManager|logIn|ok|onTakeOver|options|otherGroup|otherUser|prefix|problems|sameGroup|soon|storage|visitor|why)$/;

// Nothing of ours compares with true or false, or sends them: 1 and 0 do as well.
const unsafe = {
  unsafe: true,
  unsafe_arrows: true,
  unsafe_methods: true,
  pure_getters: true,
  keep_fargs: false,
  booleans_as_integers: true,
};

const squeeze = async (code) => {
  const options = { ecma: 2020, module: true, compress: { passes: 4, ...unsafe }, format: { comments: false } };
  return (await minify(code, options)).code;
};

/** The text of spectacle.js. */
export async function buildScript() {
  const bundle = await build({
    bundle: true,
    write: false,
    conditions: ['source'],
    target: 'es2022',
    entryPoints: [fileURLToPath(new URL('src/script.ts', import.meta.url))],
    format: 'iife',
    minifySyntax: true,
    legalComments: 'none',
    mangleProps: internal,
  });
  // The second pass sees what the first has inlined.
  return squeeze(await squeeze(bundle.outputFiles[0].text));
}
