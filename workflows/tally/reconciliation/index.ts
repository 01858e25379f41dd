export { checkWithItself, checkWithRecords } from './check-statement';
export type { Finding, Span } from './finding';
export { findingSentence } from './sentence';
export { statementFaults, type StatementFault } from './statement-faults';
export { mayChangeStatement, STATEMENT_STATES, type StatementState } from './statement-state';
export type {
  CountedFigure,
  Figure,
  PeriodClaim,
  PrintedList,
  PrintedPeriod,
  StatementContent,
} from './statement.types';
