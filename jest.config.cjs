/**
 * One runner, one project per kind of test. `unit` takes every spec that lies in no folder of another kind,
 * so that no spec can be written where nothing runs it.
 */
const FOLDERS = ['model', 'contract', 'integration', 'migrations', 'e2e', 'docs'];

const shared = {
  testEnvironment: '<rootDir>/test/support/environment.cjs',
  runtime: '<rootDir>/test/support/shared-runtime.cjs',
  rootDir: __dirname,
  transform: { '\\.ts$': '@swc/jest' },
  moduleFileExtensions: ['ts', 'js', 'json'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  setupFiles: ['reflect-metadata'],
  restoreMocks: true,
};

const inFolder = (folder) => ({
  ...shared,
  displayName: folder,
  testMatch: [`<rootDir>/test/${folder}/**/*{.,-}spec.ts`],
});

/** @type {import('jest').Config} */
module.exports = {
  // A test that starts a process or a database needs seconds on a busy machine; a test that hangs fails all the same.
  testTimeout: 30_000,
  maxWorkers: 2,
  reporters: ['default', '<rootDir>/test/support/counts-reporter.cjs'],
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/**/*{.,-}spec.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/dist/',
        ...FOLDERS.map((folder) => `<rootDir>/test/${folder}/`),
      ],
    },
    ...FOLDERS.map(inFolder),
  ],
};
