// What may know what. `npm run rules`; part of `npm test`.

/** The server's folders stand in a line: each knows only those before it. ARCHITECTURE.md says why. */
const line = [
  'store',
  'workspaces',
  'accounts',
  'lists',
  'traits',
  'events',
  'collector',
  'journeys',
  'projection',
  'people',
  'groups',
  'timelines',
  'privacy',
  'transfer',
  'revenue',
  'attribution',
  'reports',
  'observability',
  'api',
  'commands',
];

const later = (folder) => line.slice(line.indexOf(folder) + 1);

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.(css|svg|woff2)$' },
    },
    ...line.slice(0, -1).map((folder) => ({
      name: `${folder}-knows-only-what-stands-before-it`,
      severity: 'error',
      from: { path: `^packages/server/src/${folder}/`, pathNot: '\\.test\\.ts$' },
      to: { path: `^packages/server/src/(${later(folder).join('|')})/` },
    })),
    {
      name: 'the-protocol-knows-nobody',
      severity: 'error',
      from: { path: '^packages/protocol/src', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^packages/protocol/src' },
    },
    {
      name: 'sdks-have-no-dependencies',
      comment: 'They may bundle the protocol and nothing else; node: modules only in spectacle-node.',
      severity: 'error',
      from: { path: '^packages/(browser|node)/src', pathNot: ['\\.test\\.tsx?$', '/standIn[A-Z]'] },
      to: {
        pathNot: [
          '^packages/(browser|node|protocol)/',
          '^(node:)?(zlib|util|crypto|timers|buffer|async_hooks)',
          '^react$',
          'node_modules/(@types/)?react/',
        ],
      },
    },
    {
      name: 'the-web-app-imports-only-types-from-the-server',
      severity: 'error',
      from: { path: '^packages/dashboard/src' },
      to: { path: '^packages/server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-demo-speaks-http-only',
      severity: 'error',
      from: { path: '^packages/server/src/demo/', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/server/src/', pathNot: '^packages/server/src/demo/' },
    },
    {
      name: 'only-the-wiring-knows-the-wiring',
      severity: 'error',
      comment: 'And the command that starts it.',
      from: {
        path: '^packages/server/src/[^/]+/',
        pathNot: ['\\.test\\.ts$', '^packages/server/src/commands/start\\.ts$'],
      },
      to: { path: '^packages/server/src/server\\.ts$' },
    },
    {
      name: 'folders-that-say-nothing',
      severity: 'error',
      from: {},
      to: {
        path: '^(packages|e2e|bench)/.*/(utils|helpers|common|shared|lib|misc|types|services|managers)(/|\\.tsx?$)',
        pathNot: 'node_modules',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'node', 'default'],
    },
  },
};
