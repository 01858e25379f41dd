import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../workflows/kernel';
import type { RowReader } from '../platform/persistence';
import type { CouncilMemberOn, CouncilRef } from './council';
import { readCouncil } from './councils.repository';
import { readMembersOn } from './memberships.repository';

/** What other features ask about councils. Facts, not answers to a user: it takes no scope and checks none. */
@Injectable()
export class CouncilDirectory {
  /** A council by its id. */
  councilOf(rows: RowReader, id: string): Promise<CouncilRef | undefined> {
    return readCouncil(rows, id);
  }

  /** The members on a day, in the order of the council: chair, vice chairs, members, secretary. */
  membersOn(rows: RowReader, councilId: string, date: LocalDate): Promise<readonly CouncilMemberOn[]> {
    return readMembersOn(rows, councilId, date);
  }
}
