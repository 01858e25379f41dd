import type { Command } from 'commander';
import { createRegistry } from '../../../workflows/kernel';
import { allWorkflows } from '../../../workflows/all';
import { sha256 } from '../../platform/crypto/sha256';
import { EXIT, standardOutput } from './cli-context';

/** `thidua workflow check | graph`: what the definitions are, for people and for Stately. */
export function workflowCommand(program: Command): void {
  const workflow = program.command('workflow').description('Look at the workflow definitions');
  workflow
    .command('check')
    .description('List every definition with its hash')
    .option('--json', 'as JSON')
    .action(({ json = false }: { json?: boolean }) => {
      const rows = createRegistry(allWorkflows, sha256)
        .all()
        .map(({ id, hash, transitions }) => ({
          id,
          hash,
          states: transitions.statePaths.length,
          transitions: transitions.all().length,
        }));
      if (json) standardOutput.json(rows);
      else
        for (const row of rows)
          standardOutput.line(`${row.id}  ${row.states} states  ${row.transitions} ways  ${row.hash}`);
    });
  workflow
    .command('graph')
    .description('Print the config of a workflow as JSON, to paste into Stately')
    .argument('<id>', 'for example campaign@1')
    .action((id: string) => {
      const found = allWorkflows.find((one) => one.id === id);
      if (!found) {
        standardOutput.line(`There is no workflow ${id}. Known: ${allWorkflows.map((one) => one.id).join(', ')}`);
        process.exitCode = EXIT.usage;
        return;
      }
      const { opening: _opening, ...config } = found.definition.config;
      standardOutput.json(config);
    });
}
