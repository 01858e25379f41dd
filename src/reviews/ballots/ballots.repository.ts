import { insertRows } from '../../platform/persistence/insert-rows';
import { derivedId } from '../../platform/ids/derived-id';
import { placeholders, type RowReader, type Tx } from '../../platform/persistence';
import type { BoxKind, BoxLabel, BoxSize } from './sealed-box';

/** A box as its row holds it. */
export interface StoredBox extends BoxSize {
  readonly sealed: string;
}

/** A box with its place. */
export interface PlacedBox extends BoxLabel, StoredBox {}

/** Who may put a paper into a box. */
export interface RollToOpen extends BoxLabel {
  readonly memberIds: readonly string[];
}

/** Puts members on the rolls of some items of a round, each with the box that the paper goes into. */
export async function openRolls(tx: Tx, reviewId: string, rolls: readonly RollToOpen[]): Promise<void> {
  await insertRows(
    tx,
    'roll_entries',
    rolls.flatMap(({ itemId, voteRound, kind, memberIds }) =>
      memberIds.map((memberId) => ({
        id: rollEntryId(itemId, voteRound, memberId),
        review_id: reviewId,
        item_id: itemId,
        vote_round: voteRound,
        member_id: memberId,
        kind,
        has_voted: 0,
      })),
    ),
  );
}

/** The id of a name on a roll: it follows from the roll, so that nothing of it follows from the moment of the vote. */
export function rollEntryId(itemId: string, voteRound: number, memberId: string): string {
  return derivedId('rollEntry', itemId, String(voteRound), memberId);
}

/** A person of a round as a ballot sees them. */
export interface Voter {
  readonly memberId: string;
  /** False too when the member is not on that roll, which the machine says itself. */
  readonly hasVoted: boolean;
}

/** The member as whom a person sits in the round, and whether that member has voted on the item; in one statement. */
export async function voterOf(
  rows: RowReader,
  reviewId: string,
  personId: string,
  { itemId, voteRound }: Omit<BoxLabel, 'kind'>,
): Promise<Voter | undefined> {
  const [voter] = await rows.rows<{ memberId: string; voted: number | null }>(
    `SELECT m.member_id AS "memberId", r.has_voted AS "voted" FROM review_members m
     LEFT JOIN roll_entries r ON r.item_id = ? AND r.vote_round = ? AND r.member_id = m.member_id
     WHERE m.review_id = ? AND m.person_id = ?`,
    [itemId, voteRound, reviewId, personId],
  );
  return voter && { memberId: voter.memberId, hasVoted: voter.voted === 1 };
}

/** What the roll of a ballot says of a member; undefined when the member is not on it, which the machine says itself. */
export async function rollEntryOf(
  rows: RowReader,
  { itemId, voteRound }: Omit<BoxLabel, 'kind'>,
  memberId: string,
): Promise<{ readonly hasVoted: number; readonly kind: BoxKind } | undefined> {
  const [entry] = await rows.rows<{ hasVoted: number; kind: BoxKind }>(
    'SELECT has_voted AS "hasVoted", kind FROM roll_entries WHERE id = ?',
    [rollEntryId(itemId, voteRound, memberId)],
  );
  return entry;
}

/**
 * Ticks a member off the roll and answers the box, which nobody else can rewrite until the transaction ends; undefined
 * when the member is not on the roll of this box or was ticked off before. One statement: the name is ticked off first,
 * so that two requests of one member meet at the roll, and FOR UPDATE waits for the box as others left it.
 */
export async function tickOff(
  tx: Tx,
  { itemId, voteRound, kind }: BoxLabel,
  memberId: string,
): Promise<{ readonly sealed: string | null } | undefined> {
  const lock = tx.dialect === 'postgres' ? ' FOR UPDATE' : '';
  const [ticked] = await tx.rows<{ sealed: string | null }>(
    `UPDATE roll_entries SET has_voted = 1 WHERE id = ? AND kind = ? AND has_voted = 0
     RETURNING (SELECT b.sealed FROM ballot_boxes b WHERE b.item_id = ? AND b.vote_round = ? AND b.kind = ?${lock})
       AS "sealed"`,
    [rollEntryId(itemId, voteRound, memberId), kind, itemId, voteRound, kind],
  );
  return ticked;
}

/** Whether a member is on the roll of this very box, ticked off or not. */
export async function isOnRoll(rows: RowReader, label: BoxLabel, memberId: string): Promise<boolean> {
  const id = rollEntryId(label.itemId, label.voteRound, memberId);
  const found = await rows.rows('SELECT id FROM roll_entries WHERE id = ? AND kind = ?', [id, label.kind]);
  return found.length > 0;
}

/** The ballots on which a member has voted. */
export function ballotsOfMember(
  rows: RowReader,
  reviewId: string,
  memberId: string,
): Promise<Omit<BoxLabel, 'kind'>[]> {
  return rows.rows(
    `SELECT item_id AS "itemId", vote_round AS "voteRound" FROM roll_entries
     WHERE review_id = ? AND member_id = ? AND has_voted = 1`,
    [reviewId, memberId],
  );
}

/** Sets up boxes. */
export async function insertBoxes(tx: Tx, boxes: readonly PlacedBox[]): Promise<void> {
  await insertRows(
    tx,
    'ballot_boxes',
    boxes.map(({ itemId, voteRound, kind, capacity, paperLength, sealed }) => ({
      item_id: itemId,
      vote_round: voteRound,
      kind,
      capacity,
      paper_length: paperLength,
      sealed,
    })),
  );
}

/** One box. */
export async function readBox(rows: RowReader, label: BoxLabel): Promise<StoredBox | undefined> {
  const [box] = await rows.rows<StoredBox>(
    `SELECT capacity, paper_length AS "paperLength", sealed FROM ballot_boxes
     WHERE item_id = ? AND vote_round = ? AND kind = ?`,
    [label.itemId, label.voteRound, label.kind],
  );
  return box;
}

/** Writes a box back, sealed anew. */
export async function rewriteBox(tx: Tx, label: BoxLabel, sealed: string): Promise<void> {
  await tx.change('UPDATE ballot_boxes SET sealed = ? WHERE item_id = ? AND vote_round = ? AND kind = ?', [
    sealed,
    label.itemId,
    label.voteRound,
    label.kind,
  ]);
}

/** All boxes of some rounds, of every item and vote round. */
export function readBoxesOf(rows: RowReader, reviewIds: readonly string[]): Promise<PlacedBox[]> {
  return rows.rows<PlacedBox>(
    `SELECT item_id AS "itemId", vote_round AS "voteRound", kind, capacity, paper_length AS "paperLength", sealed
     FROM ballot_boxes
     WHERE item_id IN (SELECT id FROM review_items WHERE review_id IN ${placeholders(reviewIds.length)})`,
    reviewIds,
  );
}

/** How many names are ticked off on each roll of some rounds; rolls without a name are left out. */
export function ticksOf(
  rows: RowReader,
  reviewIds: readonly string[],
): Promise<(BoxLabel & { readonly voted: number })[]> {
  return rows.rows(
    `SELECT item_id AS "itemId", vote_round AS "voteRound", kind, CAST(SUM(has_voted) AS INTEGER) AS "voted"
     FROM roll_entries WHERE review_id IN ${placeholders(reviewIds.length)} GROUP BY item_id, vote_round, kind`,
    reviewIds,
  );
}
