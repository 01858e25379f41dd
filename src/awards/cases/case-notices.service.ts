import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../workflows/kernel';
import { findProcessed, insertProcessed, type Tx } from '../../platform/persistence';
import { NoticesService, RecipientDirectory, type Announcement } from '../../reminders';
import { CASE_NOTICES, type CaseNotice } from './case-notices';
import { readCaseUnits, type CaseUnits } from './case-units.repository';

/** Who has told of a dossier: one notice per dossier and turn, however many cases it has. */
const CONSUMER = 'case-notices';

/** Tells those who have to do with a case what happened to it. */
@Injectable()
export class CaseNotices {
  constructor(
    private readonly notices: NoticesService,
    private readonly recipients: RecipientDirectory,
  ) {}

  /** In the transaction of the job. Nobody is told of a case that does not exist. */
  tell(tx: Tx, notice: CaseNotice, caseId: string, at: Instant): Promise<void> {
    return this.tellOfMany(tx, notice, [caseId], at);
  }

  /** The same of many cases; of those that move with their dossier its people are told once. */
  async tellOfMany(tx: Tx, notice: CaseNotice, caseIds: readonly string[], at: Instant): Promise<void> {
    const { recipient, unitPathOf } = CASE_NOTICES[notice];
    const told = new Set<string>();
    for (const [caseId, units] of await readCaseUnits(tx, caseIds)) {
      const announcement = announcementOf(notice, caseId, units);
      const isOfDossier = announcement.subjectKind === 'dossier';
      const isTold = told.has(announcement.subjectId) || (isOfDossier && !(await isFirst(tx, announcement, units, at)));
      told.add(announcement.subjectId);
      if (isTold) continue;
      const query = { recipient, unitPath: unitPathOf(units), councilId: null };
      const users = (await this.recipients.recipientsFor(tx, query, at)).map(({ userId }) => userId);
      await this.notices.notify(tx, users, announcement, at);
    }
  }
}

function announcementOf(notice: CaseNotice, caseId: string, units: CaseUnits): Announcement {
  const { message, together } = CASE_NOTICES[notice];
  const { dossierId, dossierState, unitPath } = units;
  return together?.state === dossierState
    ? { kind: together.kind, subjectKind: 'dossier', subjectId: dossierId, unitPath, message: together.message }
    : { kind: notice, subjectKind: 'award', subjectId: caseId, unitPath, message };
}

/** Throws ConcurrencyError when two cases of a dossier meet here: the job that is tried again finds the note of the other. */
async function isFirst(
  tx: Tx,
  { kind }: Announcement,
  { dossierId, dossierVersion }: CaseUnits,
  at: Instant,
): Promise<boolean> {
  const messageId = `${kind}:${dossierId}:${dossierVersion}`;
  if (await findProcessed(tx, CONSUMER, messageId)) return false;
  await insertProcessed(tx, { consumer: CONSUMER, messageId, requestHash: '', result: null, createdAt: at });
  return true;
}
