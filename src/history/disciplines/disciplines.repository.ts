import type { LocalDate } from '../../../workflows/kernel';
import type { SubjectRef } from '../../people';
import { insertRows, type RowReader, type Tx } from '../../platform/persistence';
import { disciplineClaim } from '../claims';
import { proofColumns } from '../proof-columns';
import type { RecordDisciplineRequest } from './dto/discipline.request';

/** Inserts a disciplinary measure that stands, at version 1. */
export async function insertDiscipline(tx: Tx, id: string, input: RecordDisciplineRequest): Promise<void> {
  const { subjectKind, subjectId, form, from, until, paper, freezeId, violationRowId } = input;
  await insertRows(tx, 'disciplines', [
    {
      id,
      subject_kind: subjectKind,
      subject_id: subjectId,
      form,
      starts_on: from,
      ends_on: until ?? null,
      freeze_id: freezeId ?? null,
      violation_row_id: violationRowId ?? null,
      ...proofColumns(paper),
      claim: disciplineClaim({ kind: subjectKind, id: subjectId }, form, paper),
      version: 1,
    },
  ]);
}

/** Whom a measure is about; undefined when there is none with this id. */
export async function readDisciplinedSubject(rows: RowReader, id: string): Promise<SubjectRef | undefined> {
  const [subject] = await rows.rows<SubjectRef>(
    'SELECT subject_kind AS "kind", subject_id AS "id" FROM disciplines WHERE id = ?',
    [id],
  );
  return subject;
}

/** Whether a day lies within the period of a measure. */
export async function isWithin(tx: Tx, id: string, day: LocalDate): Promise<boolean> {
  const found = await tx.rows(
    'SELECT id FROM disciplines WHERE id = ? AND starts_on <= ? AND (ends_on IS NULL OR ends_on >= ?)',
    [id, day, day],
  );
  return found.length === 1;
}

/** Lifts a measure; false when it was lifted or withdrawn before. */
export async function liftDiscipline(tx: Tx, id: string, on: LocalDate): Promise<boolean> {
  const lifted = await tx.change(
    `UPDATE disciplines SET lifted_on = ?, version = version + 1
     WHERE id = ? AND lifted_on IS NULL AND withdrawn_at IS NULL`,
    [on, id],
  );
  return lifted === 1;
}
