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

/**
 * Answers a SELECT of `deadline_id` and `unit_id`: one row for each of these deadlines, all of one kind and at least one,
 * and each unit that still owes what is due by it. A fact: it takes no scope.
 */
export type OwingReader = (rows: RowReader, deadlines: readonly OwedDeadline[]) => Promise<SqlCondition> | SqlCondition;

/**
 * Knows who still owes what is due. Each feature adds a reader for its own kinds of deadlines, and it is one and the same
 * that leaves the others out of reminders, that lists who is late, and that shows units what waits for them.
 */
@Injectable()
export class OwedThings {
  private readonly readers = new Map<string, OwingReader>();

  /** Adds the reader of a kind of deadline. Throws when there is one already. */
  register(kind: OwedKind, reader: OwingReader): void {
    if (this.readers.has(kind)) throw new Error(`Two features say who owes by ${kind}`);
    this.readers.set(kind, reader);
  }

  /** A SELECT of `deadline_id` and `unit_id` over all these deadlines; undefined when nothing is owed by any of them. */
  async owing(rows: RowReader, deadlines: readonly OwedDeadline[]): Promise<SqlCondition | undefined> {
    const selects: SqlCondition[] = [];
    for (const [kind, reader] of this.readers) {
      const ofKind = deadlines.filter((deadline) => deadline.kind === kind);
      if (ofKind.length > 0) selects.push(await reader(rows, ofKind));
    }
    if (selects.length === 0) return undefined;
    return { sql: selects.map(({ sql }) => sql).join(' UNION ALL '), params: selects.flatMap(({ params }) => params) };
  }

  /** The units that still owe, by deadline; none for a deadline by which nobody does. */
  async unitsOwing(
    rows: RowReader,
    deadlines: readonly OwedDeadline[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const owing = await this.owing(rows, deadlines);
    if (!owing) return new Map();
    const found = await rows.rows<{ deadlineId: string; unitId: string }>(
      `SELECT o.deadline_id AS "deadlineId", o.unit_id AS "unitId" FROM (${owing.sql}) o ORDER BY 1, 2`,
      owing.params,
    );
    const byDeadline = new Map<string, string[]>();
    for (const { deadlineId, unitId } of found)
      byDeadline.set(deadlineId, [...(byDeadline.get(deadlineId) ?? []), unitId]);
    return byDeadline;
  }
}
