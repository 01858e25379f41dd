import { Injectable } from '@nestjs/common';
import { daysBetween, localDateOf, type Instant, type LocalDate } from '../../../workflows/kernel';
import { OWED_KINDS } from '../../../workflows/reminder';
import { coveredBy, visibleFrom, type Scope, type SqlCondition } from '../../platform/auth/scope';
import { Clock } from '../../platform/clock/clock.port';
import { allOf, equals } from '../../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import { ReadDatabase, placeholders } from '../../platform/persistence';
import type { LateFilter, LateListQuery } from '../dto/late.request';
import type { LateCountResponse, LateCountsResponse, LateUnitResponse } from '../dto/late.response';
import { OwedThings, type OwedDeadline } from '../owed-things';

const BY_DAY: Keyset = {
  name: 'late.dueOn',
  sortColumn: 'd.due_on',
  idColumn: `(d.id || ':' || u.id)`,
  direction: 'asc',
};

/** The same order over deadlines alone: the one that a page ended in is after its cursor, since '~' follows ':'. */
const DEADLINES_BY_DAY: Keyset = { ...BY_DAY, idColumn: `(d.id || '~')` };

/** Deadlines looked at by one statement. */
const DEADLINES_AT_ONCE = 500;

/** Most deadlines in one answer of counts. */
const MOST_COUNTED = 1_000;

interface OverdueDeadline extends OwedDeadline {
  readonly dueOn: LocalDate;
}

interface LateRow {
  readonly deadlineId: string;
  readonly kind: string;
  readonly dueOn: LocalDate;
  readonly campaignId: string;
  readonly campaignName: string | null;
}

const DEADLINE = `d.id AS "deadlineId", d.kind, d.due_on AS "dueOn", d.stream_id AS "campaignId",
  (SELECT c.name FROM campaigns c WHERE c.id = d.stream_id) AS "campaignName"`;

/** Reads who is late: which units still owe what was due, computed from what they have done and never stored. */
@Injectable()
export class LateQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly owed: OwedThings,
    private readonly clock: Clock,
  ) {}

  /** A page of late units, what is due longest first; of the units that the scope covers. */
  async list(scope: Scope, query: LateListQuery): Promise<Page<LateUnitResponse>> {
    const now = this.clock.now();
    const { where, orderBy, limit } = keysetPage(BY_DAY, query);
    const condition = allOf([await this.unitsMeant(scope, query.unitId), where]);
    const rows: (LateRow & { unitId: string; unitName: string })[] = [];
    for await (const from of this.late(scope, query, now)) {
      const found = await this.reads.rows<LateRow & { unitId: string; unitName: string }>(
        `SELECT ${DEADLINE}, u.id AS "unitId", u.name AS "unitName" FROM ${from.sql}
         WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit - rows.length}`,
        [...from.params, ...condition.params],
      );
      rows.push(...found);
      if (rows.length === limit) break;
    }
    const today = localDateOf(now);
    return pageOf(BY_DAY, query, rows, {
      key: ({ dueOn, deadlineId, unitId }) => ({ value: dueOn, id: `${deadlineId}:${unitId}` }),
      item: (row) => ({ ...row, daysLate: daysBetween(row.dueOn, today) }),
    });
  }

  /** How many units are late, for each deadline by which one is, what is due longest first. */
  async counts(scope: Scope, filter: LateFilter): Promise<LateCountsResponse> {
    const units = await this.unitsMeant(scope, filter.unitId);
    const items: LateCountResponse[] = [];
    for await (const from of this.late(scope, filter, this.clock.now())) {
      const found = await this.reads.rows<LateRow & { lateUnits: number | string }>(
        `SELECT ${DEADLINE}, COUNT(*) AS "lateUnits" FROM ${from.sql}
         WHERE ${units.sql} GROUP BY d.id, d.kind, d.due_on, d.stream_id ORDER BY d.due_on, d.id`,
        [...from.params, ...units.params],
      );
      items.push(...found.map((row) => ({ ...row, lateUnits: Number(row.lateUnits) })));
      if (items.length > MOST_COUNTED) break;
    }
    return { items: items.slice(0, MOST_COUNTED), isCut: items.length > MOST_COUNTED };
  }

  /** Tables of late units as `d` and `u`, for some deadlines each: what is due longest comes first, from the cursor on. */
  private async *late(
    scope: Scope,
    query: LateFilter & Pick<LateListQuery, 'cursor'>,
    now: Instant,
  ): AsyncGenerator<SqlCondition> {
    let after = afterPage(query.cursor);
    for (let isMore = true; isMore;) {
      const deadlines = await this.overdue(scope, query, now, after);
      const owing = await this.owed.owing(this.reads, deadlines);
      if (owing)
        yield {
          sql: `(${owing.sql}) o JOIN deadlines d ON d.id = o.deadline_id JOIN units u ON u.id = o.unit_id`,
          params: owing.params,
        };
      const last = deadlines.at(-1);
      after = { sql: '(d.due_on, d.id) > (?, ?)', params: last ? [last.dueOn, last.id] : [] };
      isMore = deadlines.length === DEADLINES_AT_ONCE;
    }
  }

  private overdue(
    scope: Scope,
    { campaignId, kind }: LateFilter,
    now: Instant,
    after: SqlCondition,
  ): Promise<OverdueDeadline[]> {
    const kinds = kind === undefined ? OWED_KINDS : [kind];
    const condition = allOf([
      { sql: `d.kind IN ${placeholders(kinds.length)}`, params: kinds },
      { sql: `d.due_at <= ? AND d.status <> 'dropped'`, params: [now] },
      concerning(scope),
      ...equals('d.stream_id', campaignId),
      after,
    ]);
    return this.reads.rows<OverdueDeadline & object>(
      `SELECT d.id, d.deadline_key AS "key", d.kind, d.stream_id AS "streamId", d.due_on AS "dueOn" FROM deadlines d
       WHERE ${condition.sql} ORDER BY d.due_on, d.id LIMIT ${DEADLINES_AT_ONCE}`,
      condition.params,
    );
  }

  private async unitsMeant(scope: Scope, unitId: string | undefined): Promise<SqlCondition> {
    return allOf([coveredBy(scope, 'u.path'), ...(await this.under(unitId))]);
  }

  /** The unit and all below it; no unit at all when there is none with this id. */
  private async under(unitId: string | undefined): Promise<readonly SqlCondition[]> {
    if (unitId === undefined) return [];
    const [unit] = await this.reads.rows<{ path: string }>('SELECT path FROM units WHERE id = ?', [unitId]);
    const scope = { everything: false, unitPaths: unit ? [unit.path] : [], councilIds: [], personId: null };
    return [coveredBy(scope, 'u.path')];
  }
}

/** Deadlines that a scope may know of: those around its units, and those of campaigns that name one of them. */
function concerning(scope: Scope): SqlCondition {
  const [around, own] = [visibleFrom(scope, 'd.unit_path'), coveredBy(scope, 'n.path')];
  return {
    sql: `(${around.sql} OR EXISTS (
      SELECT 1 FROM campaigns c JOIN campaign_units x ON x.campaign_id = c.id AND x.plan_revision = c.plan_revision
        JOIN units n ON n.id = x.unit_id WHERE c.id = d.stream_id AND ${own.sql}))`,
    params: [...around.params, ...own.params],
  };
}

/** Deadlines from the one on that a page ended in. */
function afterPage(cursor: string | undefined): SqlCondition {
  return keysetPage(DEADLINES_BY_DAY, { limit: DEADLINES_AT_ONCE, ...(cursor === undefined ? {} : { cursor }) }).where;
}
