/**
 * `node -r ./test/support/register-ts.cjs FILE.ts` runs TypeScript with the compiler settings of the tests (.swcrc).
 * For benches and generators: what is delivered is built by tsc.
 */
const Module = require('node:module');
const { transformFileSync } = require('@swc/core');

Module._extensions['.ts'] = (module, filename) => {
  module._compile(transformFileSync(filename, { sourceMaps: 'inline' }).code, filename);
};
process.setSourceMapsEnabled(true);
