export { HistoryDirectory } from './history-directory';
export { AwardHolders } from './decision-records/award-holders';
export { HISTORY_JOBS, HistoryJob } from './history-jobs';
export { historyInvariants } from './history.invariants';
export { HistoryModule } from './history.module';
export { historySchema } from './history-schema';
export { SubjectCases, type CaseAward, type KnownCase, type SubjectFreezeFact } from './subject-cases.port';
export { mayReadDiscipline, mayReadHistory } from './subjects/history-sight';
