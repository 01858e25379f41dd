export type {
  ChecklistPaper,
  ChecklistRule,
  ClosingRule,
  CountingRule,
  ProcedureRule,
  TermRule,
} from './dossier.types';
export { endingsNear, type Ending } from './layers.endings';
export { covers, keysOf } from './layers.places';
export { layerProblems, mergedProblems, transitionProblems } from './layers.problems';
export { assembled, partsAt, rulebookFor, type Rules, type RulesParts, type RulesQuestion } from './regime';
export type { Layer, LayerLevel, LayerName, Override, TransitionRule } from './layers.types';
export type { Condition, ConditionParameters, Rule, Standard } from './eligibility/standard.types';
export { continued, type RulebookHead } from './continued';
export { coversPeriod, isLowerTier, mayDecide, rulebookAt, tierOf } from './lookup';
export { checklistOf, termsOf } from './dossier';
export { prizeOf, type Prize, type PrizeQuestion } from './prize';
export { baseSalaryProblems, rulebookProblems, type RuleProblem } from './problems';
export { appraisalTermOf } from './terms';
export { citationOf, routeOf, voteRuleOf, type Route, type VotingRules } from './procedure';
export type {
  BaseSalary,
  Cited,
  ConflictRule,
  ConsultationKind,
  CouncilRules,
  DeciderRule,
  GovernmentLevel,
  MultiplierRule,
  PrizeRule,
  QuorumRule,
  RoundingOrderRule,
  RoundingRule,
  RouteRule,
  Rulebook,
  RuleStatus,
  SubjectKind,
  Tier,
  TierFamily,
  TierKind,
  VoteRule,
  CommendationRule,
  CommonRule,
  Delegation,
  PayerRule,
  QuotaRule,
  RatingQuotaRule,
  StackingRule,
  TieRule,
} from './rulebook.types';
export type * from './eligibility/answer.types';
export { compileEligibility, eligibilityOf, type Evaluate } from './eligibility/compile';
export type * from './eligibility/evidence.types';
export { explained, type ExplainedLine, type Language, type TierNames } from './eligibility/explained';
export type { EvidenceKind, Polarity, Predicate } from './eligibility/predicate';
export type { Parameter, ParameterKind, Parameters } from './eligibility/parameters';
export { PREDICATES } from './eligibility/predicates';
export { standardProblems, type StandardProblem } from './eligibility/standard-problems';
export { weaker } from './eligibility/three-valued';
export {
  leavesRoundingToCouncil,
  placesOfShare,
  quotaCitations,
  quotaFinding,
  quotasOf,
  ratingPlaces,
  roundingOf,
  type QuotaCount,
  type QuotaFinding,
  type QuotaRounding,
} from './quota';
export { notDue, type NotDue, type PrizeClaim } from './stacking';
export { goesFirst, type LevelSubject } from './ties';
