import { Injectable } from '@nestjs/common';
import type { OwedKind } from '../../workflows/reminder';
import type { SqlCondition } from '../platform/auth/scope';
import type { RowReader } from '../platform/persistence';

/** A deadline by which units owe something. */
export interface OwedDeadline {
  readonly id: string;
  /** Unique within the instance: `reportDue:<request>`. */
  readonly key: string;
  readonly kind: string;
  readonly streamId: string;
}

/** Which units are asked for: all that something is `asked` of by a deadline, or those of them that are still `owing` it. */
export type WhichUnits = 'asked' | 'owing';

/**
 * Answers a SELECT of `deadline_id` and `unit_id`: one row for each of these deadlines, all of one kind and at least one,
 * and each of its units. Of a deadline that names no units, and so asks all below its own, `asked` has one row without a
 * unit, `owing` none. A fact: it takes no scope.
 */
export type OwingReader = (
  rows: RowReader,
  deadlines: readonly OwedDeadline[],
  which: WhichUnits,
) => Promise<SqlCondition> | SqlCondition;

/** Units by deadline: `all` that lie below its own where it names none. Deadlines by which units owe nothing are left out. */
export type UnitsByDeadline = ReadonlyMap<string, readonly string[] | 'all'>;

/**
 * Knows who still owes what is due. Each feature adds a reader for its own kinds of deadlines, and it is one and the same
 * that says whom reminders are for, that lists who is late, and that shows units what waits for them.
 */
@Injectable()
export class OwedThings {
  private readonly readers = new Map<string, OwingReader>();

  /** Adds the reader of a kind of deadline. Throws when there is one already. */
  register(kind: OwedKind, reader: OwingReader): void {
    if (this.readers.has(kind)) throw new Error(`Two features say who owes by ${kind}`);
    this.readers.set(kind, reader);
  }

  /** A SELECT of `deadline_id` and `unit_id` over all these deadlines; undefined when units owe something by none of them. */
  async owing(
    rows: RowReader,
    deadlines: readonly OwedDeadline[],
    which: WhichUnits = 'owing',
  ): Promise<SqlCondition | undefined> {
    const selects: SqlCondition[] = [];
    for (const [kind, reader] of this.readers) {
      const ofKind = deadlines.filter((deadline) => deadline.kind === kind);
      if (ofKind.length > 0) selects.push(await reader(rows, ofKind, which));
    }
    if (selects.length === 0) return undefined;
    return { sql: selects.map(({ sql }) => sql).join(' UNION ALL '), params: selects.flatMap(({ params }) => params) };
  }

  /** The units by deadline; no unit at all of a deadline by which none owes, or is asked, anything. */
  async unitsOf(rows: RowReader, deadlines: readonly OwedDeadline[], which: WhichUnits): Promise<UnitsByDeadline> {
    const select = await this.owing(rows, deadlines, which);
    if (!select) return new Map();
    const found = await rows.rows<{ deadlineId: string; unitId: string | null }>(
      `SELECT o.deadline_id AS "deadlineId", o.unit_id AS "unitId" FROM (${select.sql}) o ORDER BY 1, 2`,
      select.params,
    );
    const known = deadlines.filter(({ kind }) => this.readers.has(kind));
    const byDeadline = new Map<string, string[] | 'all'>(known.map(({ id }) => [id, []]));
    for (const { deadlineId, unitId } of found) {
      const units = byDeadline.get(deadlineId);
      if (unitId === null) byDeadline.set(deadlineId, 'all');
      else if (units !== 'all') units?.push(unitId);
    }
    return byDeadline;
  }
}
