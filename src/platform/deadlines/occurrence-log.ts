import type { Instant, LocalDate } from '../../../workflows/kernel';
import { placeholders } from '../persistence/placeholders';
import type { RowReader, Tx } from '../persistence/unit-of-work.port';

/** An occurrence on its way to its recipients, with what they have to be told. */
export interface QueuedOccurrence {
  readonly id: string;
  readonly offsetDays: number;
  readonly dueAt: Instant;
  readonly isLate: boolean;
  /** False when the deadline has moved or gone since. */
  readonly isCurrent: boolean;
  readonly deadline: {
    readonly id: string;
    /** Unique within the instance: `reportDue:<request>`. */
    readonly key: string;
    readonly kind: string;
    readonly dueOn: LocalDate;
    /** True when the day was counted over a year whose days off are not all known. */
    readonly isProvisional: boolean;
    readonly streamKind: string;
    readonly streamId: string;
    readonly unitPath: string;
  };
}

interface QueuedRow {
  readonly id: string;
  readonly offsetDays: number;
  readonly dueAt: Instant;
  readonly note: string | null;
  readonly isCurrent: number;
  readonly deadlineId: string;
  readonly key: string;
  readonly kind: string;
  readonly dueOn: LocalDate;
  readonly isProvisional: number;
  readonly streamKind: string;
  readonly streamId: string;
  readonly unitPath: string;
}

/** Those of the occurrences that still wait to be told, in the order of time. */
export async function queuedOccurrences(rows: RowReader, ids: readonly string[]): Promise<QueuedOccurrence[]> {
  if (ids.length === 0) return [];
  const found = await rows.rows<QueuedRow>(
    `SELECT o.id, o.offset_days AS "offsetDays", o.due_at AS "dueAt", o.note,
       CASE WHEN d.generation = o.generation AND d.status <> 'dropped' THEN 1 ELSE 0 END AS "isCurrent",
       d.id AS "deadlineId", d.deadline_key AS "key", d.kind, d.due_on AS "dueOn", d.is_provisional AS "isProvisional", d.stream_kind AS "streamKind", d.stream_id AS "streamId", d.unit_path AS "unitPath"
     FROM occurrences o JOIN deadlines d ON d.id = o.deadline_id
     WHERE o.status = 'queued' AND o.id IN ${placeholders(ids.length)}
     ORDER BY o.due_at, o.id`,
    ids,
  );
  return found.map(({ id, offsetDays, dueAt, note, isCurrent, deadlineId, isProvisional, ...deadline }) => ({
    id,
    offsetDays,
    dueAt,
    isLate: note === 'late',
    isCurrent: isCurrent === 1,
    deadline: { id: deadlineId, ...deadline, isProvisional: isProvisional === 1 },
  }));
}

/** Says that the recipients were told. */
export function markTold(tx: Tx, ids: readonly string[], now: Instant): Promise<number> {
  return set(tx, ids, "status = 'told', told_at = ?", [now]);
}

/** Says that nobody was told, and why. */
export function markSkipped(
  tx: Tx,
  ids: readonly string[],
  note: 'replaced' | 'noRule' | 'noRecipient' | 'settled',
): Promise<number> {
  return set(tx, ids, "status = 'skipped', note = ?", [note]);
}

/** Takes occurrences back that were handed over before their time: the clock went back. */
export function planAgain(tx: Tx, ids: readonly string[]): Promise<number> {
  return set(tx, ids, "status = 'planned', note = NULL", []);
}

async function set(tx: Tx, ids: readonly string[], change: string, values: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  return tx.change(`UPDATE occurrences SET ${change} WHERE status = 'queued' AND id IN ${placeholders(ids.length)}`, [
    ...values,
    ...ids,
  ]);
}
