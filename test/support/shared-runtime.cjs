const Runtime = require('jest-runtime').default;

/** Keeps the modules of this worker; made with its first test file and never torn down. */
let home;

/**
 * Loads what test files import once for each worker instead of once for each file: a whole application is 3,200 modules,
 * which take two seconds to load and as long again to grow warm. A test file itself is loaded afresh; what it imports may
 * keep nothing between tests, as in production, where one process serves all. `jest.mock` has no place in these tests.
 * Without the line `runtime` in jest.config.cjs, and with Jest's own environment, the same tests run, slower.
 */
module.exports = class SharedRuntime extends Runtime {
  constructor(...parts) {
    super(...parts);
    home ??= new Runtime(...parts);
  }

  requireModule(from, name, options, isActual) {
    // Jest's own modules, such as the runner of tests, keep state for each file.
    if (options?.isInternalModule || from === this._testPath) return super.requireModule(from, name, options, isActual);
    return home.requireModule(from, name, options, isActual);
  }

  requireModuleOrMock(from, name) {
    return name === '@jest/globals' ? super.requireModuleOrMock(from, name) : home.requireModuleOrMock(from, name);
  }

  /** Jest asks once and looks into it whenever a stack is shown. */
  getSourceMaps() {
    const own = super.getSourceMaps();
    const shared = home.getSourceMaps();
    return {
      get: (path) => own.get(path) ?? shared.get(path),
      *[Symbol.iterator]() {
        yield* shared;
        yield* own;
      },
    };
  }
};
module.exports.default = module.exports;
