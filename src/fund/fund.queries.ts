import { Injectable } from '@nestjs/common';
import { balanceOf } from '../../workflows/fund';
import { coveredBy, type Scope, type SqlCondition } from '../platform/auth/scope';
import { NotFoundError } from '../platform/errors/platform.errors';
import { allOf, equals } from '../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../platform/http/pages/keyset-page';
import type { PageQuery } from '../platform/http/pages/page-query.request';
import { ReadDatabase } from '../platform/persistence';
import type { FundListQuery } from './dto/fund.request';
import type { FundEntryResponse, FundSummaryResponse, FundYearResponse } from './dto/fund.response';
import { fundYearId } from './fund';
import { readSums } from './fund.repository';

const LATEST: Keyset = { name: 'funds.year', sortColumn: 'year', idColumn: 'id', direction: 'desc' };
const BY_DAY: Keyset = { name: 'fundEntries', sortColumn: 'booked_on', idColumn: 'id', direction: 'desc' };

const COLUMNS = `id, unit_id AS "unitId", year, opened_at AS "openedAt", closed_at AS "closedAt",
  refuses_overdraft AS "refusesOverdraft", version`;

/** A FundYearResponse as plain data. */
type Shown = Omit<FundYearResponse, never>;

interface YearRow extends Pick<FundYearResponse, 'id' | 'unitId' | 'year' | 'version'> {
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly refusesOverdraft: number;
}

/** Reads funds: of the actor's units and of the units below. */
@Injectable()
export class FundQueries {
  constructor(private readonly reads: ReadDatabase) {}

  /** A page of funds, the latest year first. */
  async list(scope: Scope, query: FundListQuery): Promise<Page<FundYearResponse>> {
    const { where, orderBy, limit } = keysetPage(LATEST, query);
    const rows = await this.years(allOf([coveredBy(scope, 'unit_path'), where, ...equals('unit_id', query.unitId)]), {
      orderBy,
      limit,
    });
    return pageOf(LATEST, query, rows, { key: ({ year, id }) => ({ value: year, id }), item: shown });
  }

  /** Where the fund of a unit stands in a year. Throws NotFoundError when there is none or it is out of scope. */
  async summary(scope: Scope, unitId: string, year: number): Promise<FundSummaryResponse> {
    const fund = await this.one(scope, unitId, year);
    const sums = await readSums(this.reads, fund.id);
    const of = (wanted: string) => sums.filter(({ direction }) => direction === wanted).map(({ amount }) => amount);
    return { ...fund, ...balanceOf(of('in'), of('out')), sums };
  }

  /** A page of the entries of a year, the latest first. Throws as `summary` does. */
  async entries(scope: Scope, unitId: string, year: number, query: PageQuery): Promise<Page<FundEntryResponse>> {
    const { id } = await this.one(scope, unitId, year);
    const { where, orderBy, limit } = keysetPage(BY_DAY, query);
    const condition = allOf([{ sql: 'fund_year_id = ?', params: [id] }, where]);
    const rows = await this.reads.rows<FundEntryResponse>(
      `SELECT id, direction, source, CAST(amount AS TEXT) AS amount, booked_on AS "bookedOn", paper,
         case_id AS "caseId"
       FROM fund_entries WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
    return pageOf(BY_DAY, query, rows, {
      key: (entry) => ({ value: entry.bookedOn, id: entry.id }),
      item: (entry) => entry,
    });
  }

  private async one(scope: Scope, unitId: string, year: number): Promise<Shown> {
    const id = fundYearId(unitId, year);
    const condition = allOf([{ sql: 'id = ?', params: [id] }, coveredBy(scope, 'unit_path')]);
    const [row] = await this.years(condition, { orderBy: 'id', limit: 1 });
    if (!row) throw new NotFoundError('fund', `${unitId}/${year}`);
    return shown(row);
  }

  private years(condition: SqlCondition, { orderBy, limit }: { orderBy: string; limit: number }): Promise<YearRow[]> {
    return this.reads.rows<YearRow>(
      `SELECT ${COLUMNS} FROM fund_years WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      condition.params,
    );
  }
}

function shown({ openedAt, closedAt, refusesOverdraft, ...fund }: YearRow): Shown {
  return {
    ...fund,
    isOpened: openedAt !== null,
    isClosed: closedAt !== null,
    refusesOverdraft: refusesOverdraft === 1,
  };
}
