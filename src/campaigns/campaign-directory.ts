import { Injectable } from '@nestjs/common';
import type { CampaignContext } from '../../workflows/campaign';
import type { MeasureRule } from '../../workflows/indicator';
import type { Snapshot } from '../../workflows/kernel';
import type { SqlCondition } from '../platform/auth/scope';
import { locking, placeholders, type RowReader } from '../platform/persistence';
import { loadWorkflowRows } from '../platform/runner/workflow-row';
import { PLAN_WORDS, type PlanWords } from './campaign-plan';

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
  readonly indicators: readonly {
    readonly code: string;
    readonly name: string;
    readonly groupCode: string | null;
  }[];
  readonly measures: readonly MeasureOfPlan[];
  readonly unitIds: readonly string[];
  /** Themes, duties, recipients and what else is said in words. */
  readonly words: PlanWords;
}

/** How a campaign stands. */
export interface CampaignStanding {
  readonly state: string;
  readonly context: CampaignContext;
  /** The unit that leads it. */
  readonly unitId: string;
  readonly unitPath: string;
}

/** What is asked of a campaign at once. */
export interface StandingQuestion<Name extends string> {
  readonly campaignId: string;
  /** At least one. */
  readonly unitIds: readonly string[];
  /** True keeps the campaign in its state until the transaction ends, as `hold` does. */
  readonly lock: boolean;
  readonly counts: Readonly<Record<Name, SqlCondition>>;
}

interface StandingRow {
  readonly snapshot: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly partaking: number;
}

/** What other features ask about campaigns. Facts, not answers to a user: it takes no scope and checks none. */
@Injectable()
export class CampaignDirectory {
  /** State, context and owner of a campaign; undefined when there is none. */
  async contextOf(rows: RowReader, campaignId: string): Promise<CampaignStanding | undefined> {
    const [row] = await loadWorkflowRows(rows, 'campaigns', [campaignId]);
    if (!row) return undefined;
    const { snapshot, unitId, unitPath } = row;
    return { state: snapshot.state, context: snapshot.context as CampaignContext, unitId, unitPath };
  }

  /**
   * The same, how many of these units take part under the present plan, and further numbers that are wanted with it, each
   * a query of one number: all with one statement, for commands that many send.
   */
  async standingOf<Name extends string>(
    rows: RowReader,
    { campaignId, unitIds, lock, counts }: StandingQuestion<Name>,
  ): Promise<
    (CampaignStanding & { readonly partaking: number; readonly counted: Readonly<Record<Name, number>> }) | undefined
  > {
    const names = Object.keys(counts) as Name[];
    const numbers = names.map((name) => `, (${counts[name].sql}) AS "${name}"`).join('');
    const [row] = await rows.rows<StandingRow & Record<Name, number>>(
      `SELECT c.snapshot, c.unit_id AS "unitId", c.unit_path AS "unitPath",
         (SELECT COUNT(*) FROM campaign_units x WHERE x.campaign_id = c.id AND x.plan_revision = c.plan_revision
            AND x.unit_id IN ${placeholders(unitIds.length)}) AS "partaking"${numbers}
       FROM campaigns c WHERE c.id = ?${lock ? locking(rows, 'held') : ''}`,
      [...unitIds, ...names.flatMap((name) => counts[name].params), campaignId],
    );
    if (!row) return undefined;
    const { state, context } = JSON.parse(row.snapshot) as Snapshot<CampaignContext>;
    const { unitId, unitPath, partaking } = row;
    return { state, context, unitId, unitPath, partaking, counted: row };
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
      indicators: await rows.rows(
        `SELECT code, name, group_code AS "groupCode" FROM campaign_indicators ${where} ORDER BY ordinal`,
        key,
      ),
      measures: await this.measuresOf(rows, campaignId, revision),
      unitIds: units.map(({ id }) => id),
      words: await wordsOf(rows, campaignId, revision),
    };
  }
}

async function wordsOf(rows: RowReader, campaignId: string, revision: number): Promise<PlanWords> {
  const found = await rows.rows<{ field: string; content: string }>(
    'SELECT field, content FROM campaign_words WHERE campaign_id = ? AND plan_revision = ? ORDER BY field, ordinal',
    [campaignId, revision],
  );
  const ofField = (field: string): readonly unknown[] =>
    found.filter((row) => row.field === field).map(({ content }) => JSON.parse(content) as unknown);
  return Object.fromEntries(PLAN_WORDS.map((field) => [field, ofField(field)])) as unknown as PlanWords;
}
