import type { Randomness } from '../ids/ids.port';

/** How a job is tried. */
export interface JobPolicy {
  /** How often it is tried in all; after the last failure it is kept as dead. */
  readonly attempts: number;
  /** Wait after the first failure; doubled after each further one. */
  readonly backOffMs: number;
  readonly maxBackOffMs: number;
  /** Longest run, at most a minute: longer work is cut into units of its own. */
  readonly timeoutMs: number;
  /** How many of this job one process runs at once. */
  readonly concurrency: number;
}

/** Longest time limit: no timer of ours runs for more than a minute. */
export const MAX_TIMEOUT_MS = 60_000;

/** Longest wait between two tries: what is put off for longer was put off by a clock that was ahead. */
export const MAX_BACK_OFF_MS = 3_600_000;

/** What holds where a job says nothing else: eight tries over about four minutes. */
export const DEFAULT_JOB_POLICY: JobPolicy = {
  attempts: 8,
  backOffMs: 2_000,
  maxBackOffMs: 600_000,
  timeoutMs: 30_000,
  concurrency: 4,
};

/**
 * Wait before the next try, after so many failures (from 1), in milliseconds: doubled each time up to the maximum,
 * and of that a random part between half and the whole, so that jobs that failed together do not come back together.
 */
export function backOffOf(policy: JobPolicy, failures: number, randomness: Randomness): number {
  const doublings = Math.min(failures - 1, 30);
  const longest = Math.min(policy.backOffMs * 2 ** doublings, policy.maxBackOffMs);
  const half = Math.ceil(longest / 2);
  const share = randomness.bytes(2).readUInt16BE(0) / 0xffff;
  return half + Math.floor((longest - half) * share);
}

/** What is wrong with a policy, in words; empty when nothing is. */
export function policyProblems(policy: JobPolicy): readonly string[] {
  const positive = (Object.keys(policy) as (keyof JobPolicy)[])
    .filter((key) => !Number.isSafeInteger(policy[key]) || policy[key] < 1)
    .map((key) => `${key} must be a whole number from 1`);
  return [
    ...positive,
    ...(policy.timeoutMs > MAX_TIMEOUT_MS
      ? [`timeoutMs must be at most ${MAX_TIMEOUT_MS}: cut longer work into several jobs`]
      : []),
    ...(policy.maxBackOffMs > MAX_BACK_OFF_MS ? [`maxBackOffMs must be at most ${MAX_BACK_OFF_MS}`] : []),
  ];
}
