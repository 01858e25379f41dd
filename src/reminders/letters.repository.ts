import type { Instant } from '../../workflows/kernel';
import { locking, placeholders, type Tx } from '../platform/persistence';
import { messageIdOf, type DeliveryState } from './delivery';

/** One mail: of one delivery, or of all that a digest gathered. */
export type LetterId = { readonly deliveryId: string } | { readonly digestId: string };

/** A mail that is about to be sent, with the words of the notices that went with it. All its deliveries are in one state. */
export interface Letter {
  readonly state: DeliveryState;
  readonly messageId: string;
  readonly userId: string;
  /** Kinds of the deadlines: one may be urgent. */
  readonly kinds: readonly string[];
  readonly messages: readonly { readonly vi: string; readonly en: string }[];
  readonly isHeld: boolean;
}

interface LetterRow {
  readonly state: DeliveryState;
  readonly userId: string;
  readonly kind: string;
  readonly vi: string;
  readonly en: string;
  readonly heldUntil: string | null;
}

/** The mail as it would leave at this moment; undefined when there is none with this id. */
export async function findLetter(tx: Tx, letter: LetterId, at: Instant): Promise<Letter | undefined> {
  const { sql, id } = whereOf(letter);
  const rows = await tx.rows<LetterRow>(
    `SELECT mail.state, mail.recipient_user_id AS "userId", mail.held_until AS "heldUntil",
       n.kind, n.message_vi AS vi, n.message_en AS en
     FROM deliveries mail
     JOIN deliveries told ON told.occurrence_id = mail.occurrence_id
       AND told.recipient_user_id = mail.recipient_user_id AND told.channel = 'notice'
     JOIN notices n ON n.delivery_id = told.id
     WHERE mail.${sql} AND mail.channel = 'mail' ORDER BY n.created_at, n.id`,
    [id],
  );
  const [first] = rows;
  return (
    first && {
      state: first.state,
      messageId: messageIdOf(id),
      userId: first.userId,
      kinds: rows.map(({ kind }) => kind),
      messages: rows.map(({ vi, en }) => ({ vi, en })),
      // What was to be held may leave before its quiet hours, with others that were to leave earlier.
      isHeld: rows.some(({ heldUntil }) => heldUntil !== null && heldUntil <= at),
    }
  );
}

/** Moves all deliveries of a mail from one of these states to another; answers whether any was in one of them. */
export async function moveLetter(
  tx: Tx,
  letter: LetterId,
  from: readonly DeliveryState[],
  to: { readonly state: DeliveryState; readonly problem?: string; readonly sentAt?: Instant },
): Promise<boolean> {
  const { sql, id } = whereOf(letter);
  const changed = await tx.change(
    `UPDATE deliveries SET state = ?, problem = ?, sent_at = ?
     WHERE ${sql} AND channel = 'mail' AND state IN ${placeholders(from.length)}`,
    [to.state, to.problem ?? null, to.sentAt ?? null, id, ...from],
  );
  return changed > 0;
}

/** Notes until when a mail is held, for all its deliveries. */
export async function holdLetter(tx: Tx, letter: LetterId, until: Instant): Promise<void> {
  const { sql, id } = whereOf(letter);
  await tx.change(`UPDATE deliveries SET held_until = ? WHERE ${sql} AND channel = 'mail' AND state = 'pending'`, [
    until,
    id,
  ]);
}

/**
 * Seals a digest, so that nothing more comes into it, and answers undefined; or when it is to be sent, while that is still
 * to come: the clock went back.
 */
export async function sealDigest(tx: Tx, id: string, now: Instant): Promise<Instant | undefined> {
  const [digest] = await tx.rows<{ status: string; sendAt: Instant }>(
    `SELECT status, send_at AS "sendAt" FROM mail_digests WHERE id = ?${locking(tx, 'taken')}`,
    [id],
  );
  if (digest?.status !== 'open') return undefined;
  if (now < digest.sendAt) return digest.sendAt;
  await tx.change("UPDATE mail_digests SET status = 'sealed' WHERE id = ?", [id]);
  return undefined;
}

function whereOf(letter: LetterId): { readonly sql: string; readonly id: string } {
  return 'digestId' in letter
    ? { sql: 'digest_id = ?', id: letter.digestId }
    : { sql: 'id = ?', id: letter.deliveryId };
}
