import { canonicalJson } from '../../workflows/kernel';
import { foldTally } from '../../workflows/tally';
import {
  lookTwice,
  pagesOf,
  scan,
  type Invariant,
  type InvariantContext,
  type Violation,
} from '../platform/invariants';
import { casesForFold } from './case-counts.repository';
import { TALLY_AXES } from './case-stages';
import { currentCases, currentResults } from './current-numbers';
import { resultsForFold } from './results.repository';
import { foldResults, resultTallyOf } from './results';
import { tallyOf } from './tally-of-counts';

/** What SQL counted, and every face shows, is what the folds of the core give for the same cases and reports. */
const tallyEqualsFold: Invariant = {
  name: 'tally-equals-fold',
  promise: 8,
  describe: {
    vi: 'Mọi con số tổng hợp bằng đúng kết quả đếm từng trường hợp theo quy tắc.',
    en: 'Every tally equals the fold of the core over the same cases.',
  },
  check: async (context) => {
    context.checked(1);
    const outside = await lookTwice(() => casesDiffer(context, null));
    const ofCampaigns = await scan(context, {
      page: pagesOf(context.reads, 'campaigns'),
      judge: async (ids) => {
        const found: Violation[] = [];
        for (const id of ids) found.push(...(await casesDiffer(context, id)), ...(await resultsDiffer(context, id)));
        return found;
      },
    });
    return [...outside, ...ofCampaigns];
  },
};

/** What holds of tallies. */
export const talliesInvariants: readonly Invariant[] = [tallyEqualsFold];

async function casesDiffer({ reads, now }: InvariantContext, campaignId: string | null): Promise<readonly Violation[]> {
  const { counts } = await currentCases(reads, campaignId, now);
  const cases = await casesForFold(reads, campaignId);
  return TALLY_AXES.filter(
    (axis) => canonicalJson(tallyOf(axis, counts)) !== canonicalJson(foldTally(cases, axis)),
  ).map((axis) => ({
    subject: subjectOf(campaignId),
    message: `its tally by ${axis} is not what its cases add up to`,
  }));
}

async function resultsDiffer({ reads, now }: InvariantContext, campaignId: string): Promise<readonly Violation[]> {
  const { counts } = await currentResults(reads, campaignId, now);
  const folded = foldResults(await resultsForFold(reads, campaignId));
  return canonicalJson(resultTallyOf(counts)) === canonicalJson(folded)
    ? []
    : [{ subject: subjectOf(campaignId), message: 'its results are not what its verified reports add up to' }];
}

function subjectOf(campaignId: string | null): string {
  return campaignId === null ? 'tally outside campaigns' : `tally of campaign ${campaignId}`;
}
