import type { LocalDate } from '../../../workflows/kernel';
import { insertRows, type Tx } from '../../platform/persistence';

/** A correction of one line; texts by their commitments. */
export interface CorrectionRecord {
  readonly decisionId: string;
  readonly ordinal: number;
  readonly caseId: string;
  readonly field: string;
  readonly number: string;
  readonly symbol: string;
  readonly correctedOn: LocalDate;
  readonly formerly: string | null;
  readonly shouldRead: string;
}

/** Keeps a correction. */
export async function insertCorrection(tx: Tx, correction: CorrectionRecord): Promise<void> {
  const { decisionId, ordinal, caseId, field, number, symbol, correctedOn, formerly, shouldRead } = correction;
  await insertRows(tx, 'decision_corrections', [
    {
      ...{ decision_id: decisionId, ordinal, case_id: caseId, field, number, symbol },
      ...{ corrected_on: correctedOn, formerly, should_read: shouldRead },
    },
  ]);
}

/** Prints another name on a line from now on. */
export async function reprintName(tx: Tx, decisionId: string, caseId: string, name: string): Promise<void> {
  await tx.change('UPDATE decision_prints SET corrected_name = ? WHERE decision_id = ? AND case_id = ?', [
    name,
    decisionId,
    caseId,
  ]);
}

/** Lays a text with those of whom it names, so that it is erased with them. */
export async function layTextWith(tx: Tx, commitment: string, streamId: string): Promise<void> {
  await tx.change('UPDATE private_texts SET stream_id = ? WHERE commitment = ?', [streamId, commitment]);
}
