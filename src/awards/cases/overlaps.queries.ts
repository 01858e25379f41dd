import { Injectable } from '@nestjs/common';
import { coveredBy, type Scope } from '../../platform/auth/scope';
import { allOf } from '../../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import type { PageQuery } from '../../platform/http/pages/page-query.request';
import { placeholders, ReadDatabase } from '../../platform/persistence';
import type { CaseOverlap, CaseOverlapPair } from './dto/case.response';

const NEWEST: Keyset = { name: 'overlaps.createdAt', sortColumn: 'c.created_at', idColumn: 'c.id', direction: 'desc' };

/** A case that has come to nothing is about nothing. */
const ENDED = `('withdrawn', 'ineligible', 'refused', 'refusedAbove', 'revoked', 'notRecommended')`;

/**
 * Another case `o` that may be about the same as `c`: the same achievement, or the same tier for the same subject in a time
 * that overlaps. A case and what it became at the level above are one.
 */
const OVERLAPS = `o.id <> c.id AND o.state NOT IN ${ENDED} AND c.state NOT IN ${ENDED}
  AND COALESCE(o.root_case_id, o.id) <> COALESCE(c.root_case_id, c.id)`;
const SAME_ACHIEVEMENT = 'o.achievement_id = c.achievement_id';
const SAME_PERIOD = `o.subject_id = c.subject_id AND o.subject_kind = c.subject_kind AND o.tier = c.tier
  AND o.achieved_from <= c.achieved_to AND o.achieved_to >= c.achieved_from AND o.achievement_id <> c.achievement_id`;

interface OverlapRow extends CaseOverlap {
  readonly of: string;
}

interface PairRow extends Omit<CaseOverlapPair, 'overlaps'> {
  readonly createdAt: string;
}

/** Finds cases that may be about the same. A reader hears only of cases that the seat covers. */
@Injectable()
export class OverlapsQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** What overlaps each of these cases, by case id; cases without overlaps are left out. */
  async ofCases(scope: Scope, caseIds: readonly string[]): Promise<ReadonlyMap<string, readonly CaseOverlap[]>> {
    const found = new Map<string, CaseOverlap[]>();
    if (caseIds.length === 0) return found;
    const seen = coveredBy(scope, 'o.unit_path');
    const among = (kind: CaseOverlap['kind'], condition: string): string =>
      `SELECT c.id AS "of", o.id AS "caseId", '${kind}' AS kind, o.tier, o.state
       FROM award_cases c JOIN award_cases o ON ${condition} AND ${OVERLAPS}
       WHERE c.id IN ${placeholders(caseIds.length)} AND ${seen.sql}`;
    const params = [...caseIds, ...seen.params];
    const rows = await this.reads.rows<OverlapRow>(
      `${among('sameAchievement', SAME_ACHIEVEMENT)} UNION ALL ${among('samePeriod', SAME_PERIOD)} ORDER BY 1, 2`,
      [...params, ...params],
    );
    for (const { of, ...overlap } of rows) found.set(of, [...(found.get(of) ?? []), overlap]);
    return found;
  }

  /** A page of cases that overlap another one, newest first. */
  async list(scope: Scope, query: PageQuery): Promise<Page<CaseOverlapPair>> {
    const { where, orderBy, limit } = keysetPage(NEWEST, query);
    const seen = coveredBy(scope, 'o.unit_path');
    const other = (condition: string): string =>
      `EXISTS (SELECT 1 FROM award_cases o WHERE ${condition} AND ${OVERLAPS} AND ${seen.sql})`;
    const overlapping = {
      sql: `(${other(SAME_ACHIEVEMENT)} OR ${other(SAME_PERIOD)})`,
      params: [...seen.params, ...seen.params],
    };
    const condition = allOf([coveredBy(scope, 'c.unit_path'), where, overlapping]);
    const rows = await this.reads.rows<PairRow>(
      `SELECT c.id AS "caseId", c.tier, c.state, c.created_at AS "createdAt" FROM award_cases c
       WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    const overlaps = await this.ofCases(
      scope,
      rows.map(({ caseId }) => caseId),
    );
    return pageOf(NEWEST, query, rows, {
      key: ({ createdAt, caseId }) => ({ value: createdAt, id: caseId }),
      item: ({ caseId, tier, state }) => ({ caseId, tier, state, overlaps: overlaps.get(caseId) ?? [] }),
    });
  }
}
