export { awardsInvariants } from './awards.invariants';
export { awardsSchema } from './awards-schema';
export { AwardsModule } from './awards.module';
export { SubjectCaseDirectory } from './cases/subject-case-directory';
export { CaseDirectory, type CaseCounts, type CaseSummary } from './cases/case-directory';
export { Agendas } from './consolidations/agendas';
export { recoveryIdOf } from './recoveries/open-recovery';
