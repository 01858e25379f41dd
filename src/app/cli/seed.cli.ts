import type { Command } from 'commander';
import { loadConfig } from '../../../config';
import { HandoverClock } from '../../platform/clock/handover-clock';
import { SystemClock } from '../../platform/clock/system-clock';
import { seedDemo } from '../demo';
import { standardOutput, withAppOn } from './cli-context';

/** `thidua seed demo`: a demonstration council with users for each role. */
export function seedCommand(program: Command): void {
  program
    .command('seed')
    .description('Fill an empty database')
    .command('demo')
    .description('A demonstration council with users for each role; their tokens go into a file beside the database')
    .action(async () => {
      const config = loadConfig();
      const clock = new HandoverClock(new SystemClock());
      standardOutput.line(await withAppOn({ config, clock }, (app) => seedDemo(app, clock, config)));
    });
}
