export { awardsInvariants } from './awards.invariants';
export { awardsSchema } from './awards-schema';
export { AwardsModule } from './awards.module';
export { CaseDirectory, type CaseCounts, type CaseSummary } from './cases/case-directory';
