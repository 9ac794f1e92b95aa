// The import rules of docs/architecture.md, as errors. Imports point one way: app → api → features → server → lib.

const FEATURE = '^src/features/([^/]+)/';
/** Reaching over to another feature. `$1` is the importing feature's name. */
const fromFeature = { path: FEATURE };
const TESTS = '\\.test\\.tsx?$|/testing/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment:
        'Two files that need each other are one file or three. Types may point back: they are gone at run time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-resolvable',
      comment: 'An import that cannot be found.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-packages-in-the-product',
      comment: 'What the product imports must be among the dependencies.',
      severity: 'error',
      from: { path: '^(src|web|worker)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },

    // lib ← server ← features ← api ← app
    {
      name: 'lib-is-pure',
      comment: 'src/lib holds pure helpers: no input or output, nothing of ours but lib.',
      severity: 'error',
      from: { path: '^src/lib/', pathNot: TESTS },
      to: { path: '^(src/(?!lib/)|web/|worker/|scripts/|node:|fs|http|net)' },
    },
    {
      name: 'server-knows-no-feature',
      comment: 'The platform serves every feature and names none.',
      severity: 'error',
      from: { path: '^src/server/' },
      to: { path: '^src/(features|api|app|ui)/' },
    },
    {
      name: 'ui-knows-no-feature',
      comment: 'The design system uses lib alone, and the types of api for the tRPC client.',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: {
        path: '^src/(features|app|api|server)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'features-below-api',
      comment: 'A feature does not know who publishes it.',
      severity: 'error',
      from: { path: '^src/features/', pathNot: ['/ui/', TESTS] },
      to: { path: '^src/(api|app|ui)/' },
    },
    {
      name: 'api-below-app',
      severity: 'error',
      from: { path: '^src/api/' },
      to: { path: '^src/(app|ui)/' },
    },

    // Between features
    {
      name: 'no-repository-of-another-feature',
      comment:
        'Another feature’s rows are had through its service, which checks and shapes them. Types of rows may be shared.',
      severity: 'error',
      from: fromFeature,
      to: {
        path: `${FEATURE}.*\\.repository\\.ts$`,
        pathNot: '^src/features/$1/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-router-or-job-of-another-feature',
      comment: 'Routers are for src/api, job definitions for their own feature and its processors.',
      severity: 'error',
      from: fromFeature,
      to: { path: `${FEATURE}.*\\.(router|jobs)\\.ts$`, pathNot: '^src/features/$1/' },
    },
    {
      name: 'repositories-only-from-their-feature',
      comment: 'Pages, the api, the web process, processors and scripts go through services.',
      severity: 'error',
      from: { path: '^(src/(app|api|server|ui)|web|worker|scripts|bench|chaos)/', pathNot: TESTS },
      to: { path: '\\.repository\\.ts$' },
    },

    // Components
    {
      name: 'feature-ui-is-client-safe',
      comment:
        'A component may use schemas, the pure rule and CSV modules (any feature’s), components, src/ui and src/lib; of all else only types.',
      severity: 'error',
      from: { path: `${FEATURE}ui/`, pathNot: TESTS },
      to: {
        path: '^(src/(features|server|api|app|env)|web/|worker/|scripts/)',
        pathNot: [
          '\\.schema\\.ts$',
          '^src/features/audiences/rules/(?!compile)',
          '^src/features/imports/csv/(?!encoding)',
          `${FEATURE}ui/`,
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-components-in-the-back-end',
      severity: 'error',
      from: {
        path: '^(src/(server|api|lib)/|src/features/[^/]+/(?!ui/)|web/|worker/|scripts/)',
        pathNot: TESTS,
      },
      to: { path: '(^src/ui/|/ui/[^/]+\\.tsx$)' },
    },
    {
      name: 'schemas-are-client-safe',
      comment:
        'Schemas go to the browser with the forms: only zod, lib, other schemas, the pure rule modules and the names of permissions.',
      severity: 'error',
      from: { path: '\\.schema\\.ts$' },
      to: {
        path: '^(src/(features|server|api|app|env)|web/|worker/|scripts/|node_modules/(mongodb|ioredis|bullmq)/)',
        pathNot: [
          '\\.schema\\.ts$',
          '^src/features/audiences/rules/(?!compile)',
          '^src/features/imports/csv/limits\\.ts$',
          '^src/server/permissions\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },

    // Entry points
    {
      name: 'nothing-imports-the-processes',
      comment: 'web/ and worker/ are where processes begin. Tests may start them.',
      severity: 'error',
      from: { path: '^(src|scripts|web)/', pathNot: TESTS },
      to: { path: '^worker/' },
    },
    {
      name: 'nothing-imports-web',
      severity: 'error',
      from: { path: '^(src|scripts|worker)/', pathNot: TESTS },
      to: { path: '^web/' },
    },
    {
      name: 'product-without-scripts',
      comment: 'The product runs without the developer tools.',
      severity: 'error',
      from: { path: '^(src|web|worker)/' },
      to: { path: '^(scripts|bench|chaos|e2e)/' },
    },
    {
      name: 'no-test-support-in-the-product',
      severity: 'error',
      from: { pathNot: [TESTS, '^(e2e|chaos)/'] },
      to: { path: '/testing/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.next|migrations)/|prisma/contract' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Swc reads every import as written, types too; the TypeScript 7 compiler has no API for it yet.
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
