import { Injectable } from '@nestjs/common';
import type { RowReader } from '../platform/persistence';
import { readSeatsOfUsers, type SeatHeld } from './seats-held.repository';
import { readUsersOf } from './users.repository';

/** What other features ask about users. Facts, not answers to a user: it takes no scope and checks none. */
@Injectable()
export class UserDirectory {
  /** Every seat that these users hold or held, with each path of its unit, by user; users without one are left out. */
  async seatsOf(rows: RowReader, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly SeatHeld[]>> {
    const byUser = new Map<string, SeatHeld[]>();
    for (const seat of await readSeatsOfUsers(rows, userIds)) {
      byUser.set(seat.userId, [...(byUser.get(seat.userId) ?? []), seat]);
    }
    return byUser;
  }

  /** The users of these persons who are not shut out, by person; persons without a user are left out. */
  async userIdsOf(rows: RowReader, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const byPerson = new Map<string, string[]>();
    for (const { personId, userId } of await readUsersOf(rows, personIds)) {
      byPerson.set(personId, [...(byPerson.get(personId) ?? []), userId]);
    }
    return byPerson;
  }
}
