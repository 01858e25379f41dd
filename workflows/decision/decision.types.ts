import type { Citation, LocalDate, WorkflowCommand } from '../kernel';
import type { Signing } from './signing';

/** Number and symbol of the paper, for example 125 and `QĐ-UBND`; numbers begin anew each year. */
export interface DecisionNumber {
  readonly number: string;
  readonly symbol: string;
  readonly year: number;
}

/** A slip of the pen in one case of an issued decision: which case, which field of the paper. */
export interface Correction {
  readonly caseId: string;
  readonly field: string;
}

/** The paper that corrects: it has a number and a day of its own. */
export interface CorrectionPaper extends Pick<DecisionNumber, 'number' | 'symbol'> {
  readonly correctedOn: LocalDate;
  /** Commitment of the right reading; the text itself is kept apart. */
  readonly shouldRead: string;
}

/** What the instance knows of itself. Its cases are rows that point to it: there may be thousands. */
export interface DecisionContext {
  readonly authorityUnitId: string;
  /** Null for awards outside any campaign. */
  readonly campaignId: string | null;
  readonly caseCount: number;
  /** Counts the versions of the list of cases, from 1. */
  readonly caseRevision: number;
  readonly signing: Signing | null;
  /** The day of the signature that stands; absent of papers signed before it was kept. */
  readonly signedOn?: LocalDate | null;
  readonly number: DecisionNumber | null;
  readonly issuedOn: LocalDate | null;
  readonly correctionCount: number;
  readonly lastCorrection: Correction | null;
  /** How often some of its cases were taken back while the rest of the paper stood. */
  readonly revocationCount: number;
}

/** What the guards need to know from other rows; gathered inside the unit of work. */
export interface DecisionFacts {
  /** Cases that exist among those asked for when the list is written or added to; otherwise those on the list. */
  readonly caseCount: number;
  /** Cases on the list before the command, and how many of those asked for are among them. */
  readonly listedCount: number;
  readonly askedListedCount: number;
  /** Cases among those asked for that this decision did not decide, or whose award no longer stands. */
  readonly casesNotStanding: number;
  /** Cases among them that are not recommended, or that another decision holds. */
  readonly casesNotReady: number;
  /** Codes of the tiers among them that this authority may not decide at this date. */
  readonly tiersBeyondAuthority: readonly string[];
  /** The rule of the rulebook behind `tiersBeyondAuthority`. */
  readonly authorityCitation?: Citation;
  /** The authority has used this number with this symbol in this year. */
  readonly numberIsTaken: boolean;
  /** For `issue`: the last day on which a council or a conference sat over cases of the list; null where none did. */
  readonly lastSittingOn: LocalDate | null;
}

type Command<Name extends string, Input extends object = Record<never, never>> = WorkflowCommand<
  `decision.${Name}`,
  Input,
  DecisionFacts
>;

interface Reasoned {
  /** Commitment of the reason's text; the text itself is kept apart. */
  readonly reason: string;
}

interface WithCases {
  /** Of a draft or a revision the whole list; otherwise the cases that the command is about. */
  readonly caseIds: readonly string[];
}

/** Everything that can be asked of a decision. */
export type DecisionCommand =
  | Command<'draft', WithCases & Pick<DecisionContext, 'authorityUnitId' | 'campaignId'>>
  | Command<'revise', WithCases>
  | Command<'addCases', WithCases>
  | Command<'removeCases', WithCases>
  | Command<'sendForSignature'>
  | Command<'return', Reasoned>
  | Command<'sign', Signing & { readonly signedOn?: LocalDate }>
  | Command<'number', DecisionNumber>
  | Command<'issue', { readonly issuedOn: LocalDate }>
  | Command<'correct', Reasoned & Correction & CorrectionPaper>
  | Command<'revokeCases', Reasoned & WithCases>
  | Command<'revoke', Reasoned>
  | Command<'cancelDraft', Reasoned>;

/** The member of the union with this type. */
export type DecisionCommandOf<Type extends DecisionCommand['type']> = Extract<DecisionCommand, { type: Type }>;
