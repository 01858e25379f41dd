export { chooseResult, isChooseCountConsistent, type Choice, type ChooseCount } from './choose';
export {
  fitsTurnout,
  isCountConsistent,
  isPassingPossible,
  isTie,
  passResult,
  passSentence,
  type Count,
  type PassBase,
  type PassFigures,
  type PassRule,
  type Turnout,
} from './count';
export { reviewWorkflow } from './review.machine';
export { noReviewFacts } from './review.rules';
export type {
  Attendance,
  BallotMode,
  Conflicts,
  CouncilMember,
  ItemCount,
  ItemResult,
  ItemRule,
  ItemStatus,
  ReviewCommand,
  ReviewContext,
  ReviewFacts,
  ReviewItem,
  ReviewKind,
  Roll,
} from './review.types';
