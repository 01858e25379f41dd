import type { LocalDate } from '../../workflows/kernel';
import type { Role } from '../platform/auth/permission';
import { inChunks, placeholders, type RowReader } from '../platform/persistence';

/** A seat that somebody holds or held, with a path of its unit: each path that the unit has or had makes one. */
export interface SeatHeld {
  readonly userId: string;
  readonly role: Role;
  readonly path: string;
  readonly validFrom: LocalDate;
  /** Last day, included; null while it has no end. */
  readonly validTo: LocalDate | null;
}

const MOST_AT_ONCE = 500;

/** All seats of these users, past ones too. */
export async function readSeatsOfUsers(rows: RowReader, userIds: readonly string[]): Promise<readonly SeatHeld[]> {
  const found: SeatHeld[] = [];
  for (const some of inChunks(userIds, MOST_AT_ONCE)) {
    const marks = placeholders(some.length);
    found.push(
      ...(await rows.rows<SeatHeld>(
        `SELECT s.user_id AS "userId", s.role, u.path, s.valid_from AS "validFrom", s.valid_to AS "validTo"
         FROM seats s JOIN units u ON u.id = s.unit_id WHERE s.user_id IN ${marks}
         UNION SELECT s.user_id, s.role, f.path, s.valid_from, s.valid_to
         FROM seats s JOIN unit_places f ON f.unit_id = s.unit_id WHERE s.user_id IN ${marks}`,
        [...some, ...some],
      )),
    );
  }
  return found;
}
