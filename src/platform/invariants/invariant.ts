import type { Instant, Label, WorkflowRegistry } from '../../../workflows/kernel';
import type { ReadDatabase } from '../persistence/unit-of-work.port';

/** Something in the data that is not as it was promised. */
export interface Violation {
  /** What it is about: a kind and an id, `campaign 018d…`. Never a person's data. */
  readonly subject: string;
  /** What is wrong, in English, for whoever runs the system. */
  readonly message: string;
  /** Worth a look, but no promise is broken: it does not fail the check. */
  readonly level?: 'warning';
}

/** One run of checks, as far as they have something in common. */
export interface VerifyRun {
  /** Names of the checks that are made in it. */
  readonly names: ReadonlySet<string>;
  /** Does what several checks need once for all of them; `key` tells such works apart. Fails for all where it fails. */
  readonly once: <Found>(key: object, work: () => Promise<Found>) => Promise<Found>;
}

/** What a check works with. */
export interface InvariantContext {
  /** Absent where a check is made by itself. */
  readonly run?: VerifyRun;
  readonly reads: ReadDatabase;
  readonly registry: WorkflowRegistry;
  readonly now: Instant;
  /** Says how many more things were looked at: a check that looked at nothing proves nothing, and the report shows it. */
  readonly checked: (count: number) => void;
}

/** A promise that data can show to be kept or broken. */
export interface Invariant {
  /** Kebab-case, stable: what `verify --only` takes. */
  readonly name: string;
  /** Which promise of the engine it stands for, from 1 to 12. */
  readonly promise: number;
  /** What holds, as a sentence. */
  readonly describe: Label;
  /**
   * Reads in batches, so that memory is bounded, and bears that commands run meanwhile.
   * Answers at most a thousand violations or so: then it is the database that is broken, not a row.
   */
  readonly check: (context: InvariantContext) => Promise<readonly Violation[]>;
}
