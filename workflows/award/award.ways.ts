import { all, by, effect, fact, update, type WorkflowConfig } from '../kernel';
import type { AwardGuardName } from './award.guards';
import type { AwardUpdateName } from './award.rules';
import type { AwardCommand } from './award.types';

/** The machine's table. */
export type AwardConfig = WorkflowConfig<AwardCommand['type'], AwardGuardName, AwardUpdateName>;

/** Ways out of one state, by command. */
export type Ways = NonNullable<AwardConfig['states'][string]['on']>;

/** What a nomination must be, whenever a unit writes it. */
export const nominationGuards = [
  'subjectExists',
  'tierIsKnown',
  'simpleProcedureIsOpen',
  'achievementPeriodIsInOrder',
  'achievementIsFree',
] as const;

/** Before a case moves towards an award: nothing is pending, and nobody else is rewarded for the achievement. */
export const progressGuards = ['subjectIsNotFrozen', 'achievementIsFree'] as const;

/** Before a case leaves the house: the opinions that were asked for are in. */
const opinionGuards = ['agenciesAreHeard', 'partyCommitteeAgrees'] as const;

export const tally = effect('tally-campaign', 'campaignId');

/** A unit gives up its nomination; a case that the council or a higher level is judging is not withdrawn meanwhile. */
export const withdraw: Ways = {
  'award.withdraw': {
    target: '#withdrawn',
    guard: all('isNotLedFromBelow'),
    actions: [fact('award.withdrawn'), tally],
    meta: by('case.prepare'),
  },
};

/** A unit changes and submits its nomination. */
export const prepare: Ways = {
  'award.revise': {
    guard: all(...nominationGuards, 'isNotLedFromBelow'),
    actions: [update('takeNomination'), fact('award.revised', 'tier', 'route', 'achievementId')],
    meta: by('case.prepare'),
  },
  'award.submit': {
    target: 'submitted',
    guard: all(
      ...(['subjectExists', 'campaignTakesDossiers', 'papersAreComplete', ...progressGuards] as const),
      'isNotLedFromBelow',
    ),
    actions: [
      fact('award.submitted', 'campaignId', 'dossierId', 'tier', 'achievementId'),
      effect('notify-case-submitted'),
      tally,
    ],
    // The system submits what came from a level below: its unit submitted it there.
    meta: by('case.prepare', 'system'),
  },
  ...withdraw,
};

/** The standing office sends the case back to its unit. */
export const sendBack: Ways = {
  'award.return': {
    target: 'returned',
    guard: all('reasonIsGiven'),
    actions: [fact('award.returned'), effect('notify-case-returned'), tally],
    meta: by('case.keep'),
  },
};

/** Names the officer who appraises; a later one replaces the first. */
export const assign = {
  actions: [update('assignOfficer'), fact('award.assigned', 'officerId')],
  meta: by('case.keep'),
} satisfies Ways['award.assign'];

/** A lower tier has its own route and standard, so the case is appraised anew; what came from below is returned instead. */
export const retier: Ways = {
  'award.retier': {
    target: 'underAppraisal',
    guard: all('tierIsKnown', 'tierIsOther', 'tierIsLower', 'achievementIsFree', 'isNotLedFromBelow'),
    actions: [update('stepDown'), fact('award.retiered', 'tier', 'route', 'retieredFrom'), tally],
    meta: by('case.keep', 'case.decide'),
  },
};

/** An unfavourable end is taken up again; not once a level below has been told of it. */
export const reopen: Ways = {
  'award.reopen': {
    target: 'underAppraisal',
    guard: all('reasonIsGiven', 'campaignIsNotOver', 'achievementIsFree', 'isNotLedFromBelow'),
    actions: [update('forgetJudgement'), fact('award.reopened'), tally],
    meta: by('case.keep', 'case.decide'),
  },
};

