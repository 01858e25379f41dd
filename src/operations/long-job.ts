import type { LongJobState } from '../../workflows/long-job';
import type { Actor } from '../platform/auth/actor';
import type { Tx } from '../platform/persistence';

/** Long work as its row holds it. */
export interface LongJob {
  readonly id: string;
  readonly kind: string;
  readonly requestedBy: string;
  readonly unitPath: string;
  readonly input: unknown;
  readonly state: LongJobState;
  readonly total: number;
  readonly done: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly step: number;
  /** Where the next step begins; null at the beginning. */
  readonly progress: string | null;
  readonly failures: number;
  readonly error: string | null;
  /** Path of what came of it, below the API. */
  readonly result: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly revision: number;
}

/** What is asked for. */
export interface LongJobRequest extends Pick<LongJob, 'id' | 'kind' | 'requestedBy' | 'unitPath' | 'total' | 'result'> {
  /** Ids and commitments: no personal data. */
  readonly input: object;
}

/** What one step did. */
export interface LongJobStep {
  /** Where the next step begins; null when all is done. */
  readonly next: string | null;
  /** Rows done by this step. */
  readonly done: number;
  /** What became of them. */
  readonly counts: Readonly<Record<string, number>>;
  /** What is written in the transaction that records the step. */
  readonly record?: (tx: Tx) => Promise<void>;
}

/**
 * A kind of long work. A step may be taken twice, or half and then again: what it sends are commands whose ids follow from
 * the row, and what it writes besides is written by `record`.
 */
export interface LongJobKind {
  /** `import`, `bulk`. */
  readonly kind: string;
  take(job: LongJob, actor: Actor): Promise<LongJobStep>;
}
