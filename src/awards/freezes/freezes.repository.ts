import type { Instant, LocalDate } from '../../../workflows/kernel';
import type { SubjectKind } from '../../people';
import { insertRows, type RowReader, type Tx } from '../../platform/persistence';

/** A report that something about a subject is pending. */
export interface FreezeRecord {
  readonly id: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  /** Path of the subject's unit on the day of the report. */
  readonly unitPath: string;
  /** Id of the user who reported it. */
  readonly reportedBy: string;
  readonly startsOn: LocalDate;
  /** Last day, included; null while nobody knows. */
  readonly endsOn: LocalDate | null;
  /** Commitment of the reason's text. */
  readonly reason: string;
  /** The confirmed row of a list of violations that it follows from; null for what was reported otherwise. */
  readonly violationRowId: string | null;
}

/** Inserts a report at version 1. */
export async function insertFreeze(tx: Tx, freeze: FreezeRecord): Promise<void> {
  await insertRows(tx, 'subject_freezes', [
    {
      id: freeze.id,
      subject_kind: freeze.subjectKind,
      subject_id: freeze.subjectId,
      unit_path: freeze.unitPath,
      reported_by: freeze.reportedBy,
      starts_on: freeze.startsOn,
      ends_on: freeze.endsOn,
      reason: freeze.reason,
      violation_row_id: freeze.violationRowId,
      version: 1,
    },
  ]);
}

/** Ends a report; false when it was ended before. */
export async function liftFreeze(tx: Tx, id: string, at: Instant): Promise<boolean> {
  const lifted = await tx.change(
    'UPDATE subject_freezes SET lifted_at = ?, version = version + 1 WHERE id = ? AND lifted_at IS NULL',
    [at, id],
  );
  return lifted === 1;
}

/** The unit path of a report; undefined when there is none with this id. */
export async function readFreezePath(rows: RowReader, id: string): Promise<string | undefined> {
  const [freeze] = await rows.rows<{ unitPath: string }>(
    'SELECT unit_path AS "unitPath" FROM subject_freezes WHERE id = ?',
    [id],
  );
  return freeze?.unitPath;
}
