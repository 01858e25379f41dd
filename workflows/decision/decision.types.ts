import type { Citation, LocalDate, WorkflowCommand } from '../kernel';

/**
 * In what capacity the paper is signed: by the head of the authority in person, for the chair by a deputy (KT.),
 * or on behalf of the collective (TM.), as Decree 30/2020 marks it before the signer's name.
 */
export type SigningCapacity = 'inPerson' | 'forTheChair' | 'onBehalf';

/** Who signed, and in what capacity. */
export interface Signature {
  readonly signerId: string;
  readonly capacity: SigningCapacity;
}

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

/** What the instance knows of itself. Its cases are rows that point to it: there may be thousands. */
export interface DecisionContext {
  readonly authorityUnitId: string;
  /** Null for awards outside any campaign. */
  readonly campaignId: string | null;
  readonly caseCount: number;
  /** Counts the versions of the list of cases, from 1. */
  readonly caseRevision: number;
  readonly signature: Signature | null;
  readonly number: DecisionNumber | null;
  readonly issuedOn: LocalDate | null;
  readonly correctionCount: number;
  readonly lastCorrection: Correction | null;
}

/** What the guards need to know from other rows; gathered inside the unit of work. */
export interface DecisionFacts {
  /** Cases that exist among those asked for when the list is drafted or revised; otherwise those on the list. */
  readonly caseCount: number;
  /** Cases among them that are not recommended, or that another decision holds. */
  readonly casesNotReady: number;
  /** Codes of the tiers among them that this authority may not decide at this date. */
  readonly tiersBeyondAuthority: readonly string[];
  /** The rule of the rulebook behind `tiersBeyondAuthority`. */
  readonly authorityCitation?: Citation;
  /** The authority has used this number with this symbol in this year. */
  readonly numberIsTaken: boolean;
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
  /** The whole list; an id that is left out is no longer on it. */
  readonly caseIds: readonly string[];
}

/** Everything that can be asked of a decision. */
export type DecisionCommand =
  | Command<'draft', WithCases & Pick<DecisionContext, 'authorityUnitId' | 'campaignId'>>
  | Command<'revise', WithCases>
  | Command<'sendForSignature'>
  | Command<'return', Reasoned>
  | Command<'sign', Signature>
  | Command<'number', DecisionNumber>
  | Command<'issue', { readonly issuedOn: LocalDate }>
  | Command<'correct', Reasoned & Correction>
  | Command<'revoke', Reasoned>
  | Command<'cancelDraft', Reasoned>;

/** The member of the union with this type. */
export type DecisionCommandOf<Type extends DecisionCommand['type']> = Extract<DecisionCommand, { type: Type }>;
