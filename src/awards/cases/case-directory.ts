import { Injectable } from '@nestjs/common';
import { isDecidedState, isOpenState } from '../../../workflows/award';
import type { Instant } from '../../../workflows/kernel';
import { inChunks, placeholders, type RowReader } from '../../platform/persistence';
import type { SubjectKind } from '../../people';
import { liesWithItsUnit, type DossierState } from '../dossiers/dossier-states';

/** A case as other features see it. */
export interface CaseSummary {
  readonly id: string;
  readonly tier: string;
  readonly state: string;
  readonly subjectKind: SubjectKind;
  /** Of a person the row that stays, whichever row was nominated: whoever compares people compares these. */
  readonly subjectId: string;
  /** The unit that submitted it, and its path. */
  readonly unitId: string;
  readonly unitPath: string;
  readonly campaignId: string | null;
  /** The release of the rules that its campaign pinned; null where there is none. */
  readonly release: string | null;
  /** The unit that its dossier goes to: whose council judges it. */
  readonly authorityUnitId: string;
  /** When its dossier was handed in: the rules of that day hold for it. Null before. */
  readonly submittedAt: Instant | null;
}

/** How many cases of a campaign are on their way, and how many are awards that stand. */
export interface CaseCounts {
  readonly openCaseCount: number;
  readonly decidedCaseCount: number;
}

interface StateCount {
  readonly state: string;
  readonly dossierState: DossierState;
  readonly count: number;
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
        `SELECT c.id, c.tier, c.state, c.subject_kind AS "subjectKind",
           COALESCE((SELECT p.merged_into_id FROM people p WHERE p.id = c.subject_id), c.subject_id) AS "subjectId",
           c.unit_id AS "unitId", c.unit_path AS "unitPath", c.campaign_id AS "campaignId",
           (SELECT k.rulebook_release FROM campaigns k WHERE k.id = c.campaign_id) AS "release",
           d.authority_unit_id AS "authorityUnitId", d.submitted_at AS "submittedAt"
         FROM award_cases c JOIN dossiers d ON d.id = c.dossier_id WHERE c.id IN ${placeholders(some.length)}`,
        some,
      );
      for (const each of cases) found.set(each.id, each);
    }
    return found;
  }

  /**
   * Counts of a campaign: what is open keeps it from being concluded, what is decided from being cancelled. A case of a
   * dossier that was handed in is open, also while the system has not got round to it.
   */
  async countsOfCampaign(rows: RowReader, campaignId: string): Promise<CaseCounts> {
    const groups = await rows.rows<StateCount>(
      `SELECT c.state, d.state AS "dossierState", COUNT(*) AS count
       FROM award_cases c JOIN dossiers d ON d.id = c.dossier_id WHERE c.campaign_id = ? GROUP BY c.state, d.state`,
      [campaignId],
    );
    const sum = (isCounted: (group: StateCount) => boolean): number =>
      groups.filter(isCounted).reduce((total, { count }) => total + count, 0);
    return {
      openCaseCount: sum(
        ({ state, dossierState }) => isOpenState(state) || (state === 'draft' && !liesWithItsUnit(dossierState)),
      ),
      decidedCaseCount: sum(({ state }) => isDecidedState(state)),
    };
  }
}
