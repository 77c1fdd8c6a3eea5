import { defineConfig } from 'vitest/config';

// The workspace packages export their TypeScript under the condition "source", so tests need no build.
// Neither "import" nor "module" may be among them: they would hold for require() in dependencies too.
const conditions = ['source', 'node'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'packages/*/src/**/*.test.tsx', 'e2e/**/*.test.ts'],
    // The same tests on a real ClickHouse server or cluster; see e2e/cluster/storeElsewhere.ts.
    setupFiles: process.env.SPECTACLE_TEST_CLICKHOUSE ? ['e2e/cluster/storeElsewhere.ts'] : [],
    // chDB locks its data directory per process and two engines in one process are refused: a process per file.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
