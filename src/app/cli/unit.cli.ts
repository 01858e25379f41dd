import type { Command } from 'commander';
import { UNIT_KINDS, UNIT_LEVELS } from '../../units/unit';
import { choice } from './choice';
import type { JsonOption } from './cli-context';
import { sendCommand } from './send-command';

interface AddOptions extends JsonOption {
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly parent?: string;
  readonly from: string;
}

/** `thidua unit add`: the first unit of a tree, which no signed-in user could add; the others too. */
export function unitCommand(program: Command): void {
  program
    .command('unit')
    .description('Set up the organisation tree')
    .command('add')
    .description('Add a unit; prints its id')
    .argument('<code>')
    .requiredOption('--name <name>')
    .addOption(choice('--kind <kind>', UNIT_KINDS).makeOptionMandatory())
    .addOption(choice('--level <level>', UNIT_LEVELS).makeOptionMandatory())
    .option('--parent <id>', 'the unit above')
    .requiredOption('--from <day>', 'first day, like 2024-01-01')
    .option('--json', 'as JSON')
    .action((code: string, { name, kind, level, parent, from, json = false }: AddOptions) =>
      sendCommand({
        type: 'unit.add',
        fields: { code, name, kind, level, parentId: parent, validFrom: from },
        json,
      }),
    );
}
