export { chooseResult, isChooseCountConsistent, type Choice, type ChooseCount } from './choose';
export {
  fitsTurnout,
  isCountConsistent,
  isPassingPossible,
  isTie,
  opinionsIn,
  passResult,
  passSentence,
  type Count,
  type PassBase,
  type PassFigures,
  type PassRule,
  type Turnout,
} from './count';
export { allot, placesOf, type Allotment, type Candidate, type QuotaShare, type QuotaTie } from './quota';
export { itemSentence, placeSentence } from './sentences';
export { reviewWorkflow } from './review.machine';
export { noReviewFacts } from './review.rules';
export { metOn } from './roll';
export type {
  AbsenceCause,
  AgendaItem,
  Attendance,
  BallotMode,
  Conflicts,
  CouncilMember,
  Declaration,
  ItemCount,
  ItemResult,
  ItemRule,
  ItemStatus,
  Movement,
  Place,
  QuotaFacts,
  ReviewCommand,
  ReviewContext,
  ReviewFacts,
  ReviewItem,
  ReviewKind,
  Roll,
  Sitting,
} from './review.types';
