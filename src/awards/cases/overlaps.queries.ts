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
const SAME_PERIOD = `o.subject_kind = c.subject_kind AND o.tier = c.tier AND o.achieved_from <= c.achieved_to
  AND o.achieved_to >= c.achieved_from AND o.achievement_id <> c.achievement_id`;
/** Another row of the person of `c`: rows that were merged are one person. */
const OTHER_ROW = `r.id <> asked.id
  AND (r.id = asked.merged_into_id OR r.merged_into_id = COALESCE(asked.merged_into_id, asked.id))`;

/** Where such an `o` is found. Several, each along an index, instead of one condition of alternatives. */
const SEARCHES: readonly { readonly kind: CaseOverlap['kind']; readonly from: string; readonly where: string }[] = [
  { kind: 'sameAchievement', from: 'award_cases o', where: 'o.achievement_id = c.achievement_id' },
  { kind: 'samePeriod', from: 'award_cases o', where: `o.subject_id = c.subject_id AND ${SAME_PERIOD}` },
  {
    kind: 'samePeriod',
    from: 'people asked, people r, award_cases o',
    where: `c.subject_kind = 'person' AND asked.id = c.subject_id AND ${OTHER_ROW} AND o.subject_id = r.id AND ${SAME_PERIOD}`,
  },
];

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
    const among = SEARCHES.map(
      ({ kind, from, where }) =>
        `SELECT c.id AS "of", o.id AS "caseId", '${kind}' AS kind, o.tier, o.state FROM award_cases c, ${from}
         WHERE ${where} AND ${OVERLAPS} AND c.id IN ${placeholders(caseIds.length)} AND ${seen.sql}`,
    );
    const rows = await this.reads.rows<OverlapRow>(
      `${among.join(' UNION ALL ')} ORDER BY 1, 2`,
      SEARCHES.flatMap(() => [...caseIds, ...seen.params]),
    );
    for (const { of, ...overlap } of rows) found.set(of, [...(found.get(of) ?? []), overlap]);
    return found;
  }

  /** A page of cases that overlap another one, newest first. */
  async list(scope: Scope, query: PageQuery): Promise<Page<CaseOverlapPair>> {
    const { where, orderBy, limit } = keysetPage(NEWEST, query);
    const seen = coveredBy(scope, 'o.unit_path');
    const others = SEARCHES.map(
      ({ from, where }) => `EXISTS (SELECT 1 FROM ${from} WHERE ${where} AND ${OVERLAPS} AND ${seen.sql})`,
    );
    const overlapping = { sql: `(${others.join(' OR ')})`, params: SEARCHES.flatMap(() => seen.params) };
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
