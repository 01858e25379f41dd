export { awardWorkflow } from './award.machine';
export { isDecidedState, isOpenState } from './award.rules';
export type {
  AnswerAbove,
  Appraisal,
  AwardCommand,
  AwardContext,
  AwardFacts,
  CaseInput,
  Commendation,
  Finding,
  ReviewPlace,
  Route,
  RouteCouncil,
  Subject,
  VoteFigures,
} from './award.types';
