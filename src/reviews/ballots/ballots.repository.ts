import { insertRows } from '../../platform/persistence/insert-rows';
import { derivedId } from '../../platform/ids/derived-id';
import type { RowReader, Tx } from '../../platform/persistence';
import type { BoxLabel, BoxSize } from './sealed-box';

/** A box as its row holds it. */
export interface StoredBox extends BoxSize {
  readonly sealed: string;
}

/** Puts members on the roll of an item and vote round, each with the box that the paper goes into. */
export async function openRoll(
  tx: Tx,
  reviewId: string,
  { itemId, voteRound, kind }: BoxLabel,
  memberIds: readonly string[],
): Promise<void> {
  await insertRows(
    tx,
    'roll_entries',
    memberIds.map((memberId) => ({
      id: rollEntryId(itemId, voteRound, memberId),
      review_id: reviewId,
      item_id: itemId,
      vote_round: voteRound,
      member_id: memberId,
      kind,
      has_voted: 0,
    })),
  );
}

/** The id of a name on a roll: it follows from the roll, so that nothing of it follows from the moment of the vote. */
export function rollEntryId(itemId: string, voteRound: number, memberId: string): string {
  return derivedId('rollEntry', itemId, String(voteRound), memberId);
}

/** Whether a member has voted; false too when the member is not on that roll, which the machine says itself. */
export async function hasVoted(
  rows: RowReader,
  { itemId, voteRound }: Omit<BoxLabel, 'kind'>,
  memberId: string,
): Promise<boolean> {
  const [entry] = await rows.rows<{ has_voted: number }>('SELECT has_voted FROM roll_entries WHERE id = ?', [
    rollEntryId(itemId, voteRound, memberId),
  ]);
  return entry?.has_voted === 1;
}

/** Ticks a member off the roll; false when the member is not on it or was ticked off before. */
export async function tickOff(tx: Tx, label: BoxLabel, memberId: string): Promise<boolean> {
  const changed = await tx.change('UPDATE roll_entries SET has_voted = 1 WHERE id = ? AND kind = ? AND has_voted = 0', [
    rollEntryId(label.itemId, label.voteRound, memberId),
    label.kind,
  ]);
  return changed === 1;
}

/** Names on the roll of an item, and how many of them are ticked off. Known only while nothing of the box is. */
export async function rollCounts(
  rows: RowReader,
  label: BoxLabel,
): Promise<{ readonly onRoll: number; readonly voted: number }> {
  const [counts] = await rows.rows<{ onRoll: number; voted: number }>(
    `SELECT CAST(COUNT(*) AS INTEGER) AS "onRoll", CAST(COALESCE(SUM(has_voted), 0) AS INTEGER) AS "voted"
     FROM roll_entries WHERE item_id = ? AND vote_round = ? AND kind = ?`,
    [label.itemId, label.voteRound, label.kind],
  );
  return counts ?? { onRoll: 0, voted: 0 };
}

/** Sets up the box of an item and vote round. */
export async function insertBox(tx: Tx, label: BoxLabel, box: StoredBox): Promise<void> {
  await insertRows(tx, 'ballot_boxes', [
    {
      item_id: label.itemId,
      vote_round: label.voteRound,
      kind: label.kind,
      capacity: box.capacity,
      paper_length: box.paperLength,
      sealed: box.sealed,
    },
  ]);
}

/** Reads a box; with `toRewrite` nobody else can until the transaction ends. */
export async function readBox(rows: RowReader, label: BoxLabel, toRewrite = false): Promise<StoredBox | undefined> {
  const suffix = toRewrite && rows.dialect === 'postgres' ? ' FOR UPDATE' : '';
  const [box] = await rows.rows<StoredBox>(
    `SELECT capacity, paper_length AS "paperLength", sealed FROM ballot_boxes
     WHERE item_id = ? AND vote_round = ? AND kind = ?${suffix}`,
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
