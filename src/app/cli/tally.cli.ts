import type { Command } from 'commander';
import type { TallyAxis } from '../../../workflows/tally';
import { SYSTEM_SCOPE } from '../../platform/auth/scope';
import { TalliesQueries } from '../../tallies';
import { standardOutput, withApp } from './cli-context';

/** `thidua tally`: the same numbers as over HTTP, for whoever runs the machine. */
export function tallyCommand(program: Command): void {
  program
    .command('tally')
    .description('Print the tally of a campaign, or of the cases outside campaigns')
    .option('--campaign <id>')
    .option('--axis <axis>', 'achievement, decision or presentation', 'achievement')
    .action(async ({ campaign, axis }: { campaign?: string; axis: TallyAxis }) => {
      const question = { campaignId: campaign ?? null, axis };
      const tally = await withApp((app) => app.get(TalliesQueries, { strict: false }).of(SYSTEM_SCOPE, question));
      standardOutput.json(tally);
    });
}
