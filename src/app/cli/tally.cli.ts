import { InvalidArgumentError, type Command } from 'commander';
import type { FamilyTally, TallyAxis, TallyCounts } from '../../../workflows/tally';
import { SYSTEM_SCOPE } from '../../platform/auth/scope';
import { uuidRule } from '../../platform/http/validators';
import { StandingsQueries, TalliesQueries, TalliesService, type NamedStanding } from '../../tallies';
import { TALLY_AXES } from '../../tallies/case-stages';
import { choice } from './choice';
import { standardOutput, withApp, type JsonOption } from './cli-context';

interface TallyOptions extends JsonOption {
  readonly campaign?: string;
  readonly axis: TallyAxis;
  readonly recount?: boolean;
}

/** `thidua tally`: the same numbers as over HTTP, for whoever runs the machine. */
export function tallyCommand(program: Command): void {
  program
    .command('tally')
    .description('Print the tally of a campaign, or of the cases outside campaigns')
    .option('--campaign <id>', 'id of the campaign', uuid)
    .addOption(choice('--axis <axis>', TALLY_AXES, 'which year counts').default('achievement'))
    .option('--recount', 'count everything from the beginning first')
    .option('--json', 'as JSON')
    .action(async ({ campaign, axis, recount = false, json = false }: TallyOptions) => {
      const question = { campaignId: campaign ?? null, axis };
      const tally = await withApp(async (app) => {
        if (recount) await app.get(TalliesService, { strict: false }).recount(question.campaignId);
        const counted = await app.get(TalliesQueries, { strict: false }).of(SYSTEM_SCOPE, question);
        const filter = { axis, ...(campaign ? { campaignId: campaign } : {}) };
        return { ...counted, quotas: await app.get(StandingsQueries, { strict: false }).all(SYSTEM_SCOPE, filter) };
      });
      if (json) {
        standardOutput.json(tally);
        return;
      }
      const { state, party, quotas } = tally;
      for (const line of [...linesOf('State', state), ...linesOf('Party', party), ...quotas.map(quotaText)])
        standardOutput.line(line);
    });
}

function uuid(text: string): string {
  if (!uuidRule.accepts(text)) throw new InvalidArgumentError(uuidRule.message.en);
  return text;
}

function linesOf(family: string, { lines }: FamilyTally): readonly string[] {
  return lines.map(({ year, tier, subjectKind, counts }) =>
    [family, year, tier, subjectKind, countsText(counts)].join('  '),
  );
}

function quotaText({ tier, councilName, places, proposed, used, left, waiting }: NamedStanding): string {
  const numbers = `places ${places}, proposed ${proposed}, used ${used}, left ${left}, waiting ${waiting}`;
  return ['Quota', tier, councilName, numbers].join('  ');
}

/** Stages that nothing has reached are left out. */
function countsText(counts: TallyCounts): string {
  return Object.entries(counts)
    .filter(([, { awards }]) => awards > 0)
    .map(([stage, { awards, heads, money }]) => `${stage} ${awards} (heads ${heads}, ${money} đồng)`)
    .join(', ');
}
