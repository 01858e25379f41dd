import type { Label, LocalDate } from '../kernel';
import type { Cited } from './cited.types';

/** Who can have rules of its own below the nation: a ministry or branch, a province, a commune, a unit. */
export type LayerLevel = 'sector' | 'province' | 'commune' | 'unit';

/** What a lower layer may change. */
export interface Delegation extends Cited {
  /**
   * Place in the rulebook, keys joined by dots, `*` for any one key: `tiers.TTLDXS.route`, `tiers.*.checklist`. What lies
   * below the place is delegated with it.
   */
  readonly path: string;
  readonly to: readonly LayerLevel[];
}

/**
 * From when a new rulebook holds where authorities have to make rules of their own first: until then an authority without
 * them stays under the earlier one (Decree 152/2025/NĐ-CP, article 60.2).
 */
export interface TransitionRule extends Cited {
  /** The last day on which an authority without rules of its own stays under the earlier rulebook. */
  readonly until: LocalDate;
  /** Id of the earlier rulebook. */
  readonly under: string;
  /** Whose rules count as the authority's own: layers of these levels. */
  readonly unlessLayerOf: readonly LayerLevel[];
  /**
   * Places of rows of the later rulebook that hold for everybody from its first day, since another law makes them: who
   * decides, when a level of government was abolished (`tiers.*.deciders`). Absent: none.
   */
  readonly exceptFor?: readonly string[];
}

/** What a layer is called where its rows are shown. `citation` and `status` are those of its dates. */
export interface LayerName extends Cited {
  readonly id: string;
  readonly title: Label;
  readonly level: LayerLevel;
  /** The document that makes it. */
  readonly document: string;
  readonly effectiveFrom: LocalDate;
  /** Null while nothing is known to end it. */
  readonly effectiveTo: LocalDate | null;
}

/** One row of a layer: it stands instead of the row above it as a whole, or is added where there is none. */
export interface Override extends Cited {
  /**
   * Place in the rulebook, keys joined by dots; a member of a list goes by what it is about: a tier by its code, a term by
   * what it is of (`tiers.TTLDXS.route`, `tiers.BK_TINH.closings.general`).
   */
  readonly at: string;
  /** As the rulebook has it there. */
  readonly row: Cited | readonly Cited[];
}

/** The rules that an authority made of its own, as far as the level above leaves them to it. */
export interface Layer extends LayerName {
  /** Codes of the units that it holds for, with everything below them. */
  readonly unitCodes: readonly string[];
  /** Id of the rulebook or the layer that it changes. */
  readonly under: string;
  readonly overrides: readonly Override[];
  /** What it leaves in turn to those below it. */
  readonly delegations: readonly Delegation[];
}
