import { join } from 'node:path';
import { useTemporaryDirectory } from '../support/temporary-directory';
import { runnerContract } from './runner.contract';

describe('the runner on SQLite', () => {
  const directory = useTemporaryDirectory();
  let count = 0;
  runnerContract(() => ({ kind: 'sqlite', file: join(directory(), `runner-${(count += 1)}.sqlite`) }));
});
