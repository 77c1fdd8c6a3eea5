import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longestFirst.ts';

// The workspace packages export their TypeScript under the condition "source", so tests need no build.
// Neither "import" nor "module" may be among them: they would hold for require() in dependencies too.
const conditions = ['source', 'node'];

/** Tests of functions: they start no engine, server or browser and leave nothing behind, so many of them share a process. */
const ofFunctions = [
  'packages/{protocol,dashboard}/src/**/*.test.{ts,tsx}',
  'packages/{browser,node}/src/!(size|package).test.ts',
  'packages/server/src/{collector,observability,traits}/**/*.test.ts',
  'packages/server/src/accounts/{attemptLimit,oneTimeLink,password}.test.ts',
  'packages/server/src/config.test.ts',
  'packages/server/src/api/csv.test.ts',
  'packages/server/src/attribution/{divide,effectWeights,knownAnswers,markov,ruleWeights,shapley}.test.ts',
  'packages/server/src/demo/{adSpend,sendDemo,simulate}.test.ts',
  'packages/server/src/events/rejections.test.ts',
  'packages/server/src/projection/projector.test.ts',
  'packages/server/src/reports/period.test.ts',
  'packages/server/src/revenue/{readRates,readSpend,signature}.test.ts',
  'packages/server/src/store/{formOf,openAny}.test.ts',
  'packages/server/src/transfer/{columnMapping,csvCells,importFile,importedCall,inOrder,recordSplitter}.test.ts',
  'e2e/reference/{histories,reference,cases/knownCases}.test.ts',
];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'systems',
          include: ['packages/*/src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...ofFunctions],
          // The same tests on a real ClickHouse server or cluster; see e2e/cluster/storeElsewhere.ts.
          setupFiles: process.env.SPECTACLE_TEST_CLICKHOUSE ? ['e2e/cluster/storeElsewhere.ts'] : [],
          // chDB locks its data directory per process and two engines in one process are refused: a process per file.
          isolate: true,
        },
      },
      { extends: true, test: { name: 'functions', include: ofFunctions, isolate: false } },
    ],
  },
});
