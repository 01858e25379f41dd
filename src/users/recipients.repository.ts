import type { LocalDate } from '../../workflows/kernel';
import { coveredBy, SYSTEM_SCOPE, type SqlCondition } from '../platform/auth/scope';
import type { Role } from '../platform/auth/permission';
import { placeholders, type RowReader } from '../platform/persistence';
import { pathsDownTo } from '../units';
import type { UserRecord } from './user';

/** A user who can be told something. */
export interface Contact extends Pick<UserRecord, 'email' | 'language'> {
  readonly userId: string;
}

/** Holders of a role on the unit with this path or on a unit below it, on a day. */
export function readHoldersWithin(rows: RowReader, role: Role, unitPath: string, date: LocalDate): Promise<Contact[]> {
  const scope = { ...SYSTEM_SCOPE, everything: false, unitPaths: [unitPath] };
  return readHolders(rows, role, coveredBy(scope, 'n.path'), date);
}

/** Holders of a role on the unit with this path or on a unit above it, on a day. */
export function readHoldersOver(rows: RowReader, role: Role, unitPath: string, date: LocalDate): Promise<Contact[]> {
  const paths = pathsDownTo(unitPath);
  return readHolders(rows, role, { sql: `n.path IN ${placeholders(paths.length)}`, params: paths }, date);
}

/** One user who is not shut out. */
export async function readContact(rows: RowReader, userId: string): Promise<Contact | undefined> {
  const [contact] = await rows.rows<Contact>(
    'SELECT id AS "userId", email, language FROM users WHERE id = ? AND is_disabled = 0',
    [userId],
  );
  return contact;
}

function readHolders(rows: RowReader, role: Role, where: SqlCondition, date: LocalDate): Promise<Contact[]> {
  return rows.rows<Contact>(
    `SELECT DISTINCT u.id AS "userId", u.email, u.language
     FROM seats s JOIN users u ON u.id = s.user_id JOIN units n ON n.id = s.unit_id
     WHERE s.role = ? AND s.valid_from <= ? AND (s.valid_to IS NULL OR s.valid_to >= ?)
       AND u.is_disabled = 0 AND ${where.sql}
     ORDER BY u.id`,
    [role, date, date, ...where.params],
  );
}