/** The results of the council that hold for `inReview`, on hold or not: the vote took place all the same. */
export const resultsOfReview = (to: { listed: string; recommended: string; notRecommended: string }): Ways => ({
  'award.returnToList': {
    target: to.listed,
    guard: all('reviewIsThisOne'),
    actions: [fact('award.returnedToList'), update('leaveReview'), tally],
    meta: by('system'),
  },
  'award.recommend': {
    target: to.recommended,
    guard: all('reviewIsThisOne', 'votesReachTheNeed'),
    actions: [update('recordVote'), fact('award.recommended', 'reviewId', 'itemId', 'recommendation'), tally],
    meta: by('system'),
  },
  'award.decline': {
    target: to.notRecommended,
    guard: all('reviewIsThisOne'),
    actions: [update('recordVote'), fact('award.declined', 'reviewId', 'itemId', 'recommendation'), tally],
    meta: by('system'),
  },
});

/** Holding keeps the place, so that release goes back exactly there. */
export const holdIn = (target: string): Ways => ({
  'award.hold': { target, guard: all('reasonIsGiven'), actions: [fact('award.held')], meta: by('case.keep') },
});

/** Back to where the case was held, once nothing is pending. */
export const releaseTo = (target: string): Ways => ({
  'award.release': {
    target,
    guard: all('subjectIsNotFrozen'),
    actions: [fact('award.released')],
    meta: by('case.keep'),
  },
});

/** The authority proposes the case to the level that decides it. */
export const sendUp: Ways = {
  'award.sendUp': {
    target: 'sentUp',
    guard: all('routeGoesUp', ...progressGuards, ...opinionGuards),
    actions: [fact('award.sentUp', 'tier'), effect('open-successor-case'), tally],
    meta: by('case.decide'),
  },
};

/** The authority decides here, or does not award, or sends up. */
export const conclude: Ways = {
  'award.decide': {
    target: 'decided',
    guard: all('routeEndsHere', ...progressGuards, ...opinionGuards, 'decisionIsNotInTheFuture'),
    actions: [
      update('recordDecision'),
      fact('award.decided', 'campaignId', 'tier', 'decisionId', 'decidedOn', 'amount'),
      tally,
    ],
    meta: by('system'),
  },
  'award.refuse': {
    target: 'refused',
    guard: all('reasonIsGiven'),
    actions: [fact('award.refused')],
    meta: by('case.decide'),
  },
  ...sendUp,
};

/** The higher level answers, by paper or by message. */
export const answers: Ways = {
  'award.recordGrantedAbove': {
    target: 'grantedAbove',
    guard: all('answerIsNotInTheFuture', 'answerIsNotOnItsWay'),
    actions: [
      update('recordAnswer'),
      update('recordGrant'),
      fact('award.grantedAbove', 'campaignId', 'tier', 'above', 'amount'),
      tally,
    ],
    meta: by('case.keep', 'system'),
  },
  'award.recordRefusedAbove': {
    target: 'refusedAbove',
    guard: all('answerIsNotInTheFuture', 'answerIsNotOnItsWay'),
    actions: [update('recordAnswer'), fact('award.refusedAbove', 'above'), tally],
    meta: by('case.keep', 'system'),
  },
  'award.recordReturnedFromAbove': {
    target: 'returnedFromAbove',
    guard: all('answerIsNotInTheFuture', 'answerIsNotOnItsWay'),
    actions: [update('recordAnswer'), fact('award.returnedFromAbove', 'above'), tally],
    meta: by('case.keep', 'system'),
  },
};

/** Handing the award over: another day and other people than the payment. */
export const present: Ways = {
  'award.present': {
    target: 'presented',
    guard: all('presentationFollowsDecision', 'presentationIsNotInTheFuture'),
    actions: [update('recordPresentation'), fact('award.presented', 'campaignId', 'presentedOn'), tally],
    // The system presents and pays what an office put on a list.
    meta: by('case.keep', 'system'),
  },
};

/** What can follow any award that stands. */
export const standing: Ways = {
  'award.pay': {
    guard: all('notPaidYet', 'amountIsKnown', 'paymentFollowsDecision', 'paymentIsNotInTheFuture'),
    actions: [
      update('recordPayment'),
      fact('award.paid', 'campaignId', 'paidOn', 'amount'),
      effect('book-payment', 'decisionId', 'paidOn', 'amount'),
      tally,
    ],
    meta: by('case.keep', 'system'),
  },
  'award.revoke': {
    target: 'revoked',
    guard: all('reasonIsGiven'),
    actions: [fact('award.revoked', 'campaignId', 'decisionId'), tally],
    meta: by('system', 'case.decide'),
  },
};
