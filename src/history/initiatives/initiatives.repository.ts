import type { Instant } from '../../../workflows/kernel';
import type { SubjectRef } from '../../people';
import { insertRows, type RowReader, type Tx } from '../../platform/persistence';
import { proofColumns } from '../proof-columns';
import type { RecordInitiativeRequest } from './dto/initiative.request';

/** What an initiative is to back. */
export interface UseTarget {
  readonly caseId: string | null;
  readonly awardRecordId: string | null;
}

/** Inserts an initiative with its authors, at version 1. `effect` is the commitment of its text. */
export async function insertInitiative(
  tx: Tx,
  id: string,
  { title, kind, scope, authors, paper }: RecordInitiativeRequest,
  effect: string,
): Promise<void> {
  const row = { id, title, kind, scope, recognised_on: paper.date, ...proofColumns(paper), effect, version: 1 };
  await insertRows(tx, 'initiatives', [row]);
  await insertRows(
    tx,
    'initiative_authors',
    authors.map(({ subjectKind, subjectId }, ordinal) => ({
      ...{ initiative_id: id, subject_kind: subjectKind, subject_id: subjectId, ordinal },
    })),
  );
}

/** Whose an initiative is, in their order; none when there is no such initiative. */
export function readAuthors(rows: RowReader, id: string): Promise<readonly SubjectRef[]> {
  return rows.rows<SubjectRef>(
    `SELECT subject_kind AS "kind", subject_id AS "id" FROM initiative_authors
     WHERE initiative_id = ? ORDER BY ordinal`,
    [id],
  );
}

/** Counts one more change of an initiative that stands; false when it was withdrawn. Changes of one come one after another. */
export async function lockInitiative(tx: Tx, id: string): Promise<boolean> {
  const locked = await tx.change('UPDATE initiatives SET version = version + 1 WHERE id = ? AND withdrawn_at IS NULL', [
    id,
  ]);
  return locked === 1;
}

/** What an initiative backs now. */
export function readLiveUses(
  tx: Tx,
  initiativeId: string,
): Promise<readonly (UseTarget & { readonly claim: string | null })[]> {
  return tx.rows(
    `SELECT claim, case_id AS "caseId", award_record_id AS "awardRecordId" FROM initiative_uses
     WHERE initiative_id = ? AND released_at IS NULL`,
    [initiativeId],
  );
}

/** Writes down that an initiative backs something; without a reason it takes the one place that needs none. */
export async function insertUse(
  tx: Tx,
  use: UseTarget & {
    readonly id: string;
    readonly initiativeId: string;
    readonly usedOn: string;
    readonly overrideReason: string | null;
  },
): Promise<void> {
  const { id, initiativeId, caseId, awardRecordId, usedOn, overrideReason } = use;
  await insertRows(tx, 'initiative_uses', [
    {
      ...{ id, initiative_id: initiativeId, claim: overrideReason === null ? initiativeId : null, case_id: caseId },
      ...{ award_record_id: awardRecordId, used_on: usedOn, override_reason: overrideReason },
    },
  ]);
}

/** Takes back a use and frees its place; false when there is no such use that stands. */
export async function releaseUse(tx: Tx, initiativeId: string, useId: string, at: Instant): Promise<boolean> {
  const released = await tx.change(
    'UPDATE initiative_uses SET claim = NULL, released_at = ? WHERE id = ? AND initiative_id = ? AND released_at IS NULL',
    [at, useId, initiativeId],
  );
  return released === 1;
}

/** Whom an award record that stands is about; undefined when there is none with this id. */
export async function readAwardedSubject(rows: RowReader, id: string): Promise<SubjectRef | undefined> {
  const [subject] = await rows.rows<SubjectRef>(
    'SELECT subject_kind AS "kind", subject_id AS "id" FROM award_records WHERE id = ? AND withdrawn_at IS NULL',
    [id],
  );
  return subject;
}
