import { all, by, defineWorkflow, fact, update } from '../kernel';
import { awardGuards, type AwardGuardName } from './award.guards';
import { awardLabels } from './award.labels';
import { awardRefusals } from './award.refusals';
import { awardDeadlines, awardUpdates, initialAward, type AwardUpdateName } from './award.rules';
import type { AwardCommand, AwardContext } from './award.types';
import {
  answers,
  assign,
  conclude,
  holdIn,
  nominationGuards,
  prepare,
  present,
  progressGuards,
  releaseTo,
  reopen,
  resultsOfReview,
  retier,
  sendBack,
  sendUp,
  standing,
  tally,
  withdraw,
  type AwardConfig,
} from './award.ways';

const config: AwardConfig = {
  id: 'award@1',
  initial: 'draft',
  opening: {
    command: 'award.draft',
    guard: all(...nominationGuards),
    actions: [fact('award.drafted', 'campaignId', 'dossierId', 'tier', 'route', 'achievementId')],
    // The system drafts what a level below sends up.
    meta: by('case.prepare', 'system'),
  },
  states: {
    draft: { on: prepare },
    submitted: {
      on: {
        'award.takeBack': {
          target: 'draft',
          guard: all('isNotLedFromBelow'),
          actions: [fact('award.takenBack'), tally],
          meta: by('case.prepare'),
        },
        'award.receive': { target: 'received', actions: [fact('award.received')], meta: by('case.keep') },
        ...sendBack,
        ...withdraw,
      },
    },
    returned: { on: prepare },
    received: {
      id: 'received',
      on: {
        'award.assign': { ...assign, target: 'underAppraisal', guard: all('dossierIsComplete') },
        ...sendBack,
        ...holdIn('onHold.received'),
        ...withdraw,
      },
    },
    underAppraisal: {
      id: 'underAppraisal',
      on: {
        'award.assign': assign,
        'award.appraise': {
          guard: all('findingAgrees', 'findingFollowsConditions', 'findingAgreesWithRules'),
          actions: [update('recordAppraisal'), fact('award.appraised', 'appraisal')],
          meta: by('case.keep'),
        },
        'award.rejectAsIneligible': {
          target: 'ineligible',
          guard: all('appraisalIsUnfavourable', 'reasonIsGiven'),
          actions: [fact('award.rejectedAsIneligible', 'appraisal')],
          meta: by('case.keep'),
        },
        'award.list': {
          target: 'listed',
          guard: all('routeHasCouncil', 'appraisalIsFavourable', ...progressGuards, 'agenciesAreHeard'),
          actions: [fact('award.listed', 'tier'), tally],
          meta: by('case.keep'),
        },
        'award.recommendWithoutCouncil': {
          target: 'recommended',
          guard: all(
            ...(['routeHasNoCouncil', 'appraisalIsFavourable', ...progressGuards] as const),
            ...(['publicCommentIsSettled', 'agenciesAreHeard'] as const),
          ),
          actions: [fact('award.recommendedWithoutCouncil', 'tier'), tally],
          meta: by('case.keep'),
        },
        ...sendBack,
        ...retier,
        ...holdIn('onHold.underAppraisal'),
        ...withdraw,
      },
    },
    ineligible: { on: reopen },
    listed: {
      id: 'listed',
      on: {
        'award.startReview': {
          target: 'inReview',
          guard: all(...progressGuards, 'publicCommentIsSettled', 'agenciesAreHeard'),
          actions: [update('enterReview'), fact('award.reviewStarted', 'reviewId', 'itemId'), tally],
          meta: by('system'),
        },
        ...retier,
        ...holdIn('onHold.listed'),
        ...withdraw,
      },
    },
    inReview: {
      id: 'inReview',
      on: {
        ...resultsOfReview({ listed: 'listed', recommended: 'recommended', notRecommended: 'notRecommended' }),
        ...holdIn('onHold.inReview'),
      },
    },
    recommended: {
      id: 'recommended',
      on: { ...conclude, ...retier, ...holdIn('onHold.recommended'), ...withdraw },
    },
    notRecommended: { id: 'notRecommended', on: { ...reopen, ...retier } },
    onHold: {
      initial: 'received',
      states: {
        received: { on: { ...releaseTo('#received'), ...withdraw } },
        underAppraisal: { on: { ...releaseTo('#underAppraisal'), ...withdraw } },
        listed: { on: { ...releaseTo('#listed'), ...withdraw } },
        inReview: {
          on: {
            ...releaseTo('#inReview'),
            // Its siblings: the result of the council moves a case that is on hold without releasing it.
            ...resultsOfReview({ listed: 'listed', recommended: 'recommended', notRecommended: '#notRecommended' }),
          },
        },
        recommended: { on: { ...releaseTo('#recommended'), ...withdraw } },
      },
    },
    decided: { on: { ...present, ...standing } },
    presented: { on: standing },
    refused: { on: reopen },
    sentUp: { on: answers },
    grantedAbove: { on: { ...present, ...standing } },
    refusedAbove: { type: 'final' },
    returnedFromAbove: { on: { ...sendUp, ...retier, ...withdraw } },
    withdrawn: { id: 'withdrawn', type: 'final' },
    revoked: { type: 'final' },
  },
};

/** One case: a subject nominated for a tier, from its draft to the award or to another end. */
export const awardWorkflow = defineWorkflow<AwardContext, AwardCommand, AwardGuardName, AwardUpdateName>({
  name: 'award',
  version: 1,
  config,
  initialContext: initialAward,
  guards: awardGuards,
  updates: awardUpdates,
  refusals: awardRefusals,
  labels: awardLabels,
  deadlines: awardDeadlines,
});
