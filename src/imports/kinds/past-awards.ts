import type { AwardFact, HistoryFacts } from '../../../workflows/history';
import { dayOfCell, paperOfCell } from '../../../workflows/import';
import { foldText } from '../../../workflows/kernel';
import type { ReadRow } from '../read-table';

/** The decision that a row names. */
export interface PaperOfRow {
  readonly number: string;
  readonly symbol: string | undefined;
  readonly issuedOn: string;
}

/** Reads number, symbol and day of a decision: `1234/QĐ-UBND` in one cell, or in two. */
export function decisionOf({ cells: { number = '', symbol, issuedOn = '' } }: ReadRow): PaperOfRow {
  const day = dayOfCell(issuedOn);
  return symbol === undefined ? { ...paperOfCell(number), issuedOn: day } : { number, symbol, issuedOn: day };
}

/** The awards that a subject got by a decision: on record, or by a case of this system. */
export function awardsBy(
  facts: HistoryFacts | undefined,
  { number, symbol, issuedOn }: PaperOfRow,
  said: { readonly tier?: unknown; readonly tierName?: unknown },
): readonly AwardFact[] {
  const paper = foldText(`${number}/${symbol ?? ''}`);
  const name = typeof said.tierName === 'string' ? foldText(said.tierName) : undefined;
  return (facts?.awards ?? []).filter(
    (award) =>
      award.decidedOn === issuedOn &&
      foldText(award.decision ?? '') === paper &&
      (name === undefined ? award.tier === said.tier : award.tier === null && foldText(award.name) === name),
  );
}
