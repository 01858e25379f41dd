import { Injectable } from '@nestjs/common';
import type { Label } from '../../../workflows/kernel';
import type { Actor } from '../../platform/auth/actor';
import type { Permission } from '../../platform/auth/permission';
import type { SqlCondition } from '../../platform/auth/scope';
import { PROVISIONAL_DAY } from '../../platform/deadlines/provisional';
import { allOf } from '../../platform/http/pages/conditions';
import { keysetPage, pageOf, type Keyset, type Page } from '../../platform/http/pages/keyset-page';
import { ReadDatabase } from '../../platform/persistence';
import type { WaitingListQuery } from '../dto/waiting.request';
import type { WaitingCountResponse, WaitingCountsResponse, WaitingItemResponse } from '../dto/waiting.response';
import { OWED, OwedWaiting, type WaitingSelect } from './owed-waiting';
import { ownUnits, WaitingThings } from './waiting-things';

/** What is without a day comes last. */
const NO_DAY = '9999-12-31';

/** Whether a day is provisional: what the select says, or no where days are named only. */
const [COUNTED, NAMED] = ['COALESCE(s.is_provisional, 0)', '0'];

const BY_DAY: Keyset = {
  name: 'waiting.dueOn',
  sortColumn: 'w.due_on',
  idColumn: `(w.kind || ':' || w.id || ':' || w.unit_id)`,
  direction: 'asc',
};

/** Portions of what is owed that are counted: far more than a unit ever owes. */
const MOST_PORTIONS = 20;

interface WaitingRow {
  readonly kind: string;
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string | null;
  readonly campaignId: string | null;
  readonly campaignName: string | null;
  readonly dueOn: string;
  readonly isProvisional: number;
}

interface About {
  readonly label: Label;
  readonly subjectKind: string;
  readonly commands: readonly string[];
}

/** Reads what waits for the signed-in user, from the states of things as they are now. */
@Injectable()
export class WaitingQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly things: WaitingThings,
    private readonly owed: OwedWaiting,
  ) {}

  /** A page of what waits, what is due first; one kind alone when asked for. */
  async list(actor: Actor, query: WaitingListQuery): Promise<Page<WaitingItemResponse>> {
    const { where, orderBy, limit } = keysetPage(BY_DAY, query);
    const [from] = where.params as readonly string[];
    const rows: WaitingRow[] = [];
    for await (const portion of this.owed.portions(actor, { kind: query.kind, from })) {
      const waiting = this.waiting(actor, portion.selects, query.kind);
      if (!waiting) continue;
      const condition = allOf([where, portion.days]);
      const found = await this.reads.rows<WaitingRow & object>(
        `SELECT w.kind, w.id, w.unit_id AS "unitId", u.name AS "unitName", w.campaign_id AS "campaignId",
           c.name AS "campaignName", w.due_on AS "dueOn", w.is_provisional AS "isProvisional"
         FROM (${waiting.sql}) w LEFT JOIN units u ON u.id = w.unit_id LEFT JOIN campaigns c ON c.id = w.campaign_id
         WHERE ${condition.sql} ORDER BY ${orderBy} LIMIT ${limit - rows.length}`,
        [...waiting.params, ...condition.params],
      );
      rows.push(...found);
      if (rows.length === limit) break;
    }
    return pageOf(BY_DAY, query, rows, {
      key: ({ dueOn, kind, id, unitId }) => ({ value: dueOn, id: `${kind}:${id}:${unitId}` }),
      item: (row) => this.itemOf(row),
    });
  }

  /** How many of each kind wait; kinds of which nothing does are left out. */
  async counts(actor: Actor): Promise<WaitingCountsResponse> {
    const counted = new Map<string, number>();
    let portions = 0;
    for await (const portion of this.owed.portions(actor, {})) {
      if (portions === MOST_PORTIONS) return { items: this.countsOf(counted), isCut: true };
      portions += 1;
      const waiting = this.waiting(actor, portion.selects);
      if (!waiting) continue;
      const rows = await this.reads.rows<{ kind: string; count: number | string }>(
        `SELECT w.kind, COUNT(*) AS "count" FROM (${waiting.sql}) w WHERE ${portion.days.sql} GROUP BY w.kind`,
        [...waiting.params, ...portion.days.params],
      );
      for (const { kind, count } of rows) counted.set(kind, (counted.get(kind) ?? 0) + Number(count));
    }
    return { items: this.countsOf(counted), isCut: false };
  }

  private countsOf(counted: ReadonlyMap<string, number>): readonly WaitingCountResponse[] {
    const kinds = [...counted].sort(([one], [other]) => (one < other ? -1 : 1));
    return kinds.map(([kind, count]) => ({ kind, label: this.about(kind).label, count }));
  }

  private itemOf({ kind, id, dueOn, isProvisional, ...rest }: WaitingRow): WaitingItemResponse {
    const { label, subjectKind, commands } = this.about(kind);
    return {
      kind,
      label,
      subject: { kind: subjectKind, id },
      ...rest,
      dueOn: dueOn === NO_DAY ? null : dueOn,
      provisional: isProvisional === 1 ? PROVISIONAL_DAY : null,
      commands,
    };
  }

  private about(kind: string): About {
    const owed = Object.values(OWED).find((each) => each.kind === kind);
    const about = owed ? { ...owed, subjectKind: 'campaign' } : this.things.kinds().get(kind);
    if (!about) throw new Error(`${kind} is nothing that waits`);
    return about;
  }

  private waiting(actor: Actor, owing: readonly WaitingSelect[], kind?: string): SqlCondition | undefined {
    const own = (permission: Permission, column: string): SqlCondition => ownUnits(actor, permission, column);
    const stated = [...this.things.kinds().values()].flatMap((each) => {
      const select = each.select({ actor, own });
      return select ? [{ kind: each.kind, isProvisional: each.countsDays ? COUNTED : NAMED, ...select }] : [];
    });
    const owed = owing.map((each) => ({ isProvisional: NAMED, ...each }));
    const all = [...stated, ...owed].filter((each) => kind === undefined || each.kind === kind);
    if (all.length === 0) return undefined;
    return {
      sql: all
        .map(
          (each) =>
            `SELECT '${each.kind}' AS kind, s.id, s.unit_id, s.campaign_id, COALESCE(s.due_on, '${NO_DAY}') AS due_on,
               ${each.isProvisional} AS is_provisional
             FROM (${each.sql}) s`,
        )
        .join(' UNION ALL '),
      params: all.flatMap(({ params }) => params),
    };
  }
}
