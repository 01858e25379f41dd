import type { RowReader } from '../../platform/persistence';

/** Who is asked for: holders of a tier in a unit and below it, for an achievement that ended in a year. */
export interface HoldersQuestion {
  readonly tier: string;
  readonly unitPath: string;
  readonly year: number;
}

/**
 * Holders by decisions that were entered from outside. The history of subjects knows them; it asks cases in turn, so that
 * the application wires the answer in. Facts through a transaction; no scope is checked.
 */
export abstract class RecordedHolders {
  /** Ids of the subjects, of a person the row that stays. */
  abstract idsOf(rows: RowReader, question: HoldersQuestion): Promise<readonly string[]>;
}
