import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../workflows/kernel';
import type { RowReader } from '../platform/persistence';
import type { CouncilMemberOn, CouncilRef } from './council';
import { readDelegatesOn } from './council-delegates.repository';
import { readCouncil } from './councils.repository';
import { readMembersOn } from './memberships.repository';

/** What a seat can be in. */
export type SeatedIn = Pick<CouncilRef, 'id' | 'unitPath'>;

/** Finds what seats of another feature are in. */
type CouncilSource = (rows: RowReader, id: string) => Promise<SeatedIn | undefined>;

/** What other features ask about councils. Facts, not answers to a user: it takes no scope and checks none. */
@Injectable()
export class CouncilDirectory {
  private readonly others: CouncilSource[] = [];

  /** Adds what seats can name besides councils; called once, when the application starts. */
  registerSeats(source: CouncilSource): void {
    this.others.push(source);
  }

  /** What a seat is in: a council, or the conference of a cluster. */
  async seatedIn(rows: RowReader, id: string): Promise<SeatedIn | undefined> {
    const council = await readCouncil(rows, id);
    if (council) return council;
    for (const source of this.others) {
      const found = await source(rows, id);
      if (found) return found;
    }
    return undefined;
  }

  /** A council by its id. */
  councilOf(rows: RowReader, id: string): Promise<CouncilRef | undefined> {
    return readCouncil(rows, id);
  }

  /** Who sits for which member on a day, should that one not come: each as the member, with a person and a unit of their own. */
  delegatesOn(rows: RowReader, councilId: string, day: LocalDate): Promise<readonly CouncilMemberOn[]> {
    return readDelegatesOn(rows, councilId, day);
  }

  /** The members on a day, in the order of the council: chair, vice chairs, members, secretary. */
  membersOn(rows: RowReader, councilId: string, date: LocalDate): Promise<readonly CouncilMemberOn[]> {
    return readMembersOn(rows, councilId, date);
  }
}
