export type { Invariant, InvariantContext, VerifyRun, Violation } from './invariant';
export { InvariantRegistry } from './invariant-registry';
export { UnknownCheckError } from './invariants.errors';
export { InvariantsModule } from './invariants.module';
export { platformInvariants } from './platform-invariants';
export { BATCH, lookTwice, MOST_VIOLATIONS, scan, type Scan } from './scan';
export {
  commandEventsOf,
  commandsIn,
  countOf,
  eventsOf,
  grouped,
  instancesOf,
  pagesOf,
  type StoredInstance,
  type WorkflowTable,
} from './stored-instances';
export type { CheckReport, VerifyReport } from './verify-report';
export { VerifyService, type VerifyOptions } from './verify.service';
