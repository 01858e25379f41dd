import { Injectable } from '@nestjs/common';
import type { Tally } from '../../workflows/tally';
import type { TallyAxis } from '../../workflows/tally';
import { coveredBy, visibleFrom, type Scope, type SqlCondition } from '../platform/auth/scope';
import { Clock } from '../platform/clock/clock.port';
import { NotFoundError } from '../platform/errors/platform.errors';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import { ReadDatabase } from '../platform/persistence';
import { casesWhere, countCases } from './case-counts.repository';
import { CASE_FACTS, IS_AT, YEAR_ON } from './case-stages';
import { ALL, currentCases, currentResults, type Numbers } from './current-numbers';
import type { TallyCasesQuery } from './dto/tally-queries.request';
import type { Coverage, TallyCase, TallyResultsResponse } from './dto/tally.response';
import { countResults, unitsWhere } from './results.repository';
import { resultTallyOf } from './results';
import { tallyOf } from './tally-of-counts';

/** Which tally is asked for; null is for cases outside campaigns. */
export interface TallyQuestion {
  readonly campaignId: string | null;
  readonly axis: TallyAxis;
}

/** A tally, and what it is of. */
export interface TallyAnswer extends Tally, Pick<TallyResultsResponse, 'campaignId' | 'computedAt' | 'coverage'> {}

const BY_ID: Keyset = { name: 'tallies.cases', sortColumn: 'id', idColumn: 'id', direction: 'asc' };

/** Answers every question about numbers, for every face. Never writes. */
@Injectable()
export class TalliesQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * The tally of a campaign on one axis. Whose seats cover the campaign gets all of it; whose seats lie below gets the same
   * counts over the cases of their own units. Throws NotFoundError when there is no such campaign in sight.
   */
  async of(scope: Scope, { campaignId, axis }: TallyQuestion): Promise<TallyAnswer> {
    const coverage = await this.coverageOf(scope, campaignId);
    const { computedAt, counts } =
      coverage === 'whole'
        ? await currentCases(this.reads, campaignId, this.clock.now())
        : await this.now(countCases(this.reads, campaignId, coveredBy(scope, 'unit_path')));
    return { campaignId, computedAt, coverage, ...tallyOf(axis, counts) };
  }

  /** How the indicators and measures of a campaign came out; for seats below it over their own units. Throws NotFoundError. */
  async resultsOf(scope: Scope, campaignId: string): Promise<TallyResultsResponse> {
    const coverage = await this.coverageOf(scope, campaignId);
    const { computedAt, counts } =
      coverage === 'whole'
        ? await currentResults(this.reads, campaignId, this.clock.now())
        : await this.now(countResults(this.reads, campaignId, unitsWhere(coveredBy(scope, 'path'))));
    const { indicator: indicators, measure: measures, unit: units } = resultTallyOf(counts);
    return { campaignId, computedAt, coverage, indicators, measures, units };
  }

  /** A page of the cases behind a number: exactly those that `of` counted for the same reader. Throws NotFoundError. */
  async casesBehind(scope: Scope, query: TallyCasesQuery): Promise<Page<TallyCase>> {
    const { campaignId = null, axis, year, stage, family, tier, subjectKind } = query;
    const coverage = await this.coverageOf(scope, campaignId);
    const cases = casesWhere(campaignId, coverage === 'whole' ? ALL : coveredBy(scope, 'unit_path'));
    const { where, orderBy, limit } = keysetPage(BY_ID, query);
    const conditions: readonly SqlCondition[] = [
      { sql: `${YEAR_ON[axis]} = ? AND ${IS_AT[stage]} AND family = ?`, params: [year, family] },
      ...(tier === undefined ? [] : [{ sql: 'tier = ?', params: [tier] }]),
      ...(subjectKind === undefined ? [] : [{ sql: '"subjectKind" = ?', params: [subjectKind] }]),
      where,
    ];
    const rows = await this.reads.rows<TallyCase>(
      `SELECT id AS "caseId", tier, "subjectKind", "subjectId", "unitId", CAST(money AS TEXT) AS "money"
       FROM (SELECT id, tier, family, subject_kind AS "subjectKind", subject_id AS "subjectId", unit_id AS "unitId",
         ${CASE_FACTS} FROM award_cases WHERE ${cases.sql}) facts
       WHERE ${conditions.map(({ sql }) => sql).join(' AND ')} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...cases.params, ...conditions.flatMap(({ params }) => params)],
    );
    return pageOf(BY_ID, query, rows, { key: ({ caseId }) => ({ value: caseId, id: caseId }), item: (row) => row });
  }

  private async coverageOf(scope: Scope, campaignId: string | null): Promise<Coverage> {
    if (scope.everything) return 'whole';
    if (campaignId === null) return 'ownUnits';
    const covered = coveredBy(scope, 'unit_path');
    const visible = visibleFrom(scope, 'unit_path');
    const [campaign] = await this.reads.rows<{ isCovered: number }>(
      `SELECT CASE WHEN ${covered.sql} THEN 1 ELSE 0 END AS "isCovered" FROM campaigns WHERE id = ? AND ${visible.sql}`,
      [...covered.params, campaignId, ...visible.params],
    );
    if (!campaign) throw new NotFoundError('campaign', campaignId);
    return campaign.isCovered === 1 ? 'whole' : 'ownUnits';
  }

  private async now<Count>(counts: Promise<readonly Count[]>): Promise<Numbers<Count>> {
    return { computedAt: this.clock.now(), counts: await counts };
  }
}
