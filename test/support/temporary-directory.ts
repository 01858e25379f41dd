import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasFailedTest } from './outcome';

/**
 * A fresh directory for the enclosing `describe`, removed afterwards; kept and named when a test failed.
 * Answers a function, because the directory exists only while tests run.
 */
export function useTemporaryDirectory(): () => string {
  let directory: string | undefined;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'thidua-test-'));
  });
  afterAll(() => {
    if (directory === undefined) return;
    if (hasFailedTest()) process.stderr.write(`Kept for a look: ${directory}\n`);
    else rmSync(directory, { recursive: true, force: true });
  });
  return () => {
    if (directory === undefined) throw new Error('The directory exists only while tests run');
    return directory;
  };
}
