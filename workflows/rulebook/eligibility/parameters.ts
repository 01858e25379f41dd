import { parseFraction, type FractionText, type Label, type ThresholdComparator } from '../../kernel';
import type { GovernmentLevel } from '../cited.types';
import type { EvidenceRating } from './evidence.types';
import { DISCIPLINE_ORDER, LEVELS, RATING_ORDER, SCOPE_ORDER, type InitiativeScope } from './orders';
import type { ConditionParameters } from './standard.types';

/** What each kind of parameter is read as. */
export interface ParameterValues {
  readonly rating: EvidenceRating;
  /** Code of a tier of the same rulebook. */
  readonly tier: string;
  /** A whole number above 0. */
  readonly count: number;
  /** A whole number, 0 included. */
  readonly number: number;
  readonly scope: InitiativeScope;
  readonly initiativeKind: 'initiative' | 'research';
  readonly discipline: string;
  readonly level: GovernmentLevel;
  readonly levels: readonly GovernmentLevel[];
  /** A share above 0 and up to the whole, never a decimal: `7/10`. */
  readonly share: FractionText;
  readonly comparator: ThresholdComparator;
  readonly word: string;
  readonly words: readonly string[];
  readonly flag: boolean;
}

export type ParameterKind = keyof ParameterValues;

/** One parameter of a predicate. */
export interface Parameter {
  readonly kind: ParameterKind;
  readonly isRequired: boolean;
  /** What the sentence of the condition adds when an optional parameter is given; `{…}` as in the label. */
  readonly clause?: Label;
}

export type Parameters = Readonly<Record<string, Parameter>>;

/** The parameters of a condition as its predicate reads them. */
export type Given<Shape extends Parameters> = {
  readonly [Name in keyof Shape]: Shape[Name] extends { readonly isRequired: true }
    ? ParameterValues[Shape[Name]['kind']]
    : ParameterValues[Shape[Name]['kind']] | undefined;
};

/** A parameter that every condition of the predicate gives. */
export function required<Kind extends ParameterKind>(kind: Kind): { readonly kind: Kind; readonly isRequired: true } {
  return { kind, isRequired: true };
}

/** A parameter that may be left out, and what the sentence says when it is there. */
export function optional<Kind extends ParameterKind>(
  kind: Kind,
  clause: Label,
): { readonly kind: Kind; readonly isRequired: false; readonly clause: Label } {
  return { kind, isRequired: false, clause };
}

/** What is wrong with a parameter, and which one it is; null names the condition as a whole. */
export interface ParameterProblem {
  readonly parameter: string;
  readonly reason: string;
}

/** Everything that is wrong with the parameters of a condition; `hasTier` says which tiers the rulebook has. */
export function parameterProblems(
  shape: Parameters,
  given: ConditionParameters,
  hasTier: (code: string) => boolean,
): readonly ParameterProblem[] {
  const declared = Object.entries(shape).flatMap(([parameter, { kind, isRequired }]) => {
    const value = given[parameter];
    if (value === undefined) return isRequired ? [{ parameter, reason: 'is missing' }] : [];
    const reason = kind === 'tier' ? tierReason(value, hasTier) : CHECKS[kind](value);
    return reason === null ? [] : [{ parameter, reason }];
  });
  const known = Object.keys(shape);
  const unknown = Object.keys(given).filter((parameter) => !Object.hasOwn(shape, parameter));
  return [
    ...declared,
    ...unknown.map((parameter) => ({
      parameter,
      reason: `is not known here; known: ${known.length > 0 ? known.join(', ') : 'none'}`,
    })),
  ];
}

type Value = ConditionParameters[string];
type Check = (value: Value) => string | null;

const oneOf =
  (words: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && words.includes(value) ? null : `"${String(value)}" is none of ${words.join(', ')}`;

const wholeFrom =
  (least: number): Check =>
  (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least
      ? null
      : `must be a whole number from ${least} up`;

const listOf =
  (each: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length > 0
      ? ((value as readonly string[]).map(each).find((reason) => reason !== null) ?? null)
      : 'must be a list that is not empty';

const word: Check = (value) =>
  typeof value === 'string' && value.trim() !== '' ? null : 'must be a word that is not empty';

const CHECKS: Readonly<Record<Exclude<ParameterKind, 'tier'>, Check>> = {
  rating: oneOf(RATING_ORDER),
  count: wholeFrom(1),
  number: wholeFrom(0),
  scope: oneOf(SCOPE_ORDER),
  initiativeKind: oneOf(['initiative', 'research']),
  discipline: oneOf(DISCIPLINE_ORDER),
  level: oneOf(LEVELS),
  levels: listOf(oneOf(LEVELS)),
  share: shareReason,
  comparator: oneOf(['atLeast', 'moreThan']),
  word,
  words: listOf(word),
  flag: (value) => (typeof value === 'boolean' ? null : 'must be true or false'),
};

function tierReason(value: Value, hasTier: (code: string) => boolean): string | null {
  const reason = word(value);
  return reason ?? (hasTier(value as string) ? null : `there is no tier ${String(value)} in this rulebook`);
}

function shareReason(value: Value): string | null {
  if (typeof value !== 'string') return 'must be a fraction like 7/10, never a decimal';
  try {
    const { numerator, denominator } = parseFraction(value);
    return numerator > 0n && numerator <= denominator ? null : `${value} is no share that can be reached`;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}
