import { canonicalJson, foldText } from '../../workflows/kernel';
import type { SubjectRef } from '../people';
import { sha256 } from '../platform/crypto/sha256';

/** What makes two records the same record, as one column that is unique among records that stand. */
function claimOf(...parts: readonly (string | number)[]): string {
  return sha256(canonicalJson(parts));
}

/** A subject has one rating of a year. */
export function ratingClaim(subject: SubjectRef, period: string, year: number): string {
  return claimOf(subject.kind, subject.id, period, year);
}

/** The paper of an old decision. */
export interface DecisionPaper {
  readonly number: string;
  readonly symbol: string;
  readonly issuer: string;
  readonly issuedOn: string;
}

/** One decision gives a subject a tier once, whoever enters it and however the issuer is spelt. */
export function awardClaim(paper: DecisionPaper, subject: SubjectRef, tier: string | null, name: string): string {
  const { number, symbol, issuer, issuedOn } = paper;
  const decision = [foldText(issuer), foldText(number), foldText(symbol), issuedOn];
  return claimOf(...decision, subject.kind, subject.id, tier ?? foldText(name));
}

/** One paper disciplines a subject once in one form. */
export function disciplineClaim(subject: SubjectRef, form: string, paper: { number: string; date: string }): string {
  return claimOf(subject.kind, subject.id, form, foldText(paper.number), paper.date);
}
