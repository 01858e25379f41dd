import { canonicalJson, foldText } from '../../workflows/kernel';
import { insertRows } from '../platform/persistence/insert-rows';
import type { RowReader, SqlValue, Tx } from '../platform/persistence';
import { measureRuleOf, PLAN_WORDS } from './campaign-plan';
import type { CampaignPlanRequest } from './dto/campaign-plan.request';

/** Writes one revision of a plan beside the campaign's state row. Older revisions stay: measures that were pledged on keep theirs. */
export async function writePlan(
  tx: Tx,
  campaignId: string,
  revision: number,
  plan: CampaignPlanRequest,
): Promise<void> {
  await tx.change('UPDATE campaigns SET code = ?, name = ?, name_folded = ?, theme = ? WHERE id = ?', [
    plan.code,
    plan.name,
    foldText(plan.name),
    plan.theme ?? null,
    campaignId,
  ]);
  const key = { campaign_id: campaignId, plan_revision: revision };
  for (const [table, rows] of Object.entries(planRows(plan))) {
    await insertRows(
      tx,
      table,
      rows.map((row) => ({ ...key, ...row })),
    );
  }
}

/** The rows of a plan by table, without their key. */
function planRows(plan: CampaignPlanRequest): Readonly<Record<string, readonly Readonly<Record<string, SqlValue>>[]>> {
  return {
    campaign_rounds: plan.rounds.map(({ name, startsOn, endsOn }, ordinal) => ({
      ordinal,
      name,
      starts_on: startsOn,
      ends_on: endsOn,
    })),
    campaign_indicators: plan.indicators.map(({ code, name, groupCode = null }, ordinal) => ({
      code,
      ordinal,
      name,
      group_code: groupCode,
    })),
    campaign_measures: plan.indicators.flatMap(({ code: indicatorCode, measures }) =>
      measures.map((measure, ordinal) => ({
        code: measure.code,
        indicator_code: indicatorCode,
        ordinal,
        name: measure.name,
        is_mandatory: Number(measure.isMandatory),
        rule: canonicalJson(measureRuleOf(measure)),
      })),
    ),
    campaign_words: PLAN_WORDS.flatMap((field) =>
      (plan[field] ?? []).map((content, ordinal) => ({ field, ordinal, content: canonicalJson(content) })),
    ),
    campaign_units: plan.unitIds.map((unitId) => ({ unit_id: unitId })),
    campaign_issuers: plan.issuerIds.map((unitId) => ({ unit_id: unitId })),
    campaign_allocations: plan.allocations.map(({ measureCode, unitId, value }) => ({
      measure_code: measureCode,
      unit_id: unitId,
      value,
    })),
  };
}

/** Ids out of this list that are no unit. */
export async function unknownUnits(rows: RowReader, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const marks = ids.map(() => '?').join(', ');
  const known = await rows.rows<{ id: string }>(`SELECT id FROM units WHERE id IN (${marks})`, ids);
  const found = new Set(known.map((row) => row.id));
  return ids.filter((id) => !found.has(id));
}

/** True when another campaign has this code. The unique constraint has the last word; this one explains. */
export async function codeIsTaken(rows: RowReader, code: string, exceptId: string): Promise<boolean> {
  const taken = await rows.rows('SELECT id FROM campaigns WHERE code = ? AND id <> ?', [code, exceptId]);
  return taken.length > 0;
}
