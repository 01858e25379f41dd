/** The places where tests may let a process die or fail. A closed list: a misspelt name must not pass as a green test. */
export const FAILPOINTS = [
  'runner.beforeCommit',
  'runner.afterCommit',
  'planner.afterOccurrence',
  'relay.afterClaim',
  'relay.afterEnqueue',
  'relay.afterMark',
  'job.beforeHandler',
  'job.afterHandler',
  'mail.beforeSend',
  'mail.afterSend',
] as const;

export type FailpointName = (typeof FAILPOINTS)[number];

/** Marks the steps between which a process may die. */
export abstract class Failpoints {
  /** Does nothing, unless this place was armed: then it kills the process or throws. */
  abstract hit(name: FailpointName): void;
}

/** No place is armed: what production runs with. */
export class NoFailpoints extends Failpoints {
  override hit(): void {
    // Nothing ever happens here.
  }
}
