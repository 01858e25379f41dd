import { Injectable } from '@nestjs/common';
import { localDateOf, type LocalDate } from '../../workflows/kernel';
import type { TallyBreakdown, TallyDimension, TallyFilter, TallyGroups } from '../../workflows/tally';
import type { Scope, SqlCondition } from '../platform/auth/scope';
import { Clock } from '../platform/clock/clock.port';
import { allOf } from '../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import { ReadDatabase } from '../platform/persistence';
import { RulebooksService } from '../rulebooks';
import { UnitDirectory } from '../units';
import { IS_AT } from './case-stages';
import { readClusterNames } from './cluster-memberships.repository';
import { csvText } from './csv-text';
import type { TallyCasesQuery, TallyGroupsQuery, TallyTableQuery } from './dto/tally-filter.request';
import type { TallyCase, TallyGroupsResponse } from './dto/tally.response';
import { filterOf } from './filter-of';
import { conditionsOf, countGroups, sourceOf } from './groups.repository';
import { withKnownTiers } from './known-tiers';
import { mostRead, refuseTooMany } from './most-groups';
import { countedCases } from './tallies.queries';
import { coverageOf, unitPathOf } from './tally-sight';
import { tallyTable } from './tally-table';

const BY_ID: Keyset = { name: 'tallies.cases', sortColumn: 't.case_id', idColumn: 't.case_id', direction: 'asc' };

/** A page of cases, and how many there are on all pages. */
export interface CountedPage<Item> extends Page<Item> {
  readonly total: number;
}

/** A breakdown, and what it is of. */
export type BreakdownAnswer = Omit<TallyGroupsResponse, 'state' | 'party'> & TallyGroups;

/** Answers any question about numbers: broken down, narrowed, and with the cases behind them. Never writes. */
@Injectable()
export class BreakdownsQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly rulebooks: RulebooksService,
    private readonly units: UnitDirectory,
  ) {}

  /**
   * A breakdown of the cases that the scope covers. Throws NotFoundError for a campaign or a unit out of sight, and
   * InvalidRequestError when there would be more groups than anybody reads.
   */
  async groupsOf(scope: Scope, query: TallyGroupsQuery): Promise<BreakdownAnswer> {
    const { campaignId = null, axis, by = [] } = query;
    const coverage = await coverageOf(this.reads, scope, campaignId);
    const breakdown = { axis, by, filter: await this.filterOf(scope, query) };
    const among = countedCases(scope, campaignId, coverage === 'whole');
    const counted = await countGroups(this.reads, breakdown, among, mostRead(scope));
    const tiers = query.zeros === 'true' ? this.knownTiers(breakdown) : [];
    const most = counted.state.length + counted.party.length;
    refuseTooMany(scope, by.length < 2 ? most : most * Math.max(tiers.length, 1), 'by');
    const groups = query.zeros === 'true' ? withKnownTiers(counted, breakdown, tiers) : counted;
    return { campaignId, computedAt: this.clock.now(), coverage, axis, by, ...groups };
  }

  /** The same as comma-separated values, with the names of units and clusters. Throws NotFoundError. */
  async tableOf(scope: Scope, query: TallyTableQuery): Promise<string> {
    const { by, state, party } = await this.groupsOf(scope, query);
    const idsOf = (dimension: TallyDimension): readonly string[] => {
      const place = by.indexOf(dimension);
      return [...state, ...party].map(({ keys }) => keys[place]).filter((key) => typeof key === 'string');
    };
    const units = await this.units.byIds(this.reads, idsOf('unit'));
    const clusters = await readClusterNames(this.reads, idsOf('cluster'));
    return csvText(tallyTable({ by, groups: { state, party }, units, clusters, language: query.language ?? 'vi' }));
  }

  /** A page of the cases behind a number: exactly those that were counted for the same reader. Throws NotFoundError. */
  async casesBehind(scope: Scope, query: TallyCasesQuery): Promise<CountedPage<TallyCase>> {
    const { campaignId = null, axis, stage } = query;
    const coverage = await coverageOf(this.reads, scope, campaignId);
    const filter = await this.filterOf(scope, query);
    const counted = allOf([
      countedCases(scope, campaignId, coverage === 'whole'),
      ...conditionsOf(axis, filter),
      { sql: `(${IS_AT[stage]})`, params: [] },
    ]);
    const source = sourceOf({ axis, by: [], filter });
    const page = await this.pageOf(query, source, counted);
    const [all] = await this.reads.rows<{ count: number }>(
      `SELECT COUNT(*) AS "count" FROM ${source} WHERE ${counted.sql}`,
      counted.params,
    );
    return { ...page, total: all?.count ?? 0 };
  }

  private async pageOf(query: TallyCasesQuery, source: string, counted: SqlCondition): Promise<Page<TallyCase>> {
    const { where, orderBy, limit } = keysetPage(BY_ID, query);
    const { sql, params } = allOf([counted, where]);
    const rows = await this.reads.rows<TallyCase>(
      `SELECT t.case_id AS "caseId", t.tier, t.subject_kind AS "subjectKind", t.subject_id AS "subjectId",
         t.unit_id AS "unitId", CAST(t.money AS TEXT) AS "money"
       FROM ${source} WHERE ${sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      params,
    );
    return pageOf(BY_ID, query, rows, { key: ({ caseId }) => ({ value: caseId, id: caseId }), item: (row) => row });
  }

  private async filterOf(scope: Scope, query: TallyGroupsQuery | TallyCasesQuery): Promise<TallyFilter> {
    const { belowUnitId } = query;
    if (belowUnitId === undefined) return filterOf(query);
    return { ...filterOf(query), unitPath: await unitPathOf(this.reads, scope, belowUnitId) };
  }

  /** The tiers of the rules at the end of the year that is asked for, or of today. */
  private knownTiers({ filter }: TallyBreakdown): Parameters<typeof withKnownTiers>[2] {
    const day = filter?.year === undefined ? localDateOf(this.clock.now()) : (`${filter.year}-12-31` as LocalDate);
    return this.rulebooks.at(day)?.tiers ?? [];
  }
}
