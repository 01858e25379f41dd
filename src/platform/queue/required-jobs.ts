import type { RequiredJob } from './job-registry';

/** What is looked for inside a workflow: its id and its serialisable config. */
interface WithConfig {
  readonly id: string;
  readonly definition: { readonly config: object };
}

/** The jobs that the effects of these workflows ask for, each with the workflows that do. */
export function requiredJobsOf(workflows: readonly WithConfig[]): readonly RequiredJob[] {
  return workflows.flatMap(({ id, definition }) =>
    [...new Set(effectJobs(definition.config))].map((job) => ({ job, neededBy: id })),
  );
}

/** A config is plain JSON, so that every effect is found wherever it stands. */
function effectJobs(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, params } = value as { type?: unknown; params?: { job?: unknown } };
  const own = type === 'effect' && typeof params?.job === 'string' ? [params.job] : [];
  return [...own, ...Object.values(value).flatMap(effectJobs)];
}
