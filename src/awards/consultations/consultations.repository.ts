import type { ConsultationFacts, ConsultationKind, ConsultationState } from '../../../workflows/award';
import type { Instant, LocalDate } from '../../../workflows/kernel';
import { insertRows, locking, placeholders, type RowLock, type RowReader, type Tx } from '../../platform/persistence';

/** A consultation as its row holds it, with the number of its objections that have no answer. */
export interface ConsultationRecord {
  readonly id: string;
  readonly kind: ConsultationKind;
  readonly caseId: string | null;
  readonly consolidationId: string | null;
  readonly unitPath: string;
  readonly authorityPath: string;
  readonly askedBody: string;
  readonly place: string | null;
  readonly opensOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly state: ConsultationState;
  readonly answerNumber: string | null;
  readonly answeredOn: LocalDate | null;
  readonly version: number;
  readonly createdAt: Instant;
}

/** The columns of a ConsultationRecord by its names. */
export const CONSULTATION_COLUMNS = `k.id, k.kind, k.case_id AS "caseId", k.consolidation_id AS "consolidationId",
  k.unit_path AS "unitPath", k.authority_path AS "authorityPath", k.asked_body AS "askedBody", k.place,
  k.opens_on AS "opensOn", k.due_on AS "dueOn", k.state, k.answer_number AS "answerNumber",
  k.answered_on AS "answeredOn", k.version, k.created_at AS "createdAt"`;

const OPEN_OBJECTIONS = `(SELECT COUNT(*) FROM consultation_objections o
  WHERE o.consultation_id = k.id AND o.answered_at IS NULL)`;

/** Reads a consultation; undefined when there is none with this id. */
export async function readConsultation(
  rows: RowReader,
  id: string,
  lock?: RowLock,
): Promise<ConsultationRecord | undefined> {
  const [found] = await rows.rows<ConsultationRecord>(
    `SELECT ${CONSULTATION_COLUMNS} FROM consultations k WHERE k.id = ?${locking(rows, lock)}`,
    [id],
  );
  return found;
}

/** How many objections of a consultation have no answer yet. */
export async function countOpenObjections(rows: RowReader, id: string): Promise<number> {
  const [counted] = await rows.rows<{ count: number }>(
    'SELECT COUNT(*) AS count FROM consultation_objections WHERE consultation_id = ? AND answered_at IS NULL',
    [id],
  );
  return counted?.count ?? 0;
}

/** Inserts a consultation at version 1. */
export async function insertConsultation(
  tx: Tx,
  consultation: Omit<ConsultationRecord, 'version' | 'answerNumber' | 'answeredOn' | 'state'>,
): Promise<void> {
  const { id, kind, caseId, consolidationId, unitPath, authorityPath, askedBody, place } = consultation;
  const { opensOn, dueOn, createdAt } = consultation;
  await insertRows(tx, 'consultations', [
    {
      ...{ id, kind, case_id: caseId, consolidation_id: consolidationId, unit_path: unitPath },
      ...{ authority_path: authorityPath, asked_body: askedBody, place, opens_on: opensOn, due_on: dueOn },
      ...{ state: 'open', version: 1, created_at: createdAt },
    },
  ]);
}

/** Writes how a consultation ended, or counts a change of its objections. */
export async function updateConsultation(
  tx: Tx,
  id: string,
  change: { readonly state?: ConsultationState; readonly answerNumber?: string; readonly answeredOn?: LocalDate } = {},
): Promise<void> {
  await tx.change(
    `UPDATE consultations SET state = COALESCE(?, state), answer_number = COALESCE(?, answer_number),
       answered_on = COALESCE(?, answered_on), version = version + 1 WHERE id = ?`,
    [change.state ?? null, change.answerNumber ?? null, change.answeredOn ?? null, id],
  );
}

/** Inserts an objection that has no answer. */
export async function insertObjection(
  tx: Tx,
  objection: { readonly id: string; readonly consultationId: string; readonly receivedOn: LocalDate; text: string },
): Promise<void> {
  const { id, consultationId, receivedOn, text } = objection;
  const row = { id, consultation_id: consultationId, received_on: receivedOn, text };
  await insertRows(tx, 'consultation_objections', [row]);
}

/** Writes the answer to an objection of this consultation; false when there is none without an answer. */
export async function answerObjection(
  tx: Tx,
  consultationId: string,
  objection: { readonly id: string; readonly answer: string; readonly at: Instant },
): Promise<boolean> {
  const answered = await tx.change(
    `UPDATE consultation_objections SET answer = ?, answered_at = ?
     WHERE id = ? AND consultation_id = ? AND answered_at IS NULL`,
    [objection.answer, objection.at, objection.id, consultationId],
  );
  return answered === 1;
}

/** The question to the Party committee about this case or list that is open or was answered in favour, if there is one. */
export async function standingPartyOpinion(
  rows: RowReader,
  { caseId, consolidationId }: Pick<ConsultationRecord, 'caseId' | 'consolidationId'>,
): Promise<boolean> {
  const column = caseId === null ? 'consolidation_id' : 'case_id';
  const found = await rows.rows(
    `SELECT id FROM consultations WHERE kind = 'partyOpinion' AND state IN ('open', 'inFavour') AND ${column} = ?`,
    [caseId ?? consolidationId],
  );
  return found.length > 0;
}

/** Takes back the refusals of the Party committee about this case or list: it is asked anew. */
export async function withdrawRefusals(
  tx: Tx,
  { caseId, consolidationId }: Pick<ConsultationRecord, 'caseId' | 'consolidationId'>,
): Promise<void> {
  const column = caseId === null ? 'consolidation_id' : 'case_id';
  await tx.change(
    `UPDATE consultations SET state = 'withdrawn', version = version + 1
     WHERE kind = 'partyOpinion' AND state = 'against' AND ${column} = ?`,
    [caseId ?? consolidationId],
  );
}

/** What was asked about cases, alone or by the living list that they stand on, by case id. */
export async function readConsultationsOfCases(
  rows: RowReader,
  caseIds: readonly string[],
  at: Instant,
): Promise<ReadonlyMap<string, readonly Omit<ConsultationFacts, 'opensOn'>[]>> {
  const marks = placeholders(caseIds.length);
  const columns = `k.kind, k.state, k.due_on AS "dueOn", ${OPEN_OBJECTIONS} AS "openObjectionCount"`;
  const found = await rows.rows<Omit<ConsultationFacts, 'opensOn' | 'at'> & { readonly caseId: string }>(
    `SELECT k.case_id AS "caseId", ${columns} FROM consultations k WHERE k.case_id IN ${marks}
     UNION ALL SELECT h.case_id AS "caseId", ${columns} FROM consolidation_holds h
       JOIN consultations k ON k.consolidation_id = h.consolidation_id WHERE h.case_id IN ${marks}`,
    [...caseIds, ...caseIds],
  );
  const byCase = new Map<string, Omit<ConsultationFacts, 'opensOn'>[]>();
  for (const { caseId, ...each } of found) byCase.set(caseId, [...(byCase.get(caseId) ?? []), { ...each, at }]);
  return byCase;
}
