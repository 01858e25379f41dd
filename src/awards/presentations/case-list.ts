import type { LocalDate } from '../../../workflows/kernel';

/** What a list is for: handing over and paying are two facts, and neither waits for the other. */
export type CaseListKind = 'ceremony' | 'payment';

/** `open` while cases are put on it, `underway` while they follow one by one, `done` when each has its outcome. */
export type CaseListState = 'open' | 'underway' | 'done';

/** The command that the cases of a list follow. */
export interface CaseListCommand {
  readonly type: 'award.present' | 'award.pay';
  readonly input: object;
}

/** What carrying out a list asks of each of its cases. */
export function commandOfList(kind: CaseListKind, datedOn: LocalDate): CaseListCommand {
  return kind === 'ceremony'
    ? { type: 'award.present', input: { presentedOn: datedOn } }
    : { type: 'award.pay', input: { paidOn: datedOn } };
}
