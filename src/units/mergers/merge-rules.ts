import type { LocalDate, Refusal } from '../../../workflows/kernel';
import { refusalsWhen } from '../../platform/runner/refusals';
import { MAX_DEPTH } from '../unit-path';
import { UNIT_REFUSALS } from '../units.errors';

/** A unit as the rules of a merger see it. */
export interface MergingUnit {
  readonly id: string;
  readonly path: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  /** It was merged or dissolved, or is going to be. */
  readonly isEnded: boolean;
}

/** What a merger or a dissolution is about. */
export interface MergeFacts {
  /** The first day on which the units are no more. */
  readonly on: LocalDate;
  /** How many units were named; fewer were found when some are not there or out of sight. */
  readonly namedCount: number;
  readonly ending: readonly MergingUnit[];
  /** The unit that takes over: `new` when the merger brings it into being, null for a dissolution. */
  readonly successor: MergingUnit | 'new' | 'unknown' | null;
  /** The unit above a new successor lies at or below one that ends. */
  readonly parentEnds: boolean;
  /** Units below one of those that end which exist on that day and do not end too. */
  readonly belowCount: number;
  /** Levels of the tree down to the lowest of them once they stand below the successor, the successor's own when there are none. */
  readonly depth: number;
}

/** Every reason why units cannot be merged or dissolved so; none when they can. Pure. */
export function mayEndUnits(facts: MergeFacts): readonly Refusal[] {
  const { on, namedCount, ending, successor, parentEnds, belowCount, depth } = facts;
  const heir = typeof successor === 'object' ? successor : null;
  return refusalsWhen(
    [ending.length < namedCount, UNIT_REFUSALS.unknownUnits],
    [ending.some(({ isEnded }) => isEnded), UNIT_REFUSALS.endedAlready],
    [ending.some(({ validFrom }) => validFrom >= on), UNIT_REFUSALS.endsBeforeItBegins],
    // Without a successor there is nobody to take them.
    [belowCount > 0 && successor === null, UNIT_REFUSALS.hasUnitsBelow],
    [successor === 'unknown', UNIT_REFUSALS.unknownSuccessor],
    [parentEnds || ending.some(({ path }) => heir?.path.startsWith(path)), UNIT_REFUSALS.successorEnds],
    [heir !== null && (heir.isEnded || isOver(heir, on)), UNIT_REFUSALS.successorEnded],
    [heir !== null && heir.validFrom > on, UNIT_REFUSALS.successorStartsLater],
    [depth > MAX_DEPTH, UNIT_REFUSALS.tooDeep],
  );
}

function isOver({ validTo }: MergingUnit, on: LocalDate): boolean {
  return validTo !== null && validTo < on;
}
