const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

/** Folders of src that are no feature. Every other folder of src is one. */
const NOT_A_FEATURE = 'platform|adapters|app|web';
const FEATURE = `^src/(?!(?:${NOT_A_FEATURE})/)([^/]+)/`;
const SPEC = '[.-]spec\\.ts$';
/** Code that lies here in development and there in production. */
const OUTSIDE = '(^|/)node_modules';

/** Features whose workflow is not simply their name in the singular. */
const OWNERS = { decision: 'awards' };

const ownerOf = (workflow) =>
  OWNERS[workflow] ?? (workflow.endsWith('y') ? `${workflow.slice(0, -1)}ies` : `${workflow}s`);

/** A folder of the core without a machine (kernel, rulebook …) is a library that every feature may use. */
const hasMachine = (name) => existsSync(join(__dirname, 'workflows', name, `${name}.machine.ts`));

const workflowBelongsToItsFeature = readdirSync(join(__dirname, 'workflows'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && hasMachine(entry.name))
  .map(({ name }) => ({
    name: `workflow-${name}-belongs-to-${ownerOf(name)}`,
    severity: 'error',
    comment: "A feature changes another by a message that becomes the other one's command.",
    from: { path: FEATURE, pathNot: `^src/${ownerOf(name)}/` },
    to: { path: `^workflows/${name}/` },
  }));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'A circle means that two modules are one, or that a third is missing.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'Cannot be found: a typing error, or a package that is not installed.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-dependency-in-production',
      severity: 'error',
      comment: 'It would be missing in production.',
      from: { path: '^(src|workflows|config)/', pathNot: SPEC },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'workflows imports xstate and itself, nothing else.',
      from: { path: '^workflows/', pathNot: SPEC },
      to: { pathNot: ['^workflows/', `${OUTSIDE}/xstate/`] },
    },
    {
      name: 'core-spec-stays-in-the-core',
      severity: 'error',
      comment: 'A spec of the core needs no more than the core: what needs more is a test of its own.',
      from: { path: `^workflows/.+${SPEC}` },
      to: { path: '^(src|config|test)/' },
    },
    {
      name: 'workflow-does-not-know-another',
      severity: 'error',
      comment: 'Shared ideas move to the kernel or travel in the command.',
      from: { path: '^workflows/([^/]+)/' },
      to: { path: '^workflows/([^/]+)/', pathNot: ['^workflows/$1/', '^workflows/kernel/'] },
    },
    {
      name: 'workflow-through-its-index',
      severity: 'error',
      comment: 'index.ts is the only file of a workflow that others import; kernel included.',
      from: { path: '^(src|config)/', pathNot: SPEC },
      to: { path: '^workflows/[^/]+/', pathNot: '^workflows/[^/]+/index\\.ts$' },
    },
    ...workflowBelongsToItsFeature,
    {
      name: 'config-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^config/' },
      to: { path: '^(src|workflows|test)/' },
    },
    {
      name: 'config-through-its-index',
      severity: 'error',
      from: { path: '^src/', pathNot: SPEC },
      to: { path: '^config/.+\\.ts$', pathNot: '^config/index\\.ts$' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      comment: 'platform is about no feature: of the core it knows the kernel only.',
      from: { path: '^src/platform/' },
      to: { path: ['^src/(?!platform/)', '^workflows/(?!kernel/)', '^test/'] },
    },
    {
      name: 'adapters-know-platform-only',
      severity: 'error',
      from: { path: '^src/adapters/' },
      to: { path: ['^src/(?!platform/|adapters/)', '^workflows/(?!kernel/)', '^test/'] },
    },
    {
      name: 'web-knows-itself-only',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^(src/(?!web/)|workflows/|config/|test/)' },
    },
    {
      name: 'feature-through-its-index',
      severity: 'error',
      comment: 'Of another feature only index.ts: its module, read port and types.',
      from: { path: FEATURE },
      to: { path: FEATURE, pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'feature-does-not-know-the-roots',
      severity: 'error',
      from: { path: FEATURE },
      to: { path: '^(src/(app|web)/|src/main\\.|test/)' },
    },
    {
      name: 'roots-are-imported-by-nobody',
      severity: 'error',
      comment: 'A composition root starts a process; only app and the roots see app.',
      from: { path: '^(src|workflows|config)/', pathNot: '^src/(app/|main\\.)' },
      to: { path: '^src/(app/|main\\.)' },
    },
    {
      name: 'faces-use-the-service',
      severity: 'error',
      comment: 'Controllers, jobs and command lines import services, queries, DTOs and types.',
      from: { path: '\\.(controller|jobs|cli)\\.ts$' },
      to: { path: '\\.(repository|entity)\\.ts$' },
    },
    {
      name: 'typeorm-in-its-place',
      severity: 'error',
      comment: 'Only entities, repositories, modules, migrations, persistence and relay know the database library.',
      from: {
        path: '^(src|workflows|config)/',
        pathNot: ['\\.(entity|repository|module)\\.ts$', '/migrations/', '^src/platform/(persistence|relay)/', SPEC],
      },
      to: { path: `${OUTSIDE}/(@nestjs/)?typeorm/` },
    },
    {
      name: 'bull-in-its-place',
      severity: 'error',
      comment: 'Only platform/queue knows the queue library.',
      from: { path: '^(src|workflows|config)/', pathNot: '^src/platform/queue/' },
      to: { path: `${OUTSIDE}/(@nestjs/)?bull` },
    },
    {
      name: 'production-does-not-import-tests',
      severity: 'error',
      from: { path: '^(src|workflows|config)/', pathNot: SPEC },
      to: { path: ['^test/', SPEC] },
    },
  ],
  options: {
    doNotFollow: { path: OUTSIDE },
    tsConfig: { fileName: 'tsconfig.json' },
    // Types count: a circle of types is a circle, and a type of TypeORM in a service is a dependency on it.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default', 'types'] },
  },
};
