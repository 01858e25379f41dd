import { Injectable } from '@nestjs/common';
import type { CampaignContext } from '../../workflows/campaign';
import type { MeasureRule } from '../../workflows/indicator';
import { locking, type RowReader } from '../platform/persistence';
import { loadWorkflowRows } from '../platform/runner/workflow-row';

/** A measure of a plan with the rule that values are judged by. */
export interface MeasureOfPlan {
  readonly code: string;
  readonly indicatorCode: string;
  readonly name: string;
  readonly isMandatory: boolean;
  readonly rule: MeasureRule;
}

/** One revision of a plan, as its rows hold it. */
export interface PlanOfCampaign {
  readonly rounds: readonly { readonly name: string; readonly startsOn: string; readonly endsOn: string }[];
  readonly indicators: readonly { readonly code: string; readonly name: string }[];
  readonly measures: readonly MeasureOfPlan[];
  readonly unitIds: readonly string[];
}

/** What other features ask about campaigns. Facts, not answers to a user: it takes no scope and checks none. */
@Injectable()
export class CampaignDirectory {
  /** State, context and owner of a campaign; undefined when there is none. */
  async contextOf(
    rows: RowReader,
    campaignId: string,
  ): Promise<{ readonly state: string; readonly context: CampaignContext; readonly unitPath: string } | undefined> {
    const [row] = await loadWorkflowRows(rows, 'campaigns', [campaignId]);
    return (
      row && { state: row.snapshot.state, context: row.snapshot.context as CampaignContext, unitPath: row.unitPath }
    );
  }

  /**
   * Keeps a campaign in its state until the transaction ends, while others may hold it too: for whoever hangs something
   * on it because of that state. SQLite has one writer at a time, so there nothing needs to be said.
   */
  async hold(rows: RowReader, campaignId: string): Promise<void> {
    const lock = locking(rows, 'held');
    if (lock !== '') await rows.rows(`SELECT id FROM campaigns WHERE id = ?${lock}`, [campaignId]);
  }

  /** The measures of one revision of a plan, in the order of the plan. */
  async measuresOf(rows: RowReader, campaignId: string, revision: number): Promise<readonly MeasureOfPlan[]> {
    const measures = await rows.rows<
      Omit<MeasureOfPlan, 'isMandatory' | 'rule'> & { isMandatory: number; rule: string }
    >(
      `SELECT m.code, m.indicator_code AS "indicatorCode", m.name, m.is_mandatory AS "isMandatory", m.rule
       FROM campaign_measures m JOIN campaign_indicators i
         ON i.campaign_id = m.campaign_id AND i.plan_revision = m.plan_revision AND i.code = m.indicator_code
       WHERE m.campaign_id = ? AND m.plan_revision = ? ORDER BY i.ordinal, m.ordinal`,
      [campaignId, revision],
    );
    return measures.map((measure) => ({
      ...measure,
      isMandatory: measure.isMandatory === 1,
      rule: JSON.parse(measure.rule) as MeasureRule,
    }));
  }

  /** Whether a unit takes part under this revision. */
  async takesPart(rows: RowReader, campaignId: string, revision: number, unitId: string): Promise<boolean> {
    const found = await rows.rows(
      'SELECT unit_id FROM campaign_units WHERE campaign_id = ? AND plan_revision = ? AND unit_id = ?',
      [campaignId, revision, unitId],
    );
    return found.length > 0;
  }

  /** What a unit was assigned, by measure code. */
  async allocationsOf(
    rows: RowReader,
    campaignId: string,
    revision: number,
    unitId: string,
  ): Promise<ReadonlyMap<string, string>> {
    const found = await rows.rows<{ code: string; value: string }>(
      `SELECT measure_code AS "code", value FROM campaign_allocations
       WHERE campaign_id = ? AND plan_revision = ? AND unit_id = ?`,
      [campaignId, revision, unitId],
    );
    return new Map(found.map(({ code, value }) => [code, value]));
  }

  /** One revision of a plan with everything in it. */
  async planOf(rows: RowReader, campaignId: string, revision: number): Promise<PlanOfCampaign> {
    const key = [campaignId, revision];
    const where = 'WHERE campaign_id = ? AND plan_revision = ?';
    const units = await rows.rows<{ id: string }>(
      `SELECT unit_id AS "id" FROM campaign_units ${where} ORDER BY unit_id`,
      key,
    );
    return {
      rounds: await rows.rows(
        `SELECT name, starts_on AS "startsOn", ends_on AS "endsOn" FROM campaign_rounds ${where} ORDER BY ordinal`,
        key,
      ),
      indicators: await rows.rows(`SELECT code, name FROM campaign_indicators ${where} ORDER BY ordinal`, key),
      measures: await this.measuresOf(rows, campaignId, revision),
      unitIds: units.map(({ id }) => id),
    };
  }
}
