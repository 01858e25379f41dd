import type { ReviewCommand } from '../../workflows/review';
import type { CommandForm } from '../platform/runner/feature-commands';
import { entriesOf } from '../platform/runner/refusals';
import { NoInput } from '../platform/validation/no-input';
import { ReasonRequest } from '../platform/validation/reason.request';
import { CastRequest, ReceiveWrittenRequest } from './dto/cast.request';
import { PutOnAgendaRequest } from './dto/put-on-agenda.request';
import { RecordPaperRequest } from './dto/record-paper.request';
import { BallotsRequest, ItemsRequest, ItemsWithReasonRequest, RevoteRequest } from './dto/review-items.request';
import { ScheduleReviewRequest } from './dto/schedule-review.request';
import { DeclareRequest, StepDownRequest } from './dto/places.request';
import {
  AdjournRequest,
  AttendanceRequest,
  DeclareConflictRequest,
  MembersRequest,
  MinuteRequest,
  NameCountersRequest,
  RescheduleRequest,
  SignRequest,
} from './dto/sitting.request';
import { TIER_QUOTA_REFUSALS } from '../awards';
import { REVIEW_REFUSALS } from './reviews.errors';

const plain = { input: NoInput } as const;
const reasoned = { input: ReasonRequest, texts: ['reason'] } as const;

const VOTING = entriesOf(REVIEW_REFUSALS, 'remarkOnVote', 'noOpinionDue');
const RECOMMENDING = entriesOf(TIER_QUOTA_REFUSALS, 'baseUnknown', 'exceeded');
const SIGNING = entriesOf(REVIEW_REFUSALS, 'notYourSignature', 'paperIsTheOffices');

/** The form of every command on a review round. */
export const reviewForms: Readonly<Record<ReviewCommand['type'], CommandForm>> = {
  'review.schedule': {
    input: ScheduleReviewRequest,
    opens: true,
    refusals: entriesOf(REVIEW_REFUSALS, 'kindNotOfHost', 'unknownCampaign'),
  },
  'review.putOnAgenda': { input: PutOnAgendaRequest },
  'review.takeOff': { input: ItemsWithReasonRequest, texts: ['reason'] },
  'review.postpone': reasoned,
  'review.reschedule': { input: RescheduleRequest },
  'review.convene': { input: AttendanceRequest },
  'review.reconvene': { input: AttendanceRequest },
  'review.arrive': { input: MembersRequest },
  'review.leave': { input: MembersRequest },
  'review.nameCounters': { input: NameCountersRequest },
  'review.declareConflict': {
    input: DeclareConflictRequest,
    refusals: entriesOf(REVIEW_REFUSALS, 'notYourConflict'),
  },
  'review.openBallot': { input: BallotsRequest },
  'review.cast': { input: CastRequest, refusals: VOTING },
  'review.closeBallot': { input: ItemsRequest },
  'review.awaitWritten': plain,
  'review.receiveWritten': { input: ReceiveWrittenRequest, refusals: VOTING },
  'review.count': plain,
  'review.revote': { input: RevoteRequest, texts: ['reason'] },
  'review.recordPaper': { input: RecordPaperRequest, refusals: entriesOf(REVIEW_REFUSALS, 'countTwice') },
  'review.stepDown': { input: StepDownRequest },
  'review.declare': { input: DeclareRequest },
  'review.breakTie': { input: BallotsRequest },
  'review.decideTie': { input: ItemsRequest },
  'review.allotPlaces': { ...plain, refusals: RECOMMENDING },
  'review.signCount': { input: SignRequest, refusals: SIGNING },
  'review.minute': { input: MinuteRequest, refusals: RECOMMENDING },
  'review.sign': { input: SignRequest, refusals: SIGNING },
  'review.close': plain,
  'review.adjourn': { input: AdjournRequest, texts: ['reason'] },
  'review.cancel': reasoned,
};
