import type { INestApplicationContext } from '@nestjs/common';
import { InvalidArgumentError, type Command } from 'commander';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { IMPORT_KINDS } from '../../../workflows/import';
import { IMPORT_LIMITS, ImportsQueries, jobIdOf } from '../../imports';
import { LongJobSteps } from '../../operations';
import { SYSTEM_ACTOR } from '../../platform/auth/actor';
import { uuidRule } from '../../platform/http/validators';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import { EXIT, standardOutput, withApp, type JsonOption } from './cli-context';
import { nextCommandId, printResult } from './send-command';
import { UsageError } from './usage-error';

interface ImportOptions extends JsonOption {
  readonly unit?: string;
  readonly dossier?: string;
  readonly apply?: boolean;
  readonly dryRun?: boolean;
  readonly similar: string;
}

/** What came of a file: how many rows of each fate, and of each outcome when it was applied. */
interface ImportAnswer {
  readonly importId: string;
  readonly rows: number;
  readonly fates: Readonly<Record<string, number>>;
  readonly outcomes?: Readonly<Record<string, number>>;
}

/** `thidua import units FILE`: tries a file out, and applies it when told to. */
export function importCommand(program: Command): void {
  program
    .command('import')
    .description('Try out a CSV file of units, people, old decisions and so on; apply it with --apply')
    .argument('<kind>', IMPORT_KINDS.join(', '), kindOf)
    .argument('<file>')
    .option('--unit <id>', 'all that the file brings in lies in this unit or below', uuid)
    .option('--dossier <id>', 'the dossier that candidates belong to; for cases', uuid)
    .option('--dry-run', 'only say what would become of each row (the default)')
    .option('--apply', 'add what can be added')
    .option('--similar <what>', 'rows that look like what is there: skip, or another', 'skip')
    .option('--json', 'as JSON')
    .action(async (kind: string, file: string, options: ImportOptions) => {
      if (options.apply === true && options.dryRun === true) throw new UsageError('Either --dry-run or --apply');
      const content = contentOf(file);
      const { unit, dossier } = options;
      const input = { kind, fileName: basename(file), content, ...(unit ? { unitId: unit } : {}) };
      const answer = await withApp((app) =>
        bringIn(app, { ...input, ...(dossier ? { dossierId: dossier } : {}) }, options),
      );
      if ('outcome' in answer) printResult(answer, options.json ?? false);
      else print(answer, options.json ?? false);
    });
}

async function bringIn(
  app: INestApplicationContext,
  input: object,
  { apply = false, similar }: ImportOptions,
): Promise<ImportAnswer | CommandResult> {
  const dispatcher = app.get(CommandDispatcher, { strict: false });
  const send = (type: string, given: object, instanceId?: string): Promise<CommandResult> =>
    dispatcher.dispatch({
      ...{ actor: SYSTEM_ACTOR, commandId: nextCommandId(app), type, input: given },
      ...(instanceId === undefined ? {} : { instanceId }),
    });
  const checked = await send('import.check', input);
  if (checked.outcome !== 'accepted') return checked;
  const importId = checked.id;
  const { rowCount, fates } = await app.get(ImportsQueries, { strict: false }).one(SYSTEM_ACTOR, importId);
  if (!apply) return { importId, rows: rowCount, fates };
  const applied = await send('import.apply', { similar }, importId);
  if (applied.outcome !== 'accepted') return applied;
  // Here and now; a server that runs beside may take some of the steps, which changes nothing.
  const { counts } = await app.get(LongJobSteps, { strict: false }).takeAll(jobIdOf(importId));
  return { importId, rows: rowCount, fates, outcomes: counts };
}

function print({ importId, rows, fates, outcomes }: ImportAnswer, isJson: boolean): void {
  const refused = (outcomes ?? fates).refused ?? 0;
  if (refused > 0) process.exitCode = EXIT.refused;
  if (isJson) {
    standardOutput.json({ importId, rows, fates, ...(outcomes ? { outcomes } : {}) });
    return;
  }
  standardOutput.line(`${importId}: ${rows} rows`);
  for (const [name, count] of Object.entries(outcomes ?? fates)) standardOutput.line(`${name.padEnd(10)} ${count}`);
}

function contentOf(file: string): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new UsageError(`There is no file ${file}`);
  if (size > IMPORT_LIMITS.bytes) throw new UsageError(`${file} has more than ${IMPORT_LIMITS.bytes} bytes: split it`);
  return readFileSync(file, 'utf8');
}

function kindOf(text: string): string {
  const kind = IMPORT_KINDS.find((each) => each === text);
  if (!kind) throw new InvalidArgumentError(`One of ${IMPORT_KINDS.join(', ')}`);
  return kind;
}

function uuid(text: string): string {
  if (!uuidRule.accepts(text)) throw new InvalidArgumentError(uuidRule.message.en);
  return text;
}
