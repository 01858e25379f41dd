import { Injectable } from '@nestjs/common';
import type { Label, LocalDate } from '../../workflows/kernel';
import type { RowReader } from '../platform/persistence';
import type { Succession } from './unit-terms';

/**
 * What becomes of a thing when its unit ends: a command moves it to the successor, ends it, or leaves it where it is and
 * the seats of the successor, or else of the unit above, carry it on.
 */
export const HOLDING_FATES = ['moved', 'ended', 'carriedOn'] as const;

export type HoldingFate = (typeof HOLDING_FATES)[number];

/** A command that a holding is moved or ended by. */
export interface HoldingCommand {
  readonly type: string;
  readonly instanceId: string;
  readonly input: object;
}

/** An end of units that is asked about: nothing of it has happened yet. */
export interface EndOfUnits {
  readonly unitIds: readonly string[];
  /** Null when nobody takes over, or a unit that is yet to be. */
  readonly successorId: string | null;
  /** The first day on which the units are no more. */
  readonly on: LocalDate;
}

/** One kind of things that hang on a unit. */
export interface HoldingKind {
  /** Stable: `pledge`, `person`. */
  readonly kind: string;
  readonly label: Label;
  readonly fate: HoldingFate;
  /** What becomes of them in one merger, where that depends on the others; `fate` where that is not asked. */
  readonly fateIn?: (rows: RowReader, end: EndOfUnits) => Promise<HoldingFate>;
  /** The table, with an `id`. */
  readonly table: string;
  /** The column with the id of the unit. */
  readonly unitColumn: string;
  /** What else holds of what is open: SQL without values, in which `:day` stands for the day that is asked for. */
  readonly where: string;
  /** The commands that move or end some of them, in their order; absent for what is carried on. */
  readonly commandsFor?: (
    rows: RowReader,
    ids: readonly string[],
    succession: Succession,
  ) => Promise<readonly HoldingCommand[]> | readonly HoldingCommand[];
}

/** The things of one kind that hang on a unit. */
export interface Holding {
  readonly unitId: string;
  readonly kind: string;
  readonly count: number;
  /** The first ones, in the order of their ids. */
  readonly ids: readonly string[];
}

/** Ids that are listed with a count. */
const MOST_LISTED = 20;

/** Knows what hangs on units. Each feature adds its own kinds, so that units need know no feature. */
@Injectable()
export class UnitHoldings {
  private readonly byKind = new Map<string, HoldingKind>();

  /** Adds kinds. Throws when a kind is there already. */
  register(...kinds: readonly HoldingKind[]): void {
    for (const kind of kinds) {
      if (this.byKind.has(kind.kind)) throw new Error(`Two features hold ${kind.kind}`);
      this.byKind.set(kind.kind, kind);
    }
  }

  /** All kinds, by name. */
  kinds(): readonly HoldingKind[] {
    return [...this.byKind.values()].sort((a, b) => (a.kind < b.kind ? -1 : 1));
  }

  /** What hangs on these units on a day, in one statement; kinds of which there is nothing are left out. */
  async of(rows: RowReader, unitIds: readonly string[], day: LocalDate): Promise<readonly Holding[]> {
    if (unitIds.length === 0 || this.byKind.size === 0) return [];
    const parts = this.kinds().map((kind) => selectOf(kind, unitIds, day));
    const found = await rows.rows<{ kind: string; unitId: string; id: string; count: number | string }>(
      `${parts.map(({ sql }) => sql).join(' UNION ALL ')} ORDER BY 1, 2, 3`,
      parts.flatMap(({ params }) => params),
    );
    const holdings = new Map<string, Holding>();
    for (const { kind, unitId, id, count } of found) {
      const key = `${unitId} ${kind}`;
      const ids = [...(holdings.get(key)?.ids ?? []), id];
      holdings.set(key, { unitId, kind, count: Number(count), ids });
    }
    return [...holdings.values()];
  }

  /** The next ids of a kind that hang on a unit, in their order. */
  async page(
    rows: RowReader,
    { table, unitColumn, where }: HoldingKind,
    asked: { readonly unitId: string; readonly day: LocalDate; readonly after: string; readonly limit: number },
  ): Promise<readonly string[]> {
    const condition = dated(where, asked.day);
    const found = await rows.rows<{ id: string }>(
      `SELECT id FROM ${table} WHERE ${unitColumn} = ? AND id > ? AND ${condition.sql} ORDER BY id LIMIT ?`,
      [asked.unitId, asked.after, ...condition.params, asked.limit],
    );
    return found.map(({ id }) => id);
  }
}

function selectOf(
  { kind, table, unitColumn, where }: HoldingKind,
  unitIds: readonly string[],
  day: LocalDate,
): { readonly sql: string; readonly params: readonly string[] } {
  const condition = dated(where, day);
  const marks = unitIds.map(() => '?').join(', ');
  return {
    sql: `SELECT kind, unit_id AS "unitId", id, held AS "count" FROM (
      SELECT '${kind}' AS kind, ${unitColumn} AS unit_id, id, COUNT(*) OVER (PARTITION BY ${unitColumn}) AS held,
        ROW_NUMBER() OVER (PARTITION BY ${unitColumn} ORDER BY id) AS place
      FROM ${table} WHERE ${unitColumn} IN (${marks}) AND ${condition.sql}) ${kind}_held WHERE place <= ${MOST_LISTED}`,
    params: [...unitIds, ...condition.params],
  };
}

function dated(where: string, day: LocalDate): { readonly sql: string; readonly params: readonly string[] } {
  const parts = where.split(':day');
  return { sql: parts.join('?'), params: parts.slice(1).map(() => day) };
}
