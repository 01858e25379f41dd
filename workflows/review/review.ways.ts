import { all, by, effect, fact, update, type WorkflowConfig } from '../kernel';
import type { ReviewGuardName } from './review.guards';
import type { ReviewUpdateName } from './review.rules';
import type { ReviewCommand } from './review.types';

/** The machine's table. */
export type ReviewConfig = WorkflowConfig<ReviewCommand['type'], ReviewGuardName, ReviewUpdateName>;

/** Ways out of one state, by command. */
export type Ways = NonNullable<ReviewConfig['states'][string]['on']>;

const CHAIR_OR_KEEPER = by('review.chair', 'review.keep');

/** What holds of every count, from the boxes and from paper. */
const CONSISTENT = [
  'noMoreReturnedThanIssued',
  'heapsMakeTheReturned',
  'votesMakeTheValid',
  'countsAddUp',
  'countsFitTheRoll',
] as const satisfies readonly ReviewGuardName[];

/** The cases of items that left the agenda may go to another round. */
const returnCases = effect('return-cases-to-list');

/** Attendance is taken and the roll is fixed: once at the start, anew after an adjournment. */
const sitting = {
  guard: all('meetingDayHasCome', 'agendaHasItems', 'attendanceIsOfMembers', 'quorumIsPresent', 'chairIsPresent'),
  meta: CHAIR_OR_KEEPER,
} as const;

/** The council sits. */
export const convene: Ways = {
  'review.convene': {
    ...sitting,
    target: 'convened',
    actions: [
      update('fixRoll'),
      fact('review.convened', 'roll', 'chairId', 'conflicts', 'unpassableItemIds', 'sittings'),
    ],
  },
};

/** The council sits again, where it was. */
export const reconveneTo = (target: string): Ways => ({
  'review.reconvene': {
    ...sitting,
    target,
    actions: [
      update('fixRoll'),
      fact('review.reconvened', 'roll', 'chairId', 'conflicts', 'unpassableItemIds', 'sittings'),
    ],
  },
});

/** The council rises without having finished, for want of members or for another reason. */
export const adjournTo = (target: string): Ways => ({
  'review.adjourn': {
    target,
    guard: all('reasonIsGiven', 'noBallotIsOpen', 'resumptionIsAhead'),
    actions: [update('setResumption'), fact('review.adjourned', 'resumesOn')],
    meta: CHAIR_OR_KEEPER,
  },
});

/** A round that has not come to a result is given up. */
export const cancel: Ways = {
  'review.cancel': {
    target: '#cancelled',
    guard: all('reasonIsGiven'),
    actions: [update('takeAllOff'), fact('review.cancelled'), returnCases],
    meta: by('review.chair'),
  },
};

/** Items that nobody has voted on can leave the agenda at any time. */
export const takeOff: Ways = {
  'review.takeOff': {
    guard: all('itemsAreWaiting', 'reasonIsGiven'),
    actions: [update('takeItemsOff'), fact('review.itemsTakenOff'), returnCases],
    meta: by('review.keep'),
  },
};

/** The agenda is made before the sitting; the cases on it leave the list. */
export const agenda: Ways = {
  'review.putOnAgenda': {
    guard: all('itemsAreNew', 'casesAreNotOnTheAgenda', 'casesAreListed', 'casesAreNotHeldUp', 'itemsHaveARule'),
    actions: [update('putItems'), fact('review.agendaSet'), effect('start-case-reviews')],
    meta: by('review.keep'),
  },
  ...takeOff,
};

/** A member is off the roll of an item, by declaration, until the vote on it begins. */
export const declareConflict: Ways = {
  'review.declareConflict': {
    guard: all('itemIsOnTheAgenda', 'itemIsNotVotedOn', 'memberIsOnTheRoll', 'memberHasNoConflict'),
    actions: [update('addConflict'), fact('review.conflictDeclared', 'conflicts', 'unpassableItemIds')],
    meta: by('review.vote', 'review.chair', 'review.keep'),
  },
};

/** Ballots open on some items; who can vote on them is fixed now. */
export const openBallot = {
  guard: all(
    'itemsAreWaiting',
    'itemsAreVotedHere',
    'itemsHaveQuorum',
    'chairIsFree',
    'closingDayFits',
    'closingDayIsAhead',
  ),
  actions: [update('moveClosingDay'), update('openItems'), fact('review.ballotOpened', 'chairId')],
  meta: CHAIR_OR_KEEPER,
} satisfies Ways['review.openBallot'];

/**
 * A vote changes nothing here: roll and box have their own tables and never join, the choice is not in the command,
 * and the round does not move, so that all members can vote at once.
 */
