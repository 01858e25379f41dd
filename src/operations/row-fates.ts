import type { Label } from '../../workflows/kernel';

/** What becomes of one thing that a bulk command is sent to. */
export const ROW_FATES = ['waiting', 'accepted', 'refused', 'forbidden', 'stale', 'missing'] as const;

export type RowFate = (typeof ROW_FATES)[number];

/** Why a row was not accepted: a stable code and a sentence in both languages. */
export interface RowReason {
  readonly code: string;
  readonly message: Label;
}
