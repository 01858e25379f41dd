import type { Instant, LocalDate } from '../../workflows/kernel';
import type { Actor, Seat } from '../platform/auth/actor';
import type { RowReader, Tx } from '../platform/persistence';

/** A token without anything that could be used as one. */
export interface TokenRecord {
  readonly id: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
}

interface HolderRow {
  readonly userId: string;
  readonly personId: string | null;
  readonly role: Seat['role'] | null;
  readonly unitId: string | null;
  readonly unitPath: string | null;
  readonly councilId: string | null;
}

/** Inserts a token of a user by its hash. */
export async function insertToken(
  tx: Tx,
  token: Pick<TokenRecord, 'id' | 'createdAt' | 'expiresAt'> & { readonly userId: string; readonly tokenHash: string },
): Promise<void> {
  await tx.change('INSERT INTO api_tokens (id, user_id, token_hash, created_at, expires_at) VALUES (?, ?, ?, ?, ?)', [
    token.id,
    token.userId,
    token.tokenHash,
    token.createdAt,
    token.expiresAt,
  ]);
}

/** Takes a token of a user back; false when it was taken back before or the user has none with this id. */
export async function revokeToken(tx: Tx, userId: string, id: string, at: Instant): Promise<boolean> {
  const changed = await tx.change(
    'UPDATE api_tokens SET revoked_at = ? WHERE id = ? AND user_id = ? AND revoked_at IS NULL',
    [at, id, userId],
  );
  return changed === 1;
}

/** All tokens of a user, the oldest first. */
export function readTokens(rows: RowReader, userId: string): Promise<TokenRecord[]> {
  return rows.rows<TokenRecord>(
    `SELECT id, created_at AS "createdAt", expires_at AS "expiresAt", revoked_at AS "revokedAt"
     FROM api_tokens WHERE user_id = ? ORDER BY created_at, id`,
    [userId],
  );
}

/**
 * The holder of a token with the seats of a day, in one statement, since every request asks.
 * Undefined when nobody holds it, it is over or was taken back, or its user is shut out.
 */
export async function readHolder(
  rows: RowReader,
  tokenHash: string,
  { at, date }: { readonly at: Instant; readonly date: LocalDate },
): Promise<Actor | undefined> {
  const found = await rows.rows<HolderRow>(
    `SELECT u.id AS "userId", u.person_id AS "personId",
       s.role, s.unit_id AS "unitId", n.path AS "unitPath", s.council_id AS "councilId"
     FROM api_tokens t
       JOIN users u ON u.id = t.user_id
       LEFT JOIN seats s ON s.user_id = u.id AND s.valid_from <= ? AND (s.valid_to IS NULL OR s.valid_to >= ?)
       LEFT JOIN units n ON n.id = s.unit_id
     WHERE t.token_hash = ? AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > ?)
       AND u.is_disabled = 0
     ORDER BY s.id`,
    [date, date, tokenHash, at],
  );
  return actorOf(found);
}

/** A user who is not shut out, with the seats of a day; undefined when there is none. */
export async function readActor(rows: RowReader, userId: string, date: LocalDate): Promise<Actor | undefined> {
  const found = await rows.rows<HolderRow>(
    `SELECT u.id AS "userId", u.person_id AS "personId",
       s.role, s.unit_id AS "unitId", n.path AS "unitPath", s.council_id AS "councilId"
     FROM users u
       LEFT JOIN seats s ON s.user_id = u.id AND s.valid_from <= ? AND (s.valid_to IS NULL OR s.valid_to >= ?)
       LEFT JOIN units n ON n.id = s.unit_id
     WHERE u.id = ? AND u.is_disabled = 0
     ORDER BY s.id`,
    [date, date, userId],
  );
  return actorOf(found);
}

function actorOf(found: readonly HolderRow[]): Actor | undefined {
  const [holder] = found;
  return holder && { id: holder.userId, personId: holder.personId, isSystem: false, seats: found.flatMap(seatOf) };
}

function seatOf({ role, unitId, unitPath, councilId }: HolderRow): Seat[] {
  return role !== null && unitId !== null && unitPath !== null ? [{ role, unitId, unitPath, councilId }] : [];
}
