import { Injectable } from '@nestjs/common';
import { localDateOf, type Instant } from '../../workflows/kernel';
import { CouncilDirectory } from '../councils';
import type { RowReader } from '../platform/persistence';
import type { OwingRecipientQuery, Recipient, RecipientDirectory, RecipientOfUnit, RecipientQuery } from '../reminders';
import { UnitDirectory } from '../units';
import {
  readContact,
  readHoldersAt,
  readHoldersNearestAbove,
  readHoldersOver,
  readHoldersWithin,
  type Contact,
} from './recipients.repository';
import { readUsersOf } from './users.repository';

/** Finds the users to be told by the seats and memberships of the day. Who is shut out is told nothing. */
@Injectable()
export class SeatRecipientDirectory implements RecipientDirectory {
  constructor(
    private readonly councils: CouncilDirectory,
    private readonly units: UnitDirectory,
  ) {}

  async recipientsFor(rows: RowReader, query: RecipientQuery, at: Instant): Promise<readonly Recipient[]> {
    const { recipient, unitPath, councilId, personIds } = query;
    const date = localDateOf(at);
    switch (recipient) {
      case 'unitHead':
      case 'unitOfficer': {
        const place = { unitPath, heirPath: await this.units.heirPathOf(rows, unitPath, date) };
        return (await readHoldersWithin(rows, recipient, place, date)).map(recipientOf);
      }
      case 'standingOffice': {
        const place = { unitPath, heirPath: await this.units.heirPathOf(rows, unitPath, date) };
        return (await readHoldersOver(rows, recipient, place, date)).map(recipientOf);
      }
      case 'councilMembers': {
        const members = personIds || councilId === null ? [] : await this.councils.membersOn(rows, councilId, date);
        const users = await readUsersOf(rows, personIds ?? members.map(({ personId }) => personId));
        return users.map(recipientOf);
      }
    }
  }

  async recipientsOfUnits(
    rows: RowReader,
    { recipient, unitIds }: OwingRecipientQuery,
    at: Instant,
  ): Promise<readonly RecipientOfUnit[]> {
    const date = localDateOf(at);
    const found =
      recipient === 'parentOffice'
        ? await readHoldersNearestAbove(rows, 'standingOffice', unitIds, date)
        : await readHoldersAt(rows, recipient, unitIds, date);
    return found.map(({ unitId, seatPath, ...holder }) => ({ ...recipientOf(holder), unitId, seatPath }));
  }

  async contactOf(rows: RowReader, userId: string): Promise<Recipient | undefined> {
    const contact = await readContact(rows, userId);
    return contact && recipientOf(contact);
  }
}

function recipientOf({ userId, email, language }: Contact): Recipient {
  return { userId, email, lang: language };
}
