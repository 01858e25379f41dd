import type { AwardCommand } from '../../../workflows/award';
import type { CommandForm } from '../../platform/runner/feature-commands';
import { entriesOf } from '../../platform/runner/refusals';
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
import { PRIZE_REFUSALS } from '../decisions/prize-not-due';
import { CASE_REFUSALS } from './cases.errors';

const plain = { input: NoInput } as const;
const reasoned = { input: ReasonRequest, texts: ['reason'] } as const;
const answered = { input: AnswerAboveRequest, texts: ['signer'] } as const;

const NOMINATION = entriesOf(CASE_REFUSALS, 'otherRelease', 'tierNotForSubject');

/** The form of every command on a case: a command of the machine without a form does not compile. */
export const caseForms: Readonly<Record<AwardCommand['type'], CommandForm>> = {
  'award.draft': {
    input: DraftCaseRequest,
    opens: true,
    refusals: [CASE_REFUSALS.dossierNotOpen, ...NOMINATION],
  },
  'award.revise': { input: NominateRequest, refusals: NOMINATION },
  'award.submit': {
    input: NoInput,
    refusals: entriesOf(CASE_REFUSALS, 'dossierNotSubmitted', 'routeChanged', 'tierNotForSubject'),
  },
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
  'award.decide': { input: DecideCaseRequest, refusals: entriesOf(CASE_REFUSALS, 'decisionNotInForce') },
  'award.refuse': reasoned,
  'award.sendUp': plain,
  'award.recordGrantedAbove': { input: GrantAboveRequest, texts: ['signer'] },
  'award.recordRefusedAbove': answered,
  'award.recordReturnedFromAbove': answered,
  'award.return': reasoned,
  'award.withdraw': plain,
  'award.hold': reasoned,
  'award.release': plain,
  'award.retier': { input: RetierCaseRequest, refusals: NOMINATION },
  'award.reopen': reasoned,
  'award.present': { input: PresentCaseRequest },
  'award.pay': { input: PayCaseRequest, refusals: entriesOf(PRIZE_REFUSALS, 'notDue') },
  'award.revoke': reasoned,
};
