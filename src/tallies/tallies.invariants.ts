import { canonicalJson } from '../../workflows/kernel';
import { foldGroups, foldQuotas, foldTally, type TallyDimension } from '../../workflows/tally';
import {
  lookTwice,
  pagesOf,
  scan,
  type Invariant,
  type InvariantContext,
  type Violation,
} from '../platform/invariants';
import { campaignKey } from './campaign-key';
import { casesForFold } from './case-rows.repository';
import { TALLY_AXES } from './case-stages';
import { membershipsForFold } from './cluster-memberships.repository';
import { ALL, currentResults, keptCases } from './current-numbers';
import { countGroups } from './groups.repository';
import { tallyRowOf } from './ledger-row';
import { readLedgerOfCampaign } from './ledger.repository';
import { uncountedCases } from './open-tallies.repository';
import { quotasForFold, readStandings } from './quota-standings.repository';
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
  return [
    ...(await numbersDiffer(context, campaignId)),
    ...(await quotasDiffer(context, campaignId)),
    ...(await ledgerDiffers(context, campaignId)),
  ];
}

/** What is not kept as numbers and asks for more than the rows of the ledger. */
const BROKEN_DOWN: readonly TallyDimension[] = ['cluster', 'leaderLevel'];

/** Numbers and ledger change together, so that they agree at every moment. */
async function numbersDiffer(
  { reads, now }: InvariantContext,
  campaignId: string | null,
): Promise<readonly Violation[]> {
  const counted = (await readLedgerOfCampaign(reads, campaignId)).filter(({ isProposed }) => isProposed === 1);
  const rows = counted.map(tallyRowOf);
  const memberships = await membershipsForFold(reads);
  const among = { sql: 't.campaign_key = ?', params: [campaignKey(campaignId)] };
  const subject = subjectOf(campaignId);
  const found: Violation[] = [];
  for (const axis of TALLY_AXES) {
    const { counts } = await keptCases(reads, { campaignId, axis }, now);
    if (!isSame(tallyOf(axis, counts), foldTally(rows, axis))) {
      found.push({ subject, message: `its tally by ${axis} is not what its cases add up to` });
    }
    const breakdown = { axis, by: BROKEN_DOWN };
    if (!isSame(await countGroups(reads, breakdown, among), foldGroups(rows, breakdown, memberships))) {
      found.push({ subject, message: `its tally by ${axis} and ${BROKEN_DOWN.join(', ')} is not` });
    }
  }
  return found;
}

/** What is left of quotas and how many are proposed for them, in all years of the achievement. */
async function quotasDiffer({ reads }: InvariantContext, campaignId: string | null): Promise<readonly Violation[]> {
  const { quotas, entries } = await quotasForFold(reads, campaignId);
  if (quotas.length === 0) return [];
  const question = { campaignId, axis: 'achievement' as const };
  const page = { quotas: ALL, orderBy: 'q.tier, q.id', limit: quotas.length };
  const shown = await readStandings(reads, { ...question, ...page });
  const rows = (await readLedgerOfCampaign(reads, campaignId)).filter(({ isProposed }) => isProposed === 1);
  const folded = foldQuotas(quotas, entries, rows.map(tallyRowOf), question);
  const isRight = isSame(
    shown.map(({ councilName: _, ...standing }) => standing),
    folded,
  );
  return isRight
    ? []
    : [{ subject: subjectOf(campaignId), message: 'its quotas are not what their ledgers add up to' }];
}

/** A case is counted as what it is, unless it changed a moment ago and waits to be counted. */
async function ledgerDiffers({ reads }: InvariantContext, campaignId: string | null): Promise<readonly Violation[]> {
  const waiting = await uncountedCases(reads);
  const kept = (await readLedgerOfCampaign(reads, campaignId)).filter(({ isProposed }) => isProposed === 1);
  const counted = new Map(kept.map((row) => [row.caseId, canonicalJson(tallyRowOf(row))]));
  const wrong = new Set(counted.keys());
  for (const row of await casesForFold(reads, campaignId)) {
    if (counted.get(row.caseId) === canonicalJson({ ...row, gender: null })) wrong.delete(row.caseId);
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
  return isSame(resultTallyOf(counts), folded)
    ? []
    : [{ subject: subjectOf(campaignId), message: 'its results are not what its verified reports add up to' }];
}

function isSame(shown: object, folded: object): boolean {
  return canonicalJson(shown) === canonicalJson(folded);
}

function subjectOf(campaignId: string | null): string {
  return campaignId === null ? 'tally outside campaigns' : `tally of campaign ${campaignId}`;
}
