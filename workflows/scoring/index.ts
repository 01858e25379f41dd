export { differingCodes } from './differences';
export { entryFaults, isWithoutPlan, missingEntries, type EntryFault } from './entry-faults';
export { roundedDecimal } from './exact';
export { rankingOf, type Contender, type Ranking, type TieBallot } from './ranking';
export { scoreOf, type Score } from './score';
export { mayAppraiseScore, mayEnterScore, mayMarkScore, SCORE_STATES, type ScoreState } from './score-state';
export {
  CRITERION_KINDS,
  GATE_EFFECTS,
  SCORING_METHODS,
  TIE_BREAKS,
  type Band,
  type Criterion,
  type CriterionKind,
  type Entries,
  type Entry,
  type GateEffect,
  type ScoringMethod,
  type ScoringSheet,
  type TieBreak,
} from './scoring.types';
export { sheetFaults, type SheetFault } from './sheet-faults';
