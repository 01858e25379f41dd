import { BATCH, scan, type Invariant } from '../../platform/invariants';
import { placeholders, type RowReader } from '../../platform/persistence';

interface Line {
  readonly quotaId: string;
  readonly caseId: string;
  readonly caseTier: string | null;
  readonly placeNumber: number;
}

/** Who has a place of a quota of the rules is a case there is, and the numbers are those of places. */
export const tierQuotaPlaces: Invariant = {
  name: 'tier-quota-places',
  promise: 2,
  describe: {
    vi: 'Mỗi suất theo tỷ lệ của quy định thuộc về một trường hợp có thật và có số thứ tự hợp lệ.',
    en: 'Every place of a quota of the rules belongs to a case that exists and has a number that a place can have.',
  },
  check: (context) => {
    const { reads } = context;
    return scan(context, {
      page: async (after) => (await quotas(reads, after)).map(({ id }) => id),
      judge: async (ids) =>
        (await linesOf(reads, ids))
          .filter(({ caseTier, placeNumber }) => caseTier === null || placeNumber < 1)
          .map(({ quotaId, caseId }) => ({
            subject: `tier quota ${quotaId}`,
            message: `gives the case ${caseId} a place that it cannot have`,
          })),
    });
  },
};

function quotas(reads: RowReader, after: string): Promise<{ readonly id: string }[]> {
  return reads.rows(`SELECT id FROM tier_quotas WHERE id > ? ORDER BY id LIMIT ${BATCH}`, [after]);
}

function linesOf(reads: RowReader, quotaIds: readonly string[]): Promise<Line[]> {
  return reads.rows<Line>(
    `SELECT p.quota_id AS "quotaId", p.case_id AS "caseId", c.tier AS "caseTier",
       p.place_number AS "placeNumber"
     FROM tier_quota_places p LEFT JOIN award_cases c ON c.id = p.case_id
     WHERE p.quota_id IN ${placeholders(quotaIds.length)} ORDER BY p.case_id`,
    quotaIds,
  );
}
