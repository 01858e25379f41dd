import type { Finding, MissingEvidence, UsedEvidence } from './answer.types';
import type { AwardEvidence } from './evidence.types';
import type { Facts, Held } from './facts';
import { missingOf, NOTHING, usedOf } from './predicate';
import type { Span } from './spans';
import { yearOf } from './years';

/** An award as evidence. */
export function usedAward({
  tier,
  decidedOn,
  achievedFrom,
  achievedTo,
  commendation,
  source,
}: AwardEvidence): UsedEvidence {
  return usedOf('award', source, { tier, decidedOn, achievedFrom, achievedTo, commendation });
}

/** The award since which things are counted, before them. */
export function usedSince(anchor: Held | null | undefined, used: readonly UsedEvidence[]): readonly UsedEvidence[] {
  return anchor ? [usedAward(anchor.award), ...used] : used;
}

/** That some award of a tier is not there. */
export function missingAward(tier: string, about: MissingEvidence['about'] = {}): MissingEvidence {
  return missingOf('award', { tier, ...about });
}

/**
 * That the award since which things are counted is not there; or that an earlier one might be, once everything after the
 * known one is known.
 */
export function missingAnchor(
  since: string | undefined,
  { anchor, sureYear, possibleYear }: Span,
  isRestKnown: boolean,
): readonly MissingEvidence[] {
  if (since === undefined || possibleYear >= sureYear || (anchor && !isRestKnown)) return NOTHING;
  return [missingAward(since, anchor ? { before: anchor.from } : {})];
}

/** Whether an award of a tier was won for a year that lies before this one, and which one proves it. */
export function heldBefore(
  facts: Facts,
  tier: string,
  year: number,
): { readonly finding: Finding; readonly by: Held | undefined } {
  const held = facts.heldOf(tier);
  const by = held.find(({ to, isSure }) => isSure && to < year);
  if (by) return { finding: 'met', by };
  const isPossible = held.some(({ from }) => from < year) || !facts.isComplete(null);
  return { finding: isPossible ? 'notProven' : 'notMet', by: undefined };
}

/** The latest award of a tier that surely counts. */
export function latestOf(facts: Facts, tier: string): Held | undefined {
  return facts
    .heldOf(tier)
    .filter(({ isSure }) => isSure)
    .reduce<Held | undefined>((last, held) => (last && last.until >= held.until ? last : held), undefined);
}

/** The last year for which an award of a tier may have been won, known or not; null when there surely is none. */
export function latestPossibleOf(facts: Facts, tier: string): number | null {
  const { completeFrom } = facts.evidence;
  const held = facts.heldOf(tier).map(({ to }) => to);
  if (facts.isComplete(null)) return held.length > 0 ? Math.max(...held) : null;
  return completeFrom === null ? facts.year : Math.max(...held, yearOf(completeFrom));
}
