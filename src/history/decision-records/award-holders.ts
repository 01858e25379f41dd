import { Injectable } from '@nestjs/common';
import { coveredBy } from '../../platform/auth/scope';
import type { RowReader } from '../../platform/persistence';

/** Who is asked for: holders of a tier in a unit and below it, for an achievement that ended in a year. */
export interface HoldersAsked {
  readonly tier: string;
  readonly unitPath: string;
  readonly year: number;
}

const UNIT = `COALESCE(
  (SELECT u.path FROM people p JOIN units u ON u.id = p.unit_id WHERE p.id = r.subject_id),
  (SELECT u.path FROM collectives g JOIN units u ON u.id = g.unit_id WHERE g.id = r.subject_id),
  (SELECT u.path FROM units u WHERE u.id = r.subject_id))`;

/** Holders of tiers by entered decisions that stand; one whose decision names no period is left out, since nobody knows its year. */
@Injectable()
export class AwardHolders {
  /** Ids of the subjects, of a person the row that stays. */
  async idsOf(rows: RowReader, { tier, unitPath, year }: HoldersAsked): Promise<readonly string[]> {
    const within = coveredBy({ everything: false, unitPaths: [unitPath], councilIds: [], personId: null }, 'x.path');
    const found = await rows.rows<{ id: string }>(
      `SELECT DISTINCT x.id FROM (
         SELECT COALESCE((SELECT p.merged_into_id FROM people p WHERE p.id = r.subject_id), r.subject_id) AS id,
           ${UNIT} AS path
         FROM award_records r
         WHERE r.withdrawn_at IS NULL AND r.tier = ? AND r.achieved_to >= ? AND r.achieved_to <= ?
       ) x WHERE ${within.sql}`,
      [tier, `${year}-01-01`, `${year}-12-31`, ...within.params],
    );
    return found.map(({ id }) => id);
  }
}
