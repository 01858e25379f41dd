import { Injectable, Optional } from '@nestjs/common';
import { coveredBy } from '../../platform/auth/scope';
import { placeholders, type RowReader } from '../../platform/persistence';
import { RecordedHolders, type HoldersQuestion } from './recorded-holders.port';
import type { QuotaAt } from './tier-quota';

/** Counts what the share of a quota is of, as far as the registers know it. */
@Injectable()
export class QuotaBases {
  constructor(@Optional() private readonly records?: RecordedHolders) {}

  /**
   * Holders of a tier in the unit and below it whose achievement ended in the year, or the units that take part in the
   * campaign. Null where the registers do not say: nobody is in them, people who take part, or a standard that somebody
   * has to judge. Then the office states it. Cases that passed a vote that is not closed yet hold what they passed for.
   */
  async countedFor(
    rows: RowReader,
    { rule, scopeId, unitPath, year }: QuotaAt,
    passedCaseIds: readonly string[] = [],
  ): Promise<number | null> {
    if (rule.base === 'holdersOf' && rule.of !== null && year !== null) {
      return orUnknown(await this.holders(rows, { tier: rule.of, unitPath, year }, passedCaseIds));
    }
    if (rule.base === 'participants' && rule.scope === 'campaign' && rule.subjects === 'collective') {
      return orUnknown(await partakers(rows, scopeId));
    }
    return null;
  }

  private async holders(rows: RowReader, question: HoldersQuestion, passed: readonly string[]): Promise<number> {
    const cases = await holdersByCases(rows, question, passed);
    const recorded = (await this.records?.idsOf(rows, question)) ?? [];
    return new Set([...cases, ...recorded]).size;
  }
}

/** An empty register proves nothing: that nobody was entered is not that there is nobody. */
function orUnknown(count: number): number | null {
  return count === 0 ? null : count;
}

/** Who was recommended or decided: both tiers often stand on one list. */
async function holdersByCases(
  rows: RowReader,
  { tier, unitPath, year }: HoldersQuestion,
  passed: readonly string[],
): Promise<readonly string[]> {
  const within = coveredBy({ everything: false, unitPaths: [unitPath], councilIds: [], personId: null }, 'c.unit_path');
  const among = passed.length === 0 ? '' : ` OR c.id IN ${placeholders(passed.length)}`;
  const found = await rows.rows<{ id: string }>(
    `SELECT DISTINCT COALESCE((SELECT p.merged_into_id FROM people p WHERE p.id = c.subject_id), c.subject_id) AS "id"
     FROM award_cases c
     WHERE c.tier = ? AND c.achieved_to >= ? AND c.achieved_to <= ? AND ${within.sql}
       AND (c.state IN ('recommended', 'decided', 'presented')${among})`,
    [tier, `${year}-01-01`, `${year}-12-31`, ...within.params, ...passed],
  );
  return found.map(({ id }) => id);
}

async function partakers(rows: RowReader, campaignId: string): Promise<number> {
  const [found] = await rows.rows<{ count: number }>(
    `SELECT COUNT(*) AS count FROM campaigns c
     JOIN campaign_units x ON x.campaign_id = c.id AND x.plan_revision = c.plan_revision WHERE c.id = ?`,
    [campaignId],
  );
  return found?.count ?? 0;
}
