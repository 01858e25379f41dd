import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { configFolder } from '../../../config';
import { localDate, localDateOf, type LocalDate } from '../../../workflows/kernel';
import { endingsNear, type Language } from '../../../workflows/rulebook';
import { SystemClock } from '../../platform/clock/system-clock';
import {
  countsByStatus,
  loadRelease,
  rowsAtPlace,
  rowsOfRulebook,
  type Release,
  type StatusCounts,
} from '../../rulebooks';
import { choice } from './choice';
import { standardOutput, type JsonOption } from './cli-context';
import { explainSubject, explanationLines } from './explain-subject';
import { UsageError } from './usage-error';

interface ExplainOptions extends JsonOption {
  readonly subject: string;
  readonly tier: string;
  readonly on: LocalDate;
  readonly at: string;
  readonly lang: Language;
}

/** `thidua rulebook`: reads the rulebooks as the application would; needs no database. */
export function rulebookCommand(program: Command): void {
  const rulebook = program.command('rulebook').description('Look at the rulebooks');
  rulebook
    .command('check')
    .description('Validate config/rulebooks and config/calendar')
    .option('--json', 'as JSON')
    .action(({ json = false }: JsonOption) => {
      const report = reportOf(currentRelease(), localDateOf(new SystemClock().now()));
      if (json) standardOutput.json(report);
      else for (const line of reportLines(report)) standardOutput.line(line);
    });
  rulebook
    .command('explain')
    .description('Say whether a subject may be proposed for a tier, under which article, and what is missing')
    .requiredOption('--subject <file>', 'YAML or JSON; see CONTRIBUTING.md')
    .requiredOption('--tier <code>', 'title or form, like CSTDCS')
    .requiredOption('--on <date>', 'day of submission, like 2025-03-15', day)
    .requiredOption('--at <unit>', 'who receives it: codes of units from the province down, like TINH-MAU/XA-MAU')
    .addOption(choice('--lang <language>', ['vi', 'en'], 'of the sentences').default('vi'))
    .option('--json', 'as JSON')
    .action(({ subject, tier, on, at, lang, json = false }: ExplainOptions) => {
      const place = at.split('/').filter((code) => code !== '');
      const question = { name: basename(subject), content: contentOf(subject), tier, on, place, language: lang };
      const explanation = explainSubject(currentRelease(), question);
      if (json) standardOutput.json(explanation);
      else for (const line of explanationLines(explanation, lang)) standardOutput.line(line);
    });
}

interface CheckedRules {
  readonly id: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  readonly status: string;
  readonly rowCounts: StatusCounts;
}

interface CheckReport {
  readonly hash: string;
  readonly rulebooks: readonly (CheckedRules & { readonly regime: string })[];
  readonly layers: readonly (CheckedRules & { readonly under: string })[];
  /** What ends within 90 days, or has ended, without a successor. */
  readonly endings: ReturnType<typeof endingsNear>;
}

function reportOf({ hash, rulebooks, layers = [] }: Release, today: LocalDate): CheckReport {
  return {
    hash,
    rulebooks: rulebooks.map((each) => {
      const { id, regime, effectiveFrom, effectiveTo, status } = each;
      return { id, regime, effectiveFrom, effectiveTo, status, rowCounts: countsByStatus(rowsOfRulebook(each)) };
    }),
    layers: layers.map(({ id, under, effectiveFrom, effectiveTo, status, overrides }) => {
      const rows = overrides.flatMap(({ at, row }) => rowsAtPlace(row, at));
      return { id, under, effectiveFrom, effectiveTo, status, rowCounts: countsByStatus(rows) };
    }),
    endings: endingsNear({ rulebooks, layers }, today),
  };
}

function reportLines({ hash, rulebooks, layers, endings }: CheckReport): readonly string[] {
  return [
    ...rulebooks.map((each) => `${each.id}  ${each.regime}  ${rulesText(each)}`),
    ...layers.map((each) => `${each.id}  under ${each.under}  ${rulesText(each)}`),
    ...endings.map(({ kind, id, endsOn }) => `WARNING: ${kind} ${id} ends on ${endsOn}, and nothing follows it`),
    `release ${hash}`,
  ];
}

function rulesText({ effectiveFrom, effectiveTo, status, rowCounts }: CheckedRules): string {
  const { verified, secondary, unverified } = rowCounts;
  const counts = `${verified} verified, ${secondary} secondary, ${unverified} unverified rows`;
  return `${effectiveFrom} … ${effectiveTo ?? ''}  ${status}  ${counts}`;
}

function currentRelease(): Release {
  return loadRelease({ rulebooks: configFolder('rulebooks'), calendar: configFolder('calendar') });
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UsageError(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function day(text: string): LocalDate {
  try {
    return localDate(text);
  } catch (error) {
    if (error instanceof RangeError) throw new InvalidArgumentError(error.message);
    throw error;
  }
}
