import type { CouncilMember, ReviewContext, ReviewItem } from '../../workflows/review';
import { ConcurrencyError } from '../platform/errors/platform.errors';
import { inChunks, placeholders, UniqueViolationError, type RowReader, type Tx } from '../platform/persistence';
import { insertRows } from '../platform/persistence/insert-rows';

const MOST_AT_ONCE = 500;

/** The items of a round at one moment. */
export interface ItemsAt {
  readonly items: ReviewContext['items'];
  /** A round that is over holds no case any more. */
  readonly isOver: boolean;
}

/** What can change of an item's row. */
interface Changing {
  readonly status: string;
  readonly voteRound: number;
  readonly isPassed: number | null;
  /** Whether the round has the case, so that no other agenda can take it. */
  readonly holdsCase: boolean;
}

/**
 * Brings the item rows of a round in step with its snapshot: only rows that differ are written. Throws ConcurrencyError
 * when another round took one of the cases a moment before; who tries again finds it taken.
 */
export async function writeItems(tx: Tx, reviewId: string, before: ItemsAt, after: ItemsAt): Promise<void> {
  const added = Object.entries(after.items).filter(([id]) => before.items[id] === undefined);
  const changes = Object.entries(after.items).flatMap(([id, item]) => {
    const [was, is] = [before.items[id], changingOf(item, after.isOver)];
    return was !== undefined && keyOf(changingOf(was, before.isOver)) !== keyOf(is) ? [{ id, ...is }] : [];
  });
  await insertItems(tx, reviewId, added, Object.keys(before.items).length);
  await updateAlike(tx, changes);
}

/** Cases that another round has on its agenda. */
export async function casesHeldElsewhere(
  rows: RowReader,
  reviewId: string,
  caseIds: readonly string[],
): Promise<readonly string[]> {
  const held: string[] = [];
  for (const some of inChunks(caseIds, MOST_AT_ONCE)) {
    const found = await rows.rows<{ id: string }>(
      `SELECT held_case_id AS "id" FROM review_items
       WHERE review_id <> ? AND held_case_id IN ${placeholders(some.length)}`,
      [reviewId, ...some],
    );
    held.push(...found.map(({ id }) => id));
  }
  return held;
}

/** Writes down who sits in the round as which member, in place of those of an earlier sitting. */
export async function writeMembers(tx: Tx, reviewId: string, members: readonly CouncilMember[]): Promise<void> {
  await tx.change('DELETE FROM review_members WHERE review_id = ?', [reviewId]);
  await insertRows(
    tx,
    'review_members',
    members.map(({ personId, memberId }) => ({ review_id: reviewId, person_id: personId, member_id: memberId })),
  );
}

/** The member as whom a person sits in the round; null before the roll is fixed, and for whoever is not on it. */
export async function memberOfRound(rows: RowReader, reviewId: string, personId: string): Promise<string | null> {
  const [member] = await rows.rows<{ id: string }>(
    'SELECT member_id AS "id" FROM review_members WHERE review_id = ? AND person_id = ?',
    [reviewId, personId],
  );
  return member?.id ?? null;
}

/** Who is on the roll of a round. */
export async function peopleOnRoll(rows: RowReader, reviewId: string): Promise<readonly string[]> {
  const members = await rows.rows<{ id: string }>(
    'SELECT person_id AS "id" FROM review_members WHERE review_id = ? ORDER BY person_id',
    [reviewId],
  );
  return members.map(({ id }) => id);
}

/** Makes members of rounds out of one person into members out of another; where that one sits too, each keeps the own seat. */
export async function repointMembers(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.change(
    `UPDATE review_members SET person_id = ? WHERE person_id = ?
       AND review_id NOT IN (SELECT review_id FROM review_members WHERE person_id = ?)`,
    [toId, fromId, toId],
  );
}

/** For those of these people who turned out to be another name of somebody, who that is. */
export async function mergedInto(rows: RowReader, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const merged = new Map<string, string>();
  for (const some of inChunks([...new Set(personIds)], MOST_AT_ONCE)) {
    const found = await rows.rows<{ id: string; into: string }>(
      `SELECT id, merged_into_id AS "into" FROM people
       WHERE merged_into_id IS NOT NULL AND id IN ${placeholders(some.length)}`,
      some,
    );
    for (const { id, into } of found) merged.set(id, into);
  }
  return merged;
}

async function insertItems(
  tx: Tx,
  reviewId: string,
  items: readonly (readonly [string, ReviewItem])[],
  knownCount: number,
): Promise<void> {
  const rows = items.map(([id, item], index) => {
    const { status, voteRound, isPassed } = changingOf(item, false);
    const { caseId, tier } = item;
    const place = { id, review_id: reviewId, ordinal: knownCount + index + 1, case_id: caseId };
    return { ...place, held_case_id: caseId, tier, status, vote_round: voteRound, is_passed: isPassed };
  });
  try {
    await insertRows(tx, 'review_items', rows);
  } catch (error) {
    throw error instanceof UniqueViolationError ? new ConcurrencyError('The agenda', { cause: error }) : error;
  }
}

/** Items that change together mostly change alike: one statement for all that get the same values. */
async function updateAlike(tx: Tx, changes: readonly (Changing & { readonly id: string })[]): Promise<void> {
  const keys = new Set(changes.map(keyOf));
  const groups = [...keys].map((key) => changes.filter((change) => keyOf(change) === key));
  for (const some of groups.flatMap((group) => inChunks(group, MOST_AT_ONCE))) {
    const [first] = some;
    if (!first) continue;
    await tx.change(
      `UPDATE review_items SET status = ?, vote_round = ?, is_passed = ?,
         held_case_id = CASE WHEN ? = 1 THEN case_id END WHERE id IN ${placeholders(some.length)}`,
      [first.status, first.voteRound, first.isPassed, Number(first.holdsCase), ...some.map(({ id }) => id)],
    );
  }
}

function changingOf({ status, voteRound, result }: ReviewItem, isOver: boolean): Changing {
  const isPassed = result === null ? null : Number(result.passed);
  return { status, voteRound, isPassed, holdsCase: !isOver && status !== 'takenOff' };
}

function keyOf({ status, voteRound, isPassed, holdsCase }: Changing): string {
  return JSON.stringify([status, voteRound, isPassed, holdsCase]);
}
