import type { Command } from 'commander';
import { loadConfig } from '../../../config';
import { seedDemo } from '../demo';
import { standardOutput } from './cli-context';

/** `thidua seed demo`: a demonstration council with users for each role. */
export function seedCommand(program: Command): void {
  program
    .command('seed')
    .description('Fill an empty database')
    .command('demo')
    .description('A demonstration council with users for each role; their tokens go into a file beside the database')
    .action(() =>
      seedDemo(loadConfig(), (text) => {
        standardOutput.line(text);
      }),
    );
}
