import type { CampaignContext } from '../../../workflows/campaign';
import type { Snapshot } from '../../../workflows/kernel';
import { pagesOf, scan, type Invariant, type Violation } from '../../platform/invariants';
import { placeholders, type RowReader } from '../../platform/persistence';

interface CampaignRow {
  readonly id: string;
  readonly snapshot: string;
  readonly parentDepth: number | null;
  readonly reviews: number;
}

interface OutcomeRow {
  readonly campaignId: string;
  readonly line: string;
}

/** Outcomes and interim reviews are rows for lists; the snapshot is the truth that they follow. So is a campaign's place in the tree. */
export const runningRowsFollowTheSnapshot: Invariant = {
  name: 'campaign-running-rows',
  promise: 1,
  describe: {
    vi: 'Phê bình, biểu dương, sơ kết và phong trào cấp trên lưu thành dòng đúng như trạng thái của phong trào.',
    en: 'Criticism, praise, interim reviews and parents of campaigns are stored as their state says.',
  },
  check: (context) =>
    scan(context, {
      page: pagesOf(context.reads, 'campaigns'),
      judge: async (ids) => {
        const outcomes = await outcomeRows(context.reads, ids);
        return (await campaignRows(context.reads, ids)).flatMap((row) => problemsOf(row, outcomes));
      },
    }),
};

function problemsOf(row: CampaignRow, outcomes: readonly OutcomeRow[]): readonly Violation[] {
  const { context } = JSON.parse(row.snapshot) as Snapshot<CampaignContext>;
  const said = context.outcomes.map(({ id, kind, unitId, isWithdrawn }) => line(id, kind, unitId, isWithdrawn));
  const stored = outcomes.filter(({ campaignId }) => campaignId === row.id).map((outcome) => outcome.line);
  const parentDepth = context.depth === 1 ? null : context.depth - 1;
  const problems = [
    ...(same(said, stored) ? [] : ['has other rows of criticism and praise than its state says']),
    ...(row.reviews === context.interimReviewDates.length
      ? []
      : [`has ${row.reviews} interim reviews, its state says ${context.interimReviewDates.length}`]),
    ...(row.parentDepth === parentDepth ? [] : [`is no child of a campaign at depth ${parentDepth ?? 'none'}`]),
  ];
  return problems.map((message) => ({ subject: `campaign ${row.id}`, message }));
}

async function campaignRows(reads: RowReader, ids: readonly string[]): Promise<readonly CampaignRow[]> {
  const rows = await reads.rows<{ id: string; snapshot: string; parentSnapshot: string | null; reviews: number }>(
    `SELECT c.id, c.snapshot, p.snapshot AS "parentSnapshot",
       (SELECT COUNT(*) FROM campaign_interim_reviews r WHERE r.campaign_id = c.id) AS "reviews"
     FROM campaigns c LEFT JOIN campaigns p ON p.id = c.parent_id
     WHERE c.id IN ${placeholders(ids.length)} ORDER BY c.id`,
    ids,
  );
  return rows.map(({ parentSnapshot, ...row }) => ({ ...row, parentDepth: depthOf(parentSnapshot) }));
}

function depthOf(snapshot: string | null): number | null {
  return snapshot === null ? null : (JSON.parse(snapshot) as Snapshot<CampaignContext>).context.depth;
}

async function outcomeRows(reads: RowReader, ids: readonly string[]): Promise<readonly OutcomeRow[]> {
  const rows = await reads.rows<{
    campaignId: string;
    id: string;
    kind: string;
    unitId: string;
    withdrawnAt: string | null;
  }>(
    `SELECT campaign_id AS "campaignId", id, kind, unit_id AS "unitId", withdrawn_at AS "withdrawnAt"
     FROM campaign_outcomes WHERE campaign_id IN ${placeholders(ids.length)}`,
    ids,
  );
  return rows.map(({ campaignId, id, kind, unitId, withdrawnAt }) => ({
    campaignId,
    line: line(id, kind, unitId, withdrawnAt !== null),
  }));
}

function line(...parts: readonly (string | boolean)[]): string {
  return JSON.stringify(parts);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join('\n') === [...b].sort().join('\n');
}
