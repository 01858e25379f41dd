export { awardWorkflow } from './award.machine';
export { noteNameOf, worstFinding } from './appraisal';
export { isDecidedState, isOpenState, routeTaken } from './award.rules';
export {
  CONSULTATION_COMMAND_LABELS,
  CONSULTATION_COMMANDS,
  CONSULTATION_KIND_LABELS,
  CONSULTATION_KINDS,
  CONSULTATION_STATE_LABELS,
  CONSULTATION_STATES,
  isSilent,
  mayConsultation,
  openConsultations,
  type ConsultationCommand,
  type ConsultationFacts,
  type ConsultationFault,
  type ConsultationKind,
  type ConsultationState,
} from './consultation';
export type {
  AnswerAbove,
  Appraisal,
  AppraisalInput,
  AwardCommand,
  AwardContext,
  AwardFacts,
  CaseInput,
  Commendation,
  ConditionFinding,
  Finding,
  OpenCondition,
  ReviewPlace,
  Route,
  RouteCouncil,
  RulesFinding,
  Subject,
  VoteFigures,
} from './award.types';
