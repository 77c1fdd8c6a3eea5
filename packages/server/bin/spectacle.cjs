#!/usr/bin/env -S node --max-semi-space-size=32
// (More room for young objects: under load a tenth less time goes to collecting garbage.)
// The command `spectacle`.
//
// Each connection to the engine inside keeps a thread of libuv busy, and reading files and unpacking requests need some too; the
// usual four are too few. libuv asks for their number when the first is needed, which loading a module is: hence CommonJS.
process.env.UV_THREADPOOL_SIZE ??= '12';
import('./spectacle.mjs');
