import type { WorkflowRegistry } from '../../../workflows/kernel';

/** Holds the registry under a class, so that it can be injected. */
export class RegistryHolder {
  constructor(readonly workflows: WorkflowRegistry) {}
}
