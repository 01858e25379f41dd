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
import { casesForFold } from './case-rows.repository';
import { TALLY_AXES } from './case-stages';
import { currentResults, keptCases } from './current-numbers';
import { tallyRowOf } from './ledger-row';
import { readLedgerOfCampaign } from './ledger.repository';
import { uncountedCases } from './open-tallies.repository';
import { resultsForFold } from './results.repository';
import { foldResults, resultTallyOf } from './results';
import { tallyOf } from './tally-of-counts';

/** What every face shows is what the fold of the core gives for what was counted, and what was counted is what there is. */
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

async function casesDiffer(context: InvariantContext, campaignId: string | null): Promise<readonly Violation[]> {
  return [...(await numbersDiffer(context, campaignId)), ...(await ledgerDiffers(context, campaignId))];
}

/** Numbers and ledger change together, so that they agree at every moment. */
async function numbersDiffer(
  { reads, now }: InvariantContext,
  campaignId: string | null,
): Promise<readonly Violation[]> {
  const counted = (await readLedgerOfCampaign(reads, campaignId)).filter(({ isProposed }) => isProposed === 1);
  const found: Violation[] = [];
  for (const axis of TALLY_AXES) {
    const { counts } = await keptCases(reads, { campaignId, axis }, now);
    const folded = foldTally(counted.map(tallyRowOf), axis);
    if (canonicalJson(tallyOf(axis, counts)) === canonicalJson(folded)) continue;
    found.push({
      subject: subjectOf(campaignId),
      message: `its tally by ${axis} is not what its cases add up to`,
    });
  }
  return found;
}

/** A case is counted as what it is, unless it changed a moment ago and waits to be counted. */
async function ledgerDiffers({ reads }: InvariantContext, campaignId: string | null): Promise<readonly Violation[]> {
  const waiting = await uncountedCases(reads);
  const kept = (await readLedgerOfCampaign(reads, campaignId)).filter(({ isProposed }) => isProposed === 1);
  const counted = new Map(kept.map((row) => [row.caseId, canonicalJson(tallyRowOf(row))]));
  const wrong = new Set(counted.keys());
  for (const row of await casesForFold(reads, campaignId)) {
    const isSame = counted.get(row.caseId) === canonicalJson({ ...row, gender: null });
    if (isSame) wrong.delete(row.caseId);
    else wrong.add(row.caseId);
  }
  return [...wrong]
    .filter((caseId) => !waiting.has(caseId))
    .sort()
    .map((caseId) => ({ subject: `case ${caseId}`, message: 'is not counted as what it is' }));
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
