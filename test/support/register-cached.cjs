/**
 * As register-ts.cjs, but without source maps, and keeps what it has compiled: the tests start processes some eighty times.
 * The name of a kept file is a hash of all that it depends on, so that nothing old is ever used.
 */
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

const ROOT = join(__dirname, '../..');
const KEPT = join(ROOT, 'node_modules/.cache/thidua-tests');
const SETTINGS = [readFileSync(join(ROOT, '.swcrc')), require('@swc/core/package.json').version, process.version];
mkdirSync(KEPT, { recursive: true });

Module._extensions['.ts'] = (module, filename) => {
  const parts = [...SETTINGS, filename, readFileSync(filename)];
  const hash = parts.reduce((sum, part) => sum.update(part).update('\0'), createHash('sha256')).digest('hex');
  const file = join(KEPT, `${hash}.js`);
  if (!existsSync(file)) {
    const { code } = require('@swc/core').transformFileSync(filename, { sourceMaps: false });
    // Renamed when it is whole: several processes may start at once.
    writeFileSync(`${file}.${process.pid}`, code);
    renameSync(`${file}.${process.pid}`, file);
  }
  module._compile(readFileSync(file, 'utf8'), filename);
};
