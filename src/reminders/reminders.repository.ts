import type { Instant, Label } from '../../workflows/kernel';
import { insertRows } from '../platform/persistence/insert-rows';
import { placeholders, type RowReader, type Tx } from '../platform/persistence';
import { messageIdOf, type Channel } from './delivery';

/** A delivery to be recorded. */
export interface NewDelivery {
  readonly id: string;
  readonly occurrenceId: string;
  readonly userId: string;
  readonly channel: Channel;
  readonly isLate: boolean;
  readonly at: Instant;
  /** The mail that carries it with others; null or absent when it goes by itself. */
  readonly digestId?: string | null;
  /** The end of the quiet hours that its mail waits for; null or absent when it does not. */
  readonly heldUntil?: Instant | null;
}

/** A notice to be shown. */
export interface NewNotice {
  readonly id: string;
  readonly userId: string;
  readonly deliveryId: string | null;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly unitPath: string;
  readonly message: Label;
  readonly at: Instant;
}

/** Records deliveries. A notice is sent by being written; a mail waits for its own job. */
export async function insertDeliveries(tx: Tx, deliveries: readonly NewDelivery[]): Promise<void> {
  await insertRows(
    tx,
    'deliveries',
    deliveries.map(({ id, occurrenceId, userId, channel, isLate, at, digestId = null, heldUntil = null }) => ({
      id,
      occurrence_id: occurrenceId,
      recipient_user_id: userId,
      channel,
      state: channel === 'notice' ? 'sent' : 'pending',
      message_id: messageIdOf(digestId ?? id),
      is_late: isLate ? 1 : 0,
      created_at: at,
      sent_at: channel === 'notice' ? at : null,
      digest_id: digestId,
      held_until: heldUntil,
    })),
  );
}

export async function insertNotices(tx: Tx, notices: readonly NewNotice[]): Promise<void> {
  await insertRows(
    tx,
    'notices',
    notices.map(({ id, userId, deliveryId, kind, subjectKind, subjectId, unitPath, message, at }) => ({
      id,
      user_id: userId,
      delivery_id: deliveryId,
      kind,
      subject_kind: subjectKind,
      subject_id: subjectId,
      unit_path: unitPath,
      message_vi: message.vi,
      message_en: message.en,
      created_at: at,
    })),
  );
}

/** Who was told of these occurrences before: `occurrence user`. */
export async function toldBefore(rows: RowReader, occurrenceIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (occurrenceIds.length === 0) return new Set();
  const found = await rows.rows<{ occurrenceId: string; userId: string }>(
    `SELECT occurrence_id AS "occurrenceId", recipient_user_id AS "userId" FROM deliveries
     WHERE channel = 'notice' AND occurrence_id IN ${placeholders(occurrenceIds.length)}`,
    occurrenceIds,
  );
  return new Set(found.map(({ occurrenceId, userId }) => `${occurrenceId} ${userId}`));
}

/** Notes that a user has read a notice of theirs, or it and all older ones; what was read before keeps its moment. */
export async function markRead(
  tx: Tx,
  read: { readonly userId: string; readonly noticeId: string; readonly andOlder: boolean },
  at: Instant,
): Promise<void> {
  const { userId, noticeId, andOlder } = read;
  await tx.change(
    `UPDATE notices SET read_at = ? WHERE user_id = ? AND read_at IS NULL AND (id = ?${andOlder ? ` OR ${OLDER}` : ''})`,
    [at, userId, noticeId, ...(andOlder ? [noticeId, userId] : [])],
  );
}

const OLDER = `(created_at, id) < (SELECT known.created_at, known.id FROM notices known
  WHERE known.id = ? AND known.user_id = ?)`;
