import type { LocalDate } from '../../workflows/kernel';
import type { Span } from './dated';

/** The end of a unit. */
export interface Succession {
  readonly predecessorId: string;
  /** Null for a unit that was dissolved without a successor. */
  readonly successorId: string | null;
  /** The first day on which the unit is no more. */
  readonly effectiveOn: LocalDate;
  /** Number and symbol of the paper. */
  readonly document: string;
}

/** A co-management with its days. */
export interface CoManagement extends Span {
  readonly id: string;
  readonly unitId: string;
  readonly managerId: string;
}

/** A delegation of a unit's head with its days. */
export interface UnitDelegation extends Span {
  readonly id: string;
  readonly unitId: string;
  readonly personId: string;
  /** Number and symbol of the paper. */
  readonly paper: string;
}

/** Where a unit stood in the tree before. */
export interface FormerPlace {
  /** The unit above it; null for what was the root of a tree. */
  readonly parentId: string | null;
  /** The first day on which it stood there no more. */
  readonly leftOn: LocalDate;
  /** Number and symbol of the paper. */
  readonly document: string;
}

/** What a seat on a unit reaches beyond that unit and what lies below it. */
export interface Reach {
  /** Path of the unit of the seat. */
  readonly seatPath: string;
  /** Path that it reaches. */
  readonly path: string;
  readonly unitId: string;
  /**
   * `inherited`: a unit that was merged into it, or a place where the unit itself or one below it stood before; `reads`: one
   * that it manages together with another.
   */
  readonly basis: 'inherited' | 'reads';
}
