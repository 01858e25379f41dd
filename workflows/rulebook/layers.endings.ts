import { addDays, type LocalDate } from '../kernel';
import { rulebookAt } from './lookup';
import type { Rules } from './regime';

/** A rulebook or a layer that comes to its end, and nothing is known to follow it. */
export interface Ending {
  readonly kind: 'rulebook' | 'layer';
  readonly id: string;
  /** Its last day. */
  readonly endsOn: LocalDate;
}

/** So many days before its end whoever keeps the rules is warned. */
const WARNED_DAYS_BEFORE = 90;

/**
 * What ends within 90 days without a successor. A rulebook stays in the list after its end, since nothing can be judged any
 * more; a layer does not, since the rules above it hold again. A layer's successors are layers for all of its units.
 */
export function endingsNear({ rulebooks, layers }: Rules, today: LocalDate): readonly Ending[] {
  const ofRulebooks = rulebooks.flatMap(({ id, effectiveTo }) =>
    effectiveTo !== null && !rulebookAt(rulebooks, { submittedOn: addDays(effectiveTo, 1) })
      ? [{ kind: 'rulebook' as const, id, endsOn: effectiveTo }]
      : [],
  );
  const ofLayers = layers.flatMap(({ id, effectiveTo, unitCodes }) => {
    if (effectiveTo === null || effectiveTo < today) return [];
    const next = layers.filter(
      (other) =>
        other.effectiveFrom <= addDays(effectiveTo, 1) &&
        (other.effectiveTo === null || other.effectiveTo > effectiveTo),
    );
    const isFollowed = unitCodes.every((code) => next.some((other) => other.unitCodes.includes(code)));
    return isFollowed ? [] : [{ kind: 'layer' as const, id, endsOn: effectiveTo }];
  });
  return [...ofRulebooks, ...ofLayers].filter(({ endsOn }) => addDays(endsOn, -WARNED_DAYS_BEFORE) <= today);
}