export const cast: Ways = {
  'review.cast': {
    guard: all(
      'itemIsOpen',
      'answersAreInTime',
      'memberIsOnTheRoll',
      'memberIsPresent',
      'memberHasNoConflict',
      'memberHasNotVoted',
    ),
    meta: by('review.vote'),
  },
};

/** The written opinion of an absent member; like a vote, it changes nothing here. */
export const receiveWritten: Ways = {
  'review.receiveWritten': {
    guard: all('itemTakesWritten', 'memberIsOnTheRoll', 'memberIsAbsent', 'memberHasNoConflict', 'memberHasNotVoted'),
    meta: by('review.keep'),
  },
};

/** What the boxes held becomes known, all closed items at once. */
export const countAfter = (...guards: readonly ReviewGuardName[]): Ways => ({
  'review.count': {
    target: 'counted',
    guard: all(...guards, 'boxesAreCounted', 'countersAreNamed', ...CONSISTENT),
    actions: [update('takeCounts'), fact('review.counted')],
    meta: by('review.keep'),
  },
});

/** The results of a paper meeting, from its count minutes; a slip is corrected the same way until the minutes are drawn up. */
export const recordPaper = {
  guard: all('paperItemsAreRecordable', 'paperCoversTheAgenda', 'placesAreOpen', 'countersAreNamed', ...CONSISTENT),
  actions: [update('takePaperCounts'), fact('review.paperRecorded')],
  meta: by('review.keep'),
} satisfies Ways['review.recordPaper'];

/** The counting committee is named from those who are there: also while opinions of the absent still come, before the count. */
export const nameCounters: Ways = {
  'review.nameCounters': {
    guard: all('countersAreEligible'),
    actions: [update('setCounters'), fact('review.countersNamed', 'counterIds')],
    meta: CHAIR_OR_KEEPER,
  },
};

/** Members come late and leave early, between ballots; and the counting committee is named. */
export const presence: Ways = {
  'review.arrive': {
    guard: all('noBallotIsOpen', 'membersAreAbsent'),
    actions: [update('noteArrivals'), fact('review.arrived', 'roll', 'chairId', 'unpassableItemIds', 'sittings')],
    meta: CHAIR_OR_KEEPER,
  },
  'review.leave': {
    guard: all('noBallotIsOpen', 'membersArePresent'),
    actions: [update('noteLeavings'), fact('review.left', 'roll', 'chairId', 'unpassableItemIds', 'sittings')],
    meta: CHAIR_OR_KEEPER,
  },
  ...nameCounters,
};

/** What the council says to the results before the minutes are drawn up. */
export const conclusions: Ways = {
  'review.stepDown': {
    guard: all('caseHasNotPassed', 'tierIsLower'),
    actions: [update('noteStepDown'), fact('review.steppedDown')],
    meta: CHAIR_OR_KEEPER,
  },
  'review.declare': {
    guard: all('itemsAreCounted', 'speakerPresided'),
    actions: [update('addDeclaration'), fact('review.declared', 'declarations')],
    meta: by('review.chair'),
  },
  'review.signCount': {
    guard: all('signerIsCounter', 'counterHasNotSigned'),
    actions: [update('addCountSignature'), fact('review.countSigned', 'countSignedBy', 'paperSignatures')],
    meta: by('review.vote', 'review.chair', 'review.keep'),
  },
};

/** Places of a quota: equals at the last one are told apart first, by a ballot or by the chair; then all are given at once. */
export const quotaPlaces: Ways = {
  'review.breakTie': {
    target: 'voting',
    guard: all(
      'itemsAreCounted',
      'placesAreOpen',
      'itemsAreTied',
      'itemsAreVotedHere',
      'itemsHaveQuorum',
      'chairIsFree',
      'closingDayFits',
      'closingDayIsAhead',
    ),
    actions: [update('moveClosingDay'), update('reopenForTie'), fact('review.tieReopened', 'chairId')],
    meta: by('review.chair'),
  },
  'review.decideTie': {
    guard: all('placesAreOpen', 'itemsAreTied', 'tieIsTheChairs'),
    actions: [update('orderTied'), fact('review.tieDecided', 'tieOrder')],
    meta: by('review.chair'),
  },
  'review.allotPlaces': {
    guard: all('everyItemIsCounted', 'placesAreOpen', 'quotaGoverns', 'tiesAreDecided'),
    actions: [update('allotPlaces'), fact('review.placesAllotted', 'places')],
    meta: CHAIR_OR_KEEPER,
  },
};
