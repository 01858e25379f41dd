import { Injectable } from '@nestjs/common';
import { daysBetween, localDateOf, type Instant, type LocalDate } from '../../../workflows/kernel';
import { OWED_KINDS } from '../../../workflows/reminder';
import { coveredBy, visibleFrom, type Scope, type SqlCondition } from '../../platform/auth/scope';
import { Clock } from '../../platform/clock/clock.port';
import { allOf, equals } from '../../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import { ReadDatabase, placeholders } from '../../platform/persistence';
import type { LateFilter, LateListQuery } from '../dto/late.request';
import type { LateCountResponse, LateUnitResponse } from '../dto/late.response';
import { OwedThings, type OwedDeadline } from '../owed-things';

const BY_DAY: Keyset = {
  name: 'late.dueOn',
  sortColumn: 'd.due_on',
  idColumn: `(d.id || ':' || u.id)`,
  direction: 'asc',
};

/** Deadlines that are looked at, the newest ones: what ended with its campaign is owed no longer and is not among them. */
const MOST_DEADLINES = 500;

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
    const late = await this.late(scope, query, now);
    if (!late) return { items: [], nextCursor: null };
    const { where, orderBy, limit } = keysetPage(BY_DAY, query);
    const condition = allOf([late.units, where]);
    const rows = await this.reads.rows<LateRow & { unitId: string; unitName: string }>(
      `SELECT ${DEADLINE}, u.id AS "unitId", u.name AS "unitName" FROM ${late.from.sql}
       WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...late.from.params, ...condition.params],
    );
    const today = localDateOf(now);
    return pageOf(BY_DAY, query, rows, {
      key: ({ dueOn, deadlineId, unitId }) => ({ value: dueOn, id: `${deadlineId}:${unitId}` }),
      item: (row) => ({ ...row, daysLate: daysBetween(row.dueOn, today) }),
    });
  }

  /** How many units are late, for each deadline by which one is. */
  async counts(scope: Scope, filter: LateFilter): Promise<readonly LateCountResponse[]> {
    const late = await this.late(scope, filter, this.clock.now());
    if (!late) return [];
    const rows = await this.reads.rows<LateRow & { lateUnits: number | string }>(
      `SELECT ${DEADLINE}, COUNT(*) AS "lateUnits" FROM ${late.from.sql}
       WHERE ${late.units.sql} GROUP BY d.id, d.kind, d.due_on, d.stream_id ORDER BY d.due_on, d.id`,
      [...late.from.params, ...late.units.params],
    );
    return rows.map((row) => ({ ...row, lateUnits: Number(row.lateUnits) }));
  }

  /** The tables of late units as `d` and `u`, and which units are meant; undefined when nothing is overdue. */
  private async late(
    scope: Scope,
    filter: LateFilter,
    now: Instant,
  ): Promise<{ readonly from: SqlCondition; readonly units: SqlCondition } | undefined> {
    const owing = await this.owed.owing(this.reads, await this.overdue(scope, filter, now));
    if (!owing) return undefined;
    const from = {
      sql: `(${owing.sql}) o JOIN deadlines d ON d.id = o.deadline_id JOIN units u ON u.id = o.unit_id`,
      params: owing.params,
    };
    return { from, units: allOf([coveredBy(scope, 'u.path'), ...(await this.under(filter.unitId))]) };
  }

  private overdue(scope: Scope, { campaignId, kind }: LateFilter, now: Instant): Promise<OwedDeadline[]> {
    const kinds = kind === undefined ? OWED_KINDS : [kind];
    const condition = allOf([
      { sql: `d.kind IN ${placeholders(kinds.length)}`, params: kinds },
      { sql: `d.due_at <= ? AND d.status <> 'dropped'`, params: [now] },
      visibleFrom(scope, 'd.unit_path'),
      ...equals('d.stream_id', campaignId),
    ]);
    return this.reads.rows<OwedDeadline & object>(
      `SELECT d.id, d.deadline_key AS "key", d.kind, d.stream_id AS "streamId" FROM deadlines d
       WHERE ${condition.sql} ORDER BY d.due_at DESC, d.id LIMIT ${MOST_DEADLINES}`,
      condition.params,
    );
  }

  /** The unit and all below it; no unit at all when there is none with this id. */
  private async under(unitId: string | undefined): Promise<readonly SqlCondition[]> {
    if (unitId === undefined) return [];
    const [unit] = await this.reads.rows<{ path: string }>('SELECT path FROM units WHERE id = ?', [unitId]);
    const scope = { everything: false, unitPaths: unit ? [unit.path] : [], councilIds: [], personId: null };
    return [coveredBy(scope, 'u.path')];
  }
}
