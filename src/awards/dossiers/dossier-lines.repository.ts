import { canonicalJson, type Refusal } from '../../../workflows/kernel';
import { inChunks, insertRows, type RowReader, type Tx } from '../../platform/persistence';
import type { NominateRequest } from '../cases/dto/nominate.request';

/** A line waits for the job that drafts its case, became one, or was refused. */
export const LINE_STATES = ['waiting', 'drafted', 'refused'] as const;

export type LineState = (typeof LINE_STATES)[number];

/** A nomination as plain data. */
export type NominatedLine = Omit<NominateRequest, never>;

/** A line that has no case yet. */
export interface WaitingLine {
  readonly id: string;
  readonly nomination: NominatedLine;
}

/** What became of a line. */
export interface LineFate {
  readonly id: string;
  readonly caseId: string | null;
  readonly reasons: readonly Refusal[];
}

/** Appends lines to a dossier; the caller has locked it. */
export async function insertLines(
  tx: Tx,
  dossierId: string,
  lines: readonly { readonly id: string; readonly nomination: NominatedLine }[],
): Promise<void> {
  const before = await countLines(tx, dossierId);
  const rows = lines.map(({ id, nomination }, index) => ({
    ...{ id, dossier_id: dossierId, ordinal: before + index + 1 },
    ...{ nomination: canonicalJson(nomination), state: 'waiting' },
  }));
  await insertRows(tx, 'dossier_lines', rows);
}

/** How many lines were handed in for a dossier; of a state, when one is named. */
export async function countLines(rows: RowReader, dossierId: string, state?: LineState): Promise<number> {
  const [counted] = await rows.rows<{ count: number }>(
    `SELECT COUNT(*) AS count FROM dossier_lines WHERE dossier_id = ? ${state === undefined ? '' : 'AND state = ?'}`,
    [dossierId, ...(state === undefined ? [] : [state])],
  );
  return counted?.count ?? 0;
}

/** The lines of a dossier that have no case yet, in their order. */
export async function readWaitingLines(rows: RowReader, dossierId: string): Promise<readonly WaitingLine[]> {
  const found = await rows.rows<{ id: string; nomination: string }>(
    `SELECT id, nomination FROM dossier_lines WHERE dossier_id = ? AND state = 'waiting' ORDER BY ordinal`,
    [dossierId],
  );
  return found.map(({ id, nomination }) => ({ id, nomination: JSON.parse(nomination) as NominatedLine }));
}

const MOST_AT_ONCE = 500;

/** Writes what became of lines; what was written before stays. */
export async function settleLines(tx: Tx, fates: readonly LineFate[]): Promise<void> {
  for (const some of inChunks(fates, MOST_AT_ONCE)) {
    await tx.change(
      `UPDATE dossier_lines SET case_id = NULLIF(v.column2, ''), reasons = v.column3,
         state = CASE WHEN v.column2 = '' THEN 'refused' ELSE 'drafted' END
       FROM (VALUES ${some.map(() => '(?, ?, ?)').join(', ')}) AS v
       WHERE dossier_lines.id = v.column1 AND dossier_lines.state = 'waiting'`,
      some.flatMap(({ id, caseId, reasons }) => [id, caseId ?? '', canonicalJson(reasons)]),
    );
  }
}
