import { pagesOf, scan, type Invariant, type Violation } from '../../platform/invariants';
import { placeholders, type RowReader } from '../../platform/persistence';
import { restsOnAchievement } from '../cases/case-states';

interface CaseUse {
  readonly id: string;
  readonly state: string;
  readonly achievementId: string;
  /** Set for a case that was sent up from below: the achievement stays with the case there. */
  readonly parentCaseId: string | null;
  /** The achievement that the ledger has for the case; null when it has none. */
  readonly claimedId: string | null;
}

/** One achievement is rewarded once: every living case has its achievement in the ledger, where nobody else can have it. */
export const achievementsUsedOnce: Invariant = {
  name: 'achievements-used-once',
  promise: 2,
  describe: {
    vi: 'Mỗi thành tích là căn cứ của nhiều nhất một trường hợp đang xét hoặc đã khen thưởng.',
    en: 'No achievement is used by two living cases.',
  },
  check: async (context) => {
    const { reads } = context;
    const page = pagesOf(reads, 'award_cases');
    const ofCases = await scan(context, { page, judge: (ids) => unclaimed(reads, ids) });
    return [...ofCases, ...(await orphans(reads))];
  },
};

async function unclaimed(reads: RowReader, ids: readonly string[]): Promise<readonly Violation[]> {
  const uses = await reads.rows<CaseUse>(
    `SELECT c.id, c.state, c.achievement_id AS "achievementId", c.parent_case_id AS "parentCaseId",
       u.achievement_id AS "claimedId"
     FROM award_cases c LEFT JOIN achievement_uses u ON u.case_id = c.id
     WHERE c.id IN ${placeholders(ids.length)} ORDER BY c.id`,
    ids,
  );
  return uses.flatMap(({ id, state, achievementId, parentCaseId, claimedId }) => {
    const expected = parentCaseId === null && restsOnAchievement(state) ? achievementId : null;
    if (claimedId === expected) return [];
    const message =
      expected === null
        ? `keeps the achievement ${claimedId ?? ''} although it is ${state}`
        : `is ${state} without having its achievement ${expected}`;
    return [{ subject: `award ${id}`, message }];
  });
}

async function orphans(reads: RowReader): Promise<readonly Violation[]> {
  const rows = await reads.rows<{ achievementId: string; caseId: string }>(
    `SELECT u.achievement_id AS "achievementId", u.case_id AS "caseId" FROM achievement_uses u
     WHERE NOT EXISTS (SELECT 1 FROM award_cases c WHERE c.id = u.case_id) ORDER BY u.achievement_id LIMIT 1000`,
  );
  return rows.map(({ achievementId, caseId }) => ({
    subject: `achievement ${achievementId}`,
    message: `is kept for the case ${caseId}, which does not exist`,
  }));
}
