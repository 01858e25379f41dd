import type { AwardFact, FreezeFact } from '../../workflows/history';
import type { SubjectRef } from '../people';
import type { RowReader } from '../platform/persistence/unit-of-work.port';

/** An award that a case of this system has ended in. The name and the kind of its tier are the rulebook's. */
export type CaseAward = Omit<AwardFact, 'name' | 'kind' | 'source'> & {
  readonly subject: SubjectRef;
  readonly tier: string;
};

/** A report that something about a subject is or was pending. */
export interface SubjectFreezeFact {
  readonly subject: SubjectRef;
  readonly freeze: FreezeFact;
}

/** A case, as far as an initiative that backs it must know. */
export interface KnownCase {
  readonly subject: SubjectRef;
  readonly unitPath: string;
}

/**
 * What cases know of subjects. Cases will ask the history of their subjects, so that history does not import them:
 * the application wires the answer in. Facts through a transaction; no scope is checked.
 */
export abstract class SubjectCases {
  /** The awards of these subjects that stand: decided here, or granted above. */
  abstract awardsOf(rows: RowReader, subjects: readonly SubjectRef[]): Promise<readonly CaseAward[]>;

  /** The cases of these subjects that are on their way. */
  abstract openCasesOf(
    rows: RowReader,
    subjects: readonly SubjectRef[],
  ): Promise<readonly { readonly subject: SubjectRef; readonly caseId: string }[]>;

  abstract freezesOf(rows: RowReader, subjects: readonly SubjectRef[]): Promise<readonly SubjectFreezeFact[]>;

  /** One case; undefined when there is none with this id. */
  abstract caseOf(rows: RowReader, id: string): Promise<KnownCase | undefined>;
}
