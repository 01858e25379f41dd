import type { Instant, Label } from '../../workflows/kernel';
import { insertRows } from '../platform/persistence/insert-rows';
import { placeholders, type RowReader, type Tx } from '../platform/persistence';
import { messageIdOf, type Channel, type DeliveryState } from './delivery';

/** A delivery to be recorded. */
export interface NewDelivery {
  readonly id: string;
  readonly occurrenceId: string;
  readonly userId: string;
  readonly channel: Channel;
  readonly isLate: boolean;
  readonly at: Instant;
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

/** A mail that is about to be sent. */
export interface MailToSend {
  readonly state: DeliveryState;
  readonly messageId: string;
  readonly userId: string;
  readonly messageVi: string;
  readonly messageEn: string;
}

/** Records deliveries. A notice is sent by being written; a mail waits for its own job. */
export async function insertDeliveries(tx: Tx, deliveries: readonly NewDelivery[]): Promise<void> {
  await insertRows(
    tx,
    'deliveries',
    deliveries.map(({ id, occurrenceId, userId, channel, isLate, at }) => ({
      id,
      occurrence_id: occurrenceId,
      recipient_user_id: userId,
      channel,
      state: channel === 'notice' ? 'sent' : 'pending',
      message_id: messageIdOf(id),
      is_late: isLate ? 1 : 0,
      created_at: at,
      sent_at: channel === 'notice' ? at : null,
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

/** A mail with the words of the notice that went with it; undefined when there is no such delivery. */
export async function findMail(rows: RowReader, deliveryId: string): Promise<MailToSend | undefined> {
  const [mail] = await rows.rows<MailToSend>(
    `SELECT mail.state, mail.message_id AS "messageId", mail.recipient_user_id AS "userId",
       n.message_vi AS "messageVi", n.message_en AS "messageEn"
     FROM deliveries mail
     JOIN deliveries told ON told.occurrence_id = mail.occurrence_id
       AND told.recipient_user_id = mail.recipient_user_id AND told.channel = 'notice'
     JOIN notices n ON n.delivery_id = told.id
     WHERE mail.id = ? AND mail.channel = 'mail'`,
    [deliveryId],
  );
  return mail;
}

/** Moves a mail from one of these states to another; answers whether it was in one of them. */
export async function moveMail(
  tx: Tx,
  deliveryId: string,
  from: readonly DeliveryState[],
  to: { readonly state: DeliveryState; readonly problem?: string; readonly sentAt?: Instant },
): Promise<boolean> {
  const changed = await tx.change(
    `UPDATE deliveries SET state = ?, problem = ?, sent_at = ? WHERE id = ? AND state IN ${placeholders(from.length)}`,
    [to.state, to.problem ?? null, to.sentAt ?? null, deliveryId, ...from],
  );
  return changed > 0;
}

/** Notes that a user has read a notice of theirs; false when it is not theirs or was read before. */
export async function markRead(tx: Tx, userId: string, noticeId: string, at: Instant): Promise<boolean> {
  const changed = await tx.change('UPDATE notices SET read_at = ? WHERE id = ? AND user_id = ? AND read_at IS NULL', [
    at,
    noticeId,
    userId,
  ]);
  return changed > 0;
}
