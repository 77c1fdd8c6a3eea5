// `npm start`. Why CommonJS, and why so many threads: packages/server/bin/spectacle.cjs.
process.env.UV_THREADPOOL_SIZE ??= '12';
import('./start.mjs');
