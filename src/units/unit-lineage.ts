import type { LocalDate } from '../../workflows/kernel';
import type { Succession } from './unit-terms';

/** Days on which a unit exists. */
export interface Lifetime {
  readonly id: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/**
 * The ids of the units that a unit was made of, or has become, on a day: before its mergers all that were merged into it
 * later, on the way back each as it stood then; after its end whoever took over. Itself where it exists. Pure.
 */
export function standingOn(
  unitId: string,
  day: LocalDate,
  { units, successions }: { readonly units: readonly Lifetime[]; readonly successions: readonly Succession[] },
): readonly string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const own = byId.get(unitId);
  if (!own) return [];
  const end = successions.find(({ predecessorId }) => predecessorId === unitId);
  if (end && end.effectiveOn <= day) {
    return end.successorId === null ? [] : latestOf(end.successorId, day, successions);
  }
  const earlier = successions
    .filter(({ successorId, effectiveOn }) => successorId === unitId && effectiveOn > day)
    .flatMap(({ predecessorId }) => standingOn(predecessorId, day, { units, successions }));
  const exists = own.validFrom <= day && (own.validTo === null || own.validTo >= day);
  return [...new Set([...(exists ? [unitId] : []), ...earlier])];
}

/** The unit that stands at the end of the chain on a day; none when the last of it was dissolved. */
function latestOf(unitId: string, day: LocalDate, successions: readonly Succession[]): readonly string[] {
  const end = successions.find(({ predecessorId, effectiveOn }) => predecessorId === unitId && effectiveOn <= day);
  if (!end) return [unitId];
  return end.successorId === null ? [] : latestOf(end.successorId, day, successions);
}
