import { Injectable } from '@nestjs/common';
import type { JobHandler } from './job-handler';
import { policyProblems } from './job-policy';
import { JobRegistryError } from './job.errors';

/** A job that somebody will put into the outbox. */
export interface RequiredJob {
  readonly job: string;
  /** Who: `campaign@1`, `planner`. */
  readonly neededBy: string;
}

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** All jobs of this process: every name that is needed has one handler, and one only. Empty until filled at the start. */
@Injectable()
export class JobRegistry {
  private handlers: ReadonlyMap<string, JobHandler> = new Map();

  /** Takes the handlers. Throws a JobRegistryError that names every problem and how to mend it. */
  fill(handlers: readonly JobHandler[], required: readonly RequiredJob[] = []): this {
    const problems = [...wrong(handlers), ...doubled(handlers), ...missing(handlers, required)];
    if (problems.length > 0) throw new JobRegistryError(problems);
    this.handlers = new Map(handlers.map((handler) => [handler.job, handler]));
    return this;
  }

  find(job: string): JobHandler | undefined {
    return this.handlers.get(job);
  }

  all(): readonly JobHandler[] {
    return [...this.handlers.values()];
  }
}

function wrong(handlers: readonly JobHandler[]): string[] {
  return handlers.flatMap(({ job, source, policy }) => [
    ...(KEBAB.test(job) ? [] : [`${source} handles "${job}": name it in kebab-case, as "send-mail"`]),
    ...policyProblems(policy).map((problem) => `${source} (${job}): ${problem}`),
  ]);
}

function doubled(handlers: readonly JobHandler[]): string[] {
  const sources = new Map<string, string[]>();
  for (const { job, source } of handlers) sources.set(job, [...(sources.get(job) ?? []), source]);
  return [...sources]
    .filter(([, found]) => found.length > 1)
    .map(
      ([job, found]) =>
        `"${job}" is handled by ${found.join(' and ')}: keep one @OnJob, or give the other a name of its own`,
    );
}

function missing(handlers: readonly JobHandler[], required: readonly RequiredJob[]): string[] {
  const handled = new Set(handlers.map(({ job }) => job));
  const needs = new Map<string, Set<string>>();
  for (const { job, neededBy } of required.filter(({ job }) => !handled.has(job))) {
    needs.set(job, (needs.get(job) ?? new Set()).add(neededBy));
  }
  return [...needs].map(
    ([job, by]) =>
      `"${job}" has no handler, but ${[...by].join(', ')} asks for it: add a method with @OnJob({ job: '${job}', … }) ` +
      'to a provider, and its module to this root',
  );
}
