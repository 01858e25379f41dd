import { Injectable } from '@nestjs/common';
import { localDateOf, type Instant } from '../../workflows/kernel';
import { CouncilDirectory } from '../councils';
import type { RowReader } from '../platform/persistence';
import type { Recipient, RecipientDirectory, RecipientQuery } from '../reminders';
import { readContact, readHoldersOver, readHoldersWithin, type Contact } from './recipients.repository';
import { readUsersOf } from './users.repository';

/** Finds the users to be told by the seats and memberships of the day. Who is shut out is told nothing. */
@Injectable()
export class SeatRecipientDirectory implements RecipientDirectory {
  constructor(private readonly councils: CouncilDirectory) {}

  async recipientsFor(rows: RowReader, query: RecipientQuery, at: Instant): Promise<readonly Recipient[]> {
    const { recipient, unitPath, councilId } = query;
    const date = localDateOf(at);
    switch (recipient) {
      case 'unitHead':
      case 'unitOfficer':
        return (await readHoldersWithin(rows, recipient, unitPath, date)).map(recipientOf);
      case 'standingOffice':
        return (await readHoldersOver(rows, recipient, unitPath, date)).map(recipientOf);
      case 'councilMembers': {
        const members = councilId === null ? [] : await this.councils.membersOn(rows, councilId, date);
        const users = await readUsersOf(
          rows,
          members.map(({ personId }) => personId),
        );
        return users.map(recipientOf);
      }
    }
  }

  async contactOf(rows: RowReader, userId: string): Promise<Recipient | undefined> {
    const contact = await readContact(rows, userId);
    return contact && recipientOf(contact);
  }
}

function recipientOf({ userId, email, language }: Contact): Recipient {
  return { userId, email, lang: language };
}
