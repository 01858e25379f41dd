export { continued, type RulebookHead } from './continued';
export { coversPeriod, isLowerTier, mayDecide, rulebookAt, tierOf } from './lookup';
export { prizeOf, type Prize, type PrizeQuestion } from './prize';
export { baseSalaryProblems, rulebookProblems, type RuleProblem } from './problems';
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
} from './rulebook.types';
