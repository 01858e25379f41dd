import type { ReviewCommand } from '../../workflows/review';
import type { CommandForm } from '../platform/runner/feature-commands';
import { NoInput } from '../platform/validation/no-input';
import { ReasonRequest } from '../platform/validation/reason.request';
import { CastRequest, ReceiveWrittenRequest } from './dto/cast.request';
import { PutOnAgendaRequest } from './dto/put-on-agenda.request';
import { RecordPaperRequest } from './dto/record-paper.request';
import { ItemsRequest, ItemsWithReasonRequest, RevoteRequest } from './dto/review-items.request';
import { ScheduleReviewRequest } from './dto/schedule-review.request';
import {
  AttendanceRequest,
  DeclareConflictRequest,
  MinuteRequest,
  RescheduleRequest,
  SignMinutesRequest,
} from './dto/sitting.request';

const plain = { input: NoInput } as const;
const reasoned = { input: ReasonRequest, texts: ['reason'] } as const;

/** The form of every command on a review round. */
export const reviewForms: Readonly<Record<ReviewCommand['type'], CommandForm>> = {
  'review.schedule': { input: ScheduleReviewRequest, opens: true },
  'review.putOnAgenda': { input: PutOnAgendaRequest },
  'review.takeOff': { input: ItemsWithReasonRequest, texts: ['reason'] },
  'review.postpone': reasoned,
  'review.reschedule': { input: RescheduleRequest },
  'review.convene': { input: AttendanceRequest },
  'review.reconvene': { input: AttendanceRequest },
  'review.declareConflict': { input: DeclareConflictRequest },
  'review.openBallot': { input: ItemsRequest },
  'review.cast': { input: CastRequest },
  'review.closeBallot': { input: ItemsRequest },
  'review.awaitWritten': plain,
  'review.receiveWritten': { input: ReceiveWrittenRequest },
  'review.count': plain,
  'review.revote': { input: RevoteRequest, texts: ['reason'] },
  'review.recordPaper': { input: RecordPaperRequest },
  'review.minute': { input: MinuteRequest },
  'review.sign': { input: SignMinutesRequest },
  'review.close': plain,
  'review.adjourn': reasoned,
  'review.cancel': reasoned,
};
