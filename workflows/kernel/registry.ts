import { canonicalJson } from './canonical-json';
import type { Workflow } from './definition';

/** All workflow versions this build knows, each with the hash of its definition. */
export interface WorkflowRegistry {
  /** Throws when this build does not know the version: an instance of it must not be touched. */
  get(id: string): RegisteredWorkflow;
  /** The newest version of a workflow: what new instances get. */
  latest(name: string): RegisteredWorkflow;
  all(): readonly RegisteredWorkflow[];
}

export interface RegisteredWorkflow extends Workflow {
  /** SHA-256 over the canonical JSON of the config, in hex. */
  readonly hash: string;
}

/** Builds the registry; refuses two workflows of one id. The hash function is a port: the core has no cryptography. */
export function createRegistry(workflows: readonly Workflow[], sha256: (text: string) => string): WorkflowRegistry {
  const byId = new Map<string, RegisteredWorkflow>();
  for (const workflow of workflows) {
    if (byId.has(workflow.id)) throw new Error(`The workflow ${workflow.id} is defined twice`);
    byId.set(workflow.id, { ...workflow, hash: sha256(canonicalJson(workflow.definition.config)) });
  }
  const latest = (name: string): RegisteredWorkflow => {
    const versions = [...byId.values()].filter((workflow) => workflow.definition.name === name);
    const newest = versions.sort((a, b) => b.definition.version - a.definition.version)[0];
    if (!newest) throw new Error(`There is no workflow called ${name}`);
    return newest;
  };
  return {
    get: (id) => {
      const workflow = byId.get(id);
      if (!workflow)
        throw new Error(`This build does not know the workflow ${id}; an instance of it must not be touched`);
      return workflow;
    },
    latest,
    all: () => [...byId.values()],
  };
}
