import type { Command } from 'commander';
import { configFolder } from '../../../config';
import { loadRelease } from '../../rulebooks';
import { standardOutput, type JsonOption } from './cli-context';

/** `thidua rulebook check`: reads the rulebooks as the application would, and says what is wrong with file and line. */
export function rulebookCommand(program: Command): void {
  const rulebook = program.command('rulebook').description('Look at the rulebooks');
  rulebook
    .command('check')
    .description('Validate config/rulebooks and config/calendar')
    .option('--json', 'as JSON')
    .action(({ json = false }: JsonOption) => {
      const release = loadRelease({ rulebooks: configFolder('rulebooks'), calendar: configFolder('calendar') });
      const rows = release.rulebooks.map(({ id, regime, effectiveFrom, effectiveTo, status }) => {
        return { id, regime, effectiveFrom, effectiveTo, status };
      });
      if (json) {
        standardOutput.json({ hash: release.hash, rulebooks: rows });
        return;
      }
      for (const { id, regime, effectiveFrom, effectiveTo, status } of rows) {
        standardOutput.line(`${id}  ${regime}  ${effectiveFrom} … ${effectiveTo ?? ''}  ${status}`);
      }
      standardOutput.line(`release ${release.hash}`);
    });
}
