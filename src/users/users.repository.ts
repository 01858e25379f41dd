import { inChunks, placeholders, type RowReader, type SqlValue, type Tx } from '../platform/persistence';
import type { UserRecord } from './user';

const MOST_AT_ONCE = 500;

/** Inserts a user at version 1; false when another one has the login. */
export async function insertUser(tx: Tx, user: UserRecord): Promise<boolean> {
  const row: Readonly<Record<string, SqlValue>> = {
    id: user.id,
    login: user.login,
    person_id: user.personId,
    unit_id: user.unitId,
    email: user.email,
    language: user.language,
    is_disabled: 0,
    version: 1,
  };
  const names = Object.keys(row);
  const inserted = await tx.change(
    `INSERT INTO users (${names.join(', ')}) VALUES ${placeholders(names.length)} ON CONFLICT DO NOTHING`,
    Object.values(row),
  );
  return inserted === 1;
}

/** Counts one more change of a user. First of all, so that changes of one user come one after another. */
export async function lockUser(tx: Tx, id: string): Promise<void> {
  await tx.change('UPDATE users SET version = version + 1 WHERE id = ?', [id]);
}

/** Shuts a user out or lets them in again; false when that is so already. */
export async function setDisabled(tx: Tx, id: string, isDisabled: boolean): Promise<boolean> {
  const value = isDisabled ? 1 : 0;
  return (
    (await tx.change('UPDATE users SET is_disabled = ? WHERE id = ? AND is_disabled <> ?', [value, id, value])) === 1
  );
}

/** Whether a user is shut out; undefined when there is none with this id. */
export async function isDisabled(rows: RowReader, id: string): Promise<boolean | undefined> {
  const [user] = await rows.rows<{ isDisabled: number }>('SELECT is_disabled AS "isDisabled" FROM users WHERE id = ?', [
    id,
  ]);
  return user === undefined ? undefined : user.isDisabled === 1;
}

/** What a user's account hangs on: its unit, its person and that person's unit, null for what it does not have. */
export interface UserHome {
  readonly unitPath: string | null;
  readonly personId: string | null;
  readonly personPath: string | null;
}

/** The home of an account; undefined when there is no user with this id. */
export async function readHome(rows: RowReader, id: string): Promise<UserHome | undefined> {
  const [home] = await rows.rows<UserHome>(
    `SELECT kept.path AS "unitPath", u.person_id AS "personId", own.path AS "personPath"
     FROM users u
       LEFT JOIN units kept ON kept.id = u.unit_id
       LEFT JOIN people p ON p.id = u.person_id
       LEFT JOIN units own ON own.id = p.unit_id
     WHERE u.id = ?`,
    [id],
  );
  return home;
}

/** The users of these persons who are not shut out. */
export async function readUsersOf(
  rows: RowReader,
  personIds: readonly string[],
): Promise<
  readonly (Pick<UserRecord, 'email' | 'language'> & { readonly userId: string; readonly personId: string })[]
> {
  const found = [];
  for (const some of inChunks([...new Set(personIds)], MOST_AT_ONCE)) {
    const users = await rows.rows<Pick<UserRecord, 'email' | 'language'> & { userId: string; personId: string }>(
      `SELECT id AS "userId", person_id AS "personId", email, language
       FROM users WHERE is_disabled = 0 AND person_id IN ${placeholders(some.length)} ORDER BY id`,
      some,
    );
    found.push(...users);
  }
  return found;
}

/** Makes the accounts of one person those of another one, who is the same. */
export async function repointUsers(tx: Tx, fromId: string, toId: string): Promise<void> {
  await tx.change('UPDATE users SET person_id = ? WHERE person_id = ?', [toId, fromId]);
}
