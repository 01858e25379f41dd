import type { SqlValue } from '../platform/persistence';
import type { ProofRequest } from './dto/paper.request';
import type { ProofResponse } from './dto/proof.response';

/** The columns of a paper, as every table of records has them. */
export const PROOF_COLUMNS = `r.proof_number AS "proofNumber", r.proof_issuer AS "proofIssuer", r.proof_date AS "proofDate"`;

/** The columns as they are read; all null where there is no paper. */
export interface ProofRow {
  readonly proofNumber: string | null;
  readonly proofIssuer: string | null;
  readonly proofDate: string | null;
}

/** The columns of a paper as they are written. */
export function proofColumns(paper: ProofRequest | undefined): Readonly<Record<string, SqlValue>> {
  return {
    proof_number: paper?.number ?? null,
    proof_issuer: paper?.issuer ?? null,
    proof_date: paper?.date ?? null,
  };
}

/** The paper of a row; null where there is none. */
export function proofOf({ proofNumber, proofIssuer, proofDate }: ProofRow): ProofResponse | null {
  if (proofNumber === null || proofIssuer === null || proofDate === null) return null;
  return { number: proofNumber, issuer: proofIssuer, date: proofDate };
}
