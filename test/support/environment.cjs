const { TestEnvironment } = require('jest-environment-node');

/** What the modules that a worker keeps were loaded in (`shared-runtime.cjs`): all its test files share it. */
let shared;

/** Node's environment, which also tells a file's own clean-up whether one of its tests failed (`outcome.ts`). */
module.exports = class SharedEnvironment extends TestEnvironment {
  constructor(...parts) {
    if (shared) return shared;
    super(...parts);
    shared = this;
  }

  async setup() {
    delete this.global.thiduaTestFailed;
  }

  /** Stays for the next file, but for what Jest's runner of tests hung up for this one. */
  async teardown() {
    delete this.global[Symbol.for('EVENT_HANDLERS')];
  }

  handleTestEvent(event) {
    if (event.name === 'test_done' && event.test.errors.length > 0) this.global.thiduaTestFailed = true;
  }
};
