import { Injectable } from '@nestjs/common';
import { isDecidedState, isOpenState } from '../../../workflows/award';
import { inChunks, placeholders, type RowReader } from '../../platform/persistence';
import type { SubjectKind } from '../../people';

/** A case as other features see it. */
export interface CaseSummary {
  readonly id: string;
  readonly tier: string;
  readonly state: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  /** The unit that submitted it, and its path. */
  readonly unitId: string;
  readonly unitPath: string;
  readonly campaignId: string | null;
}

/** How many cases of a campaign are on their way, and how many are awards that stand. */
export interface CaseCounts {
  readonly openCaseCount: number;
  readonly decidedCaseCount: number;
}

const MOST_AT_ONCE = 500;

/** What other features ask about cases. Facts, not answers to a user: it takes no scope and checks none. */
@Injectable()
export class CaseDirectory {
  /** Cases by their ids; ids that are no case are left out. */
  async summariesOf(rows: RowReader, caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseSummary>> {
    const found = new Map<string, CaseSummary>();
    for (const some of inChunks([...new Set(caseIds)], MOST_AT_ONCE)) {
      const cases = await rows.rows<CaseSummary>(
        `SELECT id, tier, state, subject_kind AS "subjectKind", subject_id AS "subjectId",
           unit_id AS "unitId", unit_path AS "unitPath", campaign_id AS "campaignId"
         FROM award_cases WHERE id IN ${placeholders(some.length)}`,
        some,
      );
      for (const each of cases) found.set(each.id, each);
    }
    return found;
  }

  /** Counts of a campaign: what is open keeps it from being concluded, what is decided from being cancelled. */
  async countsOfCampaign(rows: RowReader, campaignId: string): Promise<CaseCounts> {
    const states = await rows.rows<{ state: string; count: number }>(
      'SELECT state, COUNT(*) AS count FROM award_cases WHERE campaign_id = ? GROUP BY state',
      [campaignId],
    );
    const sum = (isCounted: (state: string) => boolean): number =>
      states.filter(({ state }) => isCounted(state)).reduce((total, { count }) => total + count, 0);
    return { openCaseCount: sum(isOpenState), decidedCaseCount: sum(isDecidedState) };
  }
}
