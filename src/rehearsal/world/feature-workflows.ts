import type { ModulesContainer } from '@nestjs/core';
import type { FeatureWorkflow } from '../../platform/runner/feature-workflow';

/**
 * What each feature told the runner, by the kind of thing: found among the providers, so that a rehearsal knows the
 * table and the facts of a feature without knowing the feature.
 */
export function featureWorkflows(modules: ModulesContainer): ReadonlyMap<string, FeatureWorkflow> {
  const instances = [...modules.values()].flatMap(({ providers }) =>
    [...providers.values()].map(({ instance }): unknown => instance),
  );
  return new Map(instances.filter(isFeatureWorkflow).map((workflow) => [workflow.name, workflow]));
}

function isFeatureWorkflow(instance: unknown): instance is FeatureWorkflow {
  if (typeof instance !== 'object' || instance === null) return false;
  const { name, table, project, gatherFacts } = instance as Partial<FeatureWorkflow>;
  return (
    typeof name === 'string' &&
    typeof table === 'string' &&
    typeof project === 'function' &&
    typeof gatherFacts === 'function'
  );
}
