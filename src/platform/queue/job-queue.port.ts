/** One job as it travels: the id of its outbox row is its id everywhere. */
export interface QueuedJob {
  readonly id: string;
  readonly name: string;
  /** Ids and versions only; validated by the handler's schema before it runs. */
  readonly payload: object;
}

/** How the queue hands a job to the application. Rejecting means: try again by the job's policy. */
export type JobRunner = (job: QueuedJob) => Promise<void>;

/**
 * Carries wake-ups, never truth: everything in it can be rebuilt from the outbox table.
 * Gets only jobs that are due; waits live in the database. Delivery is at least once.
 */
export abstract class JobQueue {
  /** Adds jobs in bulk; adding an id that is still in the queue changes nothing. Rejects when the queue is out of reach. */
  abstract addMany(jobs: readonly QueuedJob[]): Promise<void>;
  /** Starts to hand jobs to the runner. */
  abstract start(run: JobRunner): Promise<void>;
  /** Stops taking jobs and waits for the running ones. */
  abstract stop(): Promise<void>;
  /** Resolves when nothing is waiting or running: for rehearsals and tests. */
  abstract whenIdle(): Promise<void>;
}
