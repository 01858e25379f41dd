import type { LocalDate, Refusal } from '../../../workflows/kernel';
import { refusalsWhen } from '../../platform/runner/refusals';
import { depthOf, MAX_DEPTH } from '../unit-path';
import { UNIT_REFUSALS } from '../units.errors';

/** A unit as the rules of a move see it. */
export interface PlacedUnit {
  readonly id: string;
  readonly path: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  /** It was merged or dissolved by the day of the move, or by now. */
  readonly isEnded: boolean;
}

/** What a move of a unit is about. */
export interface MoveFacts {
  /** The first day at the new place. */
  readonly on: LocalDate;
  readonly today: LocalDate;
  readonly unit: PlacedUnit & { readonly parentId: string | null };
  readonly parent: PlacedUnit;
  /** Levels of units below the one that moves. */
  readonly levelsBelow: number;
  /** The day on which it left its last place; null when it never did. */
  readonly lastLeftOn: LocalDate | null;
}

/** Every reason why a unit cannot be put below another one so; none when it can. Pure. */
export function mayMoveUnit({ on, today, unit, parent, levelsBelow, lastLeftOn }: MoveFacts): readonly Refusal[] {
  const isParentThere = parent.validFrom <= on && (parent.validTo === null || parent.validTo >= on);
  return refusalsWhen(
    [unit.isEnded || parent.isEnded, UNIT_REFUSALS.dissolved],
    [parent.path.startsWith(unit.path), UNIT_REFUSALS.belowItself],
    [unit.parentId === parent.id, UNIT_REFUSALS.sameParent],
    [on > today, UNIT_REFUSALS.notYet],
    [on < unit.validFrom || (lastLeftOn !== null && on < lastLeftOn), UNIT_REFUSALS.movedLater],
    [!isParentThere && !parent.isEnded, UNIT_REFUSALS.parentNotThere],
    [depthOf(parent.path) + 1 + levelsBelow > MAX_DEPTH, UNIT_REFUSALS.tooDeep],
  );
}
