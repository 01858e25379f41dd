const { TestEnvironment } = require('jest-environment-node');

/** Node's environment, which also tells a file's own clean-up whether one of its tests failed (`outcome.ts`). */
module.exports = class OutcomeEnvironment extends TestEnvironment {
  handleTestEvent(event) {
    if (event.name === 'test_done' && event.test.errors.length > 0) this.global.thiduaTestFailed = true;
  }
};
