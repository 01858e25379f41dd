import type { AwardCommand } from '../../../workflows/award';
import type { CommandForm } from '../../platform/runner/feature-commands';
import { NoInput } from '../../platform/validation/no-input';
import { ReasonRequest } from '../../platform/validation/reason.request';
import {
  AnswerAboveRequest,
  AppraiseCaseRequest,
  AssignCaseRequest,
  DecideCaseRequest,
  GrantAboveRequest,
  PayCaseRequest,
  PresentCaseRequest,
  RetierCaseRequest,
  ReviewPlaceRequest,
  ReviewResultRequest,
} from './dto/case-commands.request';
import { DraftCaseRequest, NominateRequest } from './dto/nominate.request';

const plain = { input: NoInput } as const;
const reasoned = { input: ReasonRequest, texts: ['reason'] } as const;
const answered = { input: AnswerAboveRequest, texts: ['signer'] } as const;

/** The form of every command on a case: a command of the machine without a form does not compile. */
export const caseForms: Readonly<Record<AwardCommand['type'], CommandForm>> = {
  'award.draft': { input: DraftCaseRequest, opens: true },
  'award.revise': { input: NominateRequest },
  'award.submit': plain,
  'award.takeBack': plain,
  'award.receive': plain,
  'award.assign': { input: AssignCaseRequest },
  'award.appraise': { input: AppraiseCaseRequest },
  'award.rejectAsIneligible': reasoned,
  'award.list': plain,
  'award.startReview': { input: ReviewPlaceRequest },
  'award.returnToList': { input: ReviewPlaceRequest },
  'award.recommend': { input: ReviewResultRequest },
  'award.decline': { input: ReviewResultRequest },
  'award.recommendWithoutCouncil': plain,
  'award.decide': { input: DecideCaseRequest },
  'award.refuse': reasoned,
  'award.sendUp': plain,
  'award.recordGrantedAbove': { input: GrantAboveRequest, texts: ['signer'] },
  'award.recordRefusedAbove': answered,
  'award.recordReturnedFromAbove': answered,
  'award.return': reasoned,
  'award.withdraw': plain,
  'award.hold': reasoned,
  'award.release': plain,
  'award.retier': { input: RetierCaseRequest },
  'award.reopen': reasoned,
  'award.present': { input: PresentCaseRequest },
  'award.pay': { input: PayCaseRequest },
  'award.revoke': reasoned,
};
