import type { Label } from '../../kernel';
import type { Finding, MissingEvidence, RuleAnswer, UsedEvidence } from './answer.types';
import type { EvidenceSource } from './evidence.types';
import type { Facts } from './facts';
import type { Given, Parameters } from './parameters';
import type { ConditionParameters } from './standard.types';

/** Kinds of facts that a predicate may rest on. */
export const EVIDENCE_KINDS = [
  'rating',
  'award',
  'initiative',
  'initiativeUse',
  'discipline',
  'freeze',
  'service',
  'members',
  'leadership',
  'judgement',
] as const;

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/**
 * How a kind of evidence bears on a finding. `supporting`: one more such fact, or one that says better, never makes the
 * finding worse, and one that says worse never makes it better. `adverse`: one more never makes it better. `none`: it does
 * not matter.
 */
export type Polarity = Readonly<Record<EvidenceKind, 'supporting' | 'adverse' | 'none'>>;

/** What was found of one condition. */
export interface Found {
  readonly finding: Finding;
  readonly used: readonly UsedEvidence[];
  readonly missing: readonly MissingEvidence[];
  readonly within?: RuleAnswer;
}

/** A condition that is ready to be asked. */
export type Judge = (facts: Facts) => Found;

/** How the standard of a tier is found for the subject of a question; null when there is none, or it goes in a circle. */
export type StandardOf = (tier: string, facts: Facts) => RuleAnswer | null;

/** What a condition may ask. */
export interface Predicate {
  /** The condition as a statement; `{…}` are its parameters. */
  readonly label: Label;
  readonly parameters: Parameters;
  readonly polarity: Polarity;
  /** Reads the parameters once; they must be without `parameterProblems`. */
  readonly judge: (given: ConditionParameters, standardOf: StandardOf) => Judge;
}

interface Definition<Shape extends Parameters> {
  readonly label: Label;
  readonly parameters: Shape;
  readonly polarity: Partial<Polarity>;
  readonly judge: (given: Given<Shape>, standardOf: StandardOf) => Judge;
}

const NO_POLARITY = Object.fromEntries(EVIDENCE_KINDS.map((kind) => [kind, 'none'])) as Polarity;

/** Declares a predicate: its parameters are typed by their shape. */
export function predicate<const Shape extends Parameters>({
  label,
  parameters,
  polarity,
  judge,
}: Definition<Shape>): Predicate {
  return {
    label,
    parameters,
    polarity: { ...NO_POLARITY, ...polarity },
    judge: (given, standardOf) => judge(given as Given<Shape>, standardOf),
  };
}

/** Nothing was used, or nothing is missing: one list for all, so that a finding costs no empty lists. */
export const NOTHING: readonly never[] = [];

/** A fact that a finding rests on. */
export function usedOf(what: string, source: EvidenceSource, says: UsedEvidence['says']): UsedEvidence {
  return { what, source, says };
}

/** A fact that would decide. */
export function missingOf(what: string, about: MissingEvidence['about']): MissingEvidence {
  return { what, about };
}

/** What was found, with evidence; missing evidence is told only where it would decide. */
export function found(
  finding: Finding,
  used: readonly UsedEvidence[] = NOTHING,
  missing: readonly MissingEvidence[] = NOTHING,
): Found {
  return { finding, used, missing: finding === 'notProven' ? missing : NOTHING };
}
