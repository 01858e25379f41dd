import { addDays, type LocalDate } from '../kernel';
import type { GovernmentLevel, Rulebook, Tier } from './rulebook.types';

/**
 * The rulebook that a dossier falls under: the one in force on the day it was submitted, not in the year of the achievement
 * (Decree 152/2025/NĐ-CP, article 60.3). Undefined when none covers that day.
 */
export function rulebookAt(
  rulebooks: readonly Rulebook[],
  { submittedOn }: { readonly submittedOn: LocalDate },
): Rulebook | undefined {
  return rulebooks.find(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= submittedOn && (effectiveTo === null || submittedOn <= effectiveTo),
  );
}

/** Whether every day from the first to the last, both included, falls under some rulebook. */
export function coversPeriod(rulebooks: readonly Rulebook[], from: LocalDate, to: LocalDate): boolean {
  let day = from;
  while (day <= to) {
    const rulebook = rulebookAt(rulebooks, { submittedOn: day });
    if (!rulebook) return false;
    if (rulebook.effectiveTo === null || rulebook.effectiveTo >= to) return true;
    day = addDays(rulebook.effectiveTo, 1);
  }
  return true;
}

/** The tier of this code; undefined when the rulebook has none, such as one that was given only under another regime. */
export function tierOf(rulebook: Rulebook, code: string): Tier | undefined {
  return rulebook.tiers.find((tier) => tier.code === code);
}

/** From the highest. */
const LEVELS: readonly GovernmentLevel[] = ['state', 'province', 'district', 'commune', 'unit'];

/**
 * Whether one tier ranks below another: of the same family and kind, at a lower level or, at the same level, of a lower
 * declared rank. False where the rulebook does not know one of them or does not rank them: nobody guesses an order.
 */
export function isLowerTier(rulebook: Rulebook, code: string, than: string): boolean {
  const [lower, higher] = [tierOf(rulebook, code), tierOf(rulebook, than)];
  if (!lower || !higher) return false;
  if (lower.family !== higher.family || lower.kind !== higher.kind) return false;
  const levels = LEVELS.indexOf(lower.level) - LEVELS.indexOf(higher.level);
  if (levels !== 0) return levels > 0;
  const [low, high] = [lower.rank ?? null, higher.rank ?? null];
  return low !== null && high !== null && low < high;
}

/** Whether a head of this level decides on the tier. False for an unknown tier and for one that is only recorded. */
export function mayDecide(rulebook: Rulebook, code: string, level: GovernmentLevel): boolean {
  return tierOf(rulebook, code)?.deciders?.levels.includes(level) ?? false;
}
