import { all, by, defineWorkflow, effect, fact, update } from '../kernel';
import { reviewGuards, type ReviewGuardName } from './review.guards';
import { reviewLabels } from './review.labels';
import { reviewRefusals } from './review.refusals';
import { reviewDeadlines } from './review.deadlines';
import { initialReview, reviewUpdates, type ReviewUpdateName } from './review.rules';
import type { ReviewCommand, ReviewContext } from './review.types';
import {
  adjournTo,
  agenda,
  cancel,
  cast,
  convene,
  conclusions,
  countAfter,
  declareConflict,
  nameCounters,
  openBallot,
  presence,
  quotaPlaces,
  receiveWritten,
  reconveneTo,
  recordPaper,
  takeOff,
  type ReviewConfig,
} from './review.ways';

const config: ReviewConfig = {
  id: 'review@1',
  initial: 'scheduled',
  opening: {
    command: 'review.schedule',
    guard: all('closingDayFits'),
    actions: [fact('review.scheduled', 'councilId', 'campaignId', 'meetsOn', 'kind', 'answersBy', 'needsCounters')],
    meta: by('review.keep'),
  },
  states: {
    scheduled: {
      on: {
        ...agenda,
        ...convene,
        ...adjournTo('adjourned.convened'),
        'review.postpone': {
          target: 'postponed',
          guard: all('reasonIsGiven'),
          actions: [update('takeAllOff'), fact('review.postponed'), effect('return-cases-to-list')],
          meta: by('review.chair', 'review.keep'),
        },
        ...cancel,
      },
    },
    postponed: {
      on: {
        'review.reschedule': {
          target: 'scheduled',
          guard: all('newDayIsAhead', 'closingDayFits'),
          actions: [update('moveDay'), fact('review.rescheduled', 'meetsOn', 'answersBy')],
          meta: by('review.keep'),
        },
        ...cancel,
      },
    },
    convened: {
      id: 'convened',
      on: {
        ...takeOff,
        ...presence,
        ...declareConflict,
        'review.openBallot': { ...openBallot, target: 'voting' },
        'review.recordPaper': { ...recordPaper, target: 'counted' },
        ...adjournTo('adjourned.convened'),
        ...cancel,
      },
    },
    voting: {
      id: 'voting',
      on: {
        ...takeOff,
        ...presence,
        ...declareConflict,
        'review.openBallot': openBallot,
        ...cast,
        'review.closeBallot': {
          guard: all('itemsAreOpen'),
          actions: [update('closeItems'), fact('review.ballotClosed', 'chairId')],
          meta: by('review.chair', 'review.keep'),
        },
        'review.awaitWritten': {
          target: 'awaitingWritten',
          guard: all('everyItemIsVotedOn', 'writtenIsAwaited'),
          actions: [fact('review.writtenAwaited')],
          meta: by('review.keep'),
        },
        ...countAfter('everyItemIsVotedOn', 'noWrittenIsAwaited'),
        ...adjournTo('adjourned.voting'),
      },
    },
    awaitingWritten: { on: { ...receiveWritten, ...nameCounters, ...countAfter(), ...cancel } },
    counted: {
      on: {
        'review.recordPaper': recordPaper,
        ...takeOff,
        ...conclusions,
        ...quotaPlaces,
        'review.revote': {
          target: 'voting',
          guard: all(
            'itemsAreCounted',
            'placesAreOpen',
            'itemsAreVotedHere',
            'revoteIsJustified',
            'itemsHaveQuorum',
            'chairIsFree',
            'closingDayFits',
            'closingDayIsAhead',
          ),
          actions: [update('moveClosingDay'), update('reopenItems'), fact('review.revoted', 'chairId')],
          meta: by('review.chair'),
        },
        'review.minute': {
          target: 'minuted',
          guard: all(
            'everyItemIsCounted',
            'minutesFollowTheMeeting',
            'minutesAreNotInTheFuture',
            'countIsSigned',
            'placesAreAllotted',
          ),
          actions: [update('recordMinutes'), fact('review.minuted', 'minutes')],
          meta: by('review.keep'),
        },
      },
    },
    minuted: {
      on: {
        'review.sign': {
          guard: all('signerIsEntitled', 'memberHasNotSigned'),
          actions: [update('addSignature'), fact('review.signed', 'signedBy', 'paperSignatures')],
          meta: by('review.chair', 'review.keep'),
        },
        'review.close': {
          target: 'closed',
          guard: all('minutesAreSigned'),
          actions: [fact('review.closed'), effect('apply-review-results')],
          meta: by('review.chair', 'review.keep'),
        },
      },
    },
    adjourned: {
      initial: 'convened',
      states: {
        convened: { on: { ...reconveneTo('#convened'), ...cancel } },
        voting: { on: { ...reconveneTo('#voting'), ...cancel } },
      },
    },
    closed: { type: 'final' },
    cancelled: { id: 'cancelled', type: 'final' },
  },
};

/** One review round: a sitting of a council or a cluster over an agenda, with a vote on each item. */
export const reviewWorkflow = defineWorkflow<ReviewContext, ReviewCommand, ReviewGuardName, ReviewUpdateName>({
  name: 'review',
  version: 1,
  config,
  initialContext: initialReview,
  guards: reviewGuards,
  updates: reviewUpdates,
  refusals: reviewRefusals,
  labels: reviewLabels,
  deadlines: reviewDeadlines,
});
