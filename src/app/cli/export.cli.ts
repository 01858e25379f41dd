import type { INestApplicationContext } from '@nestjs/common';
import { InvalidArgumentError, type Command } from 'commander';
import { TALLY_DIMENSIONS, type TallyAxis } from '../../../workflows/tally';
import { CasesQueries } from '../../awards/cases/cases.queries';
import type { CaseListItem } from '../../awards/cases/dto/case.response';
import { SYSTEM_SCOPE } from '../../platform/auth/scope';
import { PAGE_LIMIT_MAX } from '../../platform/http/pages/page-query.request';
import { uuidRule } from '../../platform/http/validators';
import { BreakdownsQueries } from '../../tallies';
import { TALLY_AXES } from '../../tallies/case-stages';
import { csvText } from '../../tallies/csv-text';
import type { TallyTableQuery } from '../../tallies/dto/tally-filter.request';
import { choice } from './choice';
import { standardOutput, withApp, type JsonOption } from './cli-context';

interface TallyOptions extends JsonOption {
  readonly campaign?: string;
  readonly axis: TallyAxis;
  readonly by?: NonNullable<TallyTableQuery['by']>;
  readonly language: 'vi' | 'en';
}

interface CasesOptions extends JsonOption {
  readonly campaign?: string;
  readonly state?: string;
}

/** `thidua export tally | cases`: the same as over HTTP, whole and in one file, for whoever runs the machine. */
export function exportCommand(program: Command): void {
  const exported = program.command('export').description('Write tallies or cases as comma-separated values');
  tallyCommand(exported);
  casesCommand(exported);
}

function tallyCommand(exported: Command): void {
  exported
    .command('tally')
    .description('The tally of a campaign, or of the cases outside campaigns')
    .option('--campaign <id>', 'id of the campaign', uuid)
    .addOption(choice('--axis <axis>', TALLY_AXES, 'which year counts').default('achievement'))
    .option('--by <dimensions>', `up to three, with commas between: ${TALLY_DIMENSIONS.join(', ')}`, dimensions)
    .addOption(choice('--language <language>', ['vi', 'en'], 'of the headings').default('vi'))
    .option('--json', 'as JSON')
    .action(async ({ campaign, axis, by, language, json = false }: TallyOptions) => {
      const query = { axis, language, ...(campaign ? { campaignId: campaign } : {}), ...(by ? { by } : {}) };
      await withApp(async (app) => {
        const breakdowns = app.get(BreakdownsQueries, { strict: false });
        if (json) standardOutput.json(await breakdowns.groupsOf(SYSTEM_SCOPE, query));
        else standardOutput.text(await breakdowns.tableOf(SYSTEM_SCOPE, query));
      });
    });
}

function casesCommand(exported: Command): void {
  exported
    .command('cases')
    .description('All cases, or those of a campaign or in a state, the latest first')
    .option('--campaign <id>', 'id of the campaign', uuid)
    .option('--state <state>', 'like underAppraisal')
    .option('--json', 'as JSON')
    .action(async ({ campaign, state, json = false }: CasesOptions) => {
      const cases = await withApp((app) => allCases(app, { campaignId: campaign, state }));
      if (json) standardOutput.json(cases);
      else standardOutput.text(csvText([HEADINGS, ...cases.map(cellsOf)]));
    });
}

/** Page by page, as over HTTP: a filter means the same. */
async function allCases(
  app: INestApplicationContext,
  { campaignId, state }: { readonly campaignId?: string | undefined; readonly state?: string | undefined },
): Promise<readonly CaseListItem[]> {
  const queries = app.get(CasesQueries, { strict: false });
  const filter = { ...(campaignId ? { campaignId } : {}), ...(state ? { state } : {}) };
  const cases: CaseListItem[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await queries.list(SYSTEM_SCOPE, { ...filter, limit: PAGE_LIMIT_MAX, ...(cursor ? { cursor } : {}) });
    cases.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return cases;
}

/** Named as over HTTP, so that both can be read by one program. */
const HEADINGS = [
  ...['id', 'campaignId', 'dossierId', 'unitId', 'subjectKind', 'subjectName', 'tier', 'commendation'],
  ...['state', 'stateLabel', 'decisionId', 'decidedOn', 'presentedOn', 'paidOn', 'amount'],
];

function cellsOf(item: CaseListItem): readonly (string | null)[] {
  const { id, campaignId, dossierId, unitId, subject, tier, commendation, state, stateLabel } = item;
  const { decisionId, decidedOn, presentedOn, paidOn, amount } = item;
  return [
    ...[id, campaignId, dossierId, unitId, subject.kind, subject.name, tier, commendation],
    ...[state, stateLabel.vi, decisionId, decidedOn, presentedOn, paidOn, amount],
  ];
}

function uuid(text: string): string {
  if (!uuidRule.accepts(text)) throw new InvalidArgumentError(uuidRule.message.en);
  return text;
}

function dimensions(text: string): NonNullable<TallyTableQuery['by']> {
  const names = text.split(',');
  const known = TALLY_DIMENSIONS.filter((dimension) => names.includes(dimension));
  if (known.length !== names.length || known.length > 3) {
    throw new InvalidArgumentError(`Up to three different ones of ${TALLY_DIMENSIONS.join(', ')}.`);
  }
  return names as NonNullable<TallyTableQuery['by']>;
}
