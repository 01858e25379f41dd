import { awardWorkflow } from './award.machine';
import type { AwardCommand } from './award.types';
import {
  after,
  againstIt,
  answer,
  ask,
  codes,
  forIt,
  nomination,
  passed,
  plain,
  reached,
  untilAppraisal,
  upward,
  when,
  type History,
} from './testing/award-histories';

const { draft, received, underAppraisal, listed, inReview, recommended, decided, sentUp } = reached;
const appraised = after(underAppraisal, 'appraise');
const foundIneligible = [...underAppraisal, ask('appraise', { finding: 'notMet', eligible: false })];

describe('award@1 refuses', () => {
  const refusals: readonly (readonly [string, History, AwardCommand, readonly string[]])[] = [
    [
      'a nomination with every fault it has',
      [],
      ask(
        'draft',
        { ...nomination, achievedFrom: '2024-02-01' },
        { subjectExists: false, route: null, achievementIsUsed: true },
      ),
      [
        'AWARD.NO_SUCH_SUBJECT',
        'AWARD.TIER_UNKNOWN',
        'AWARD.ACHIEVEMENT_PERIOD_OUT_OF_ORDER',
        'AWARD.ACHIEVEMENT_USED',
      ],
    ],
    [
      'a submission with every fault it has',
      draft,
      ask('submit', {}, { campaignTakesDossiers: false, missingPapers: 2, isFrozen: true }),
      ['AWARD.DOSSIERS_CLOSED', 'AWARD.PAPERS_MISSING', 'AWARD.FROZEN'],
    ],
    [
      'to appraise a case of an incomplete dossier',
      received,
      ask('assign', undefined, { dossierIsComplete: false }),
      ['AWARD.DOSSIER_INCOMPLETE'],
    ],
    [
      'a finding that contradicts itself',
      underAppraisal,
      ask('appraise', { finding: 'notMet', eligible: true }),
      ['AWARD.FINDING_CONTRADICTS'],
    ],
    ['to list what nobody appraised', underAppraisal, ask('list'), ['AWARD.NOT_FOUND_ELIGIBLE']],
    ['to list what was found ineligible', foundIneligible, ask('list'), ['AWARD.NOT_FOUND_ELIGIBLE']],
    [
      'to reject what was found eligible, and that without a reason',
      appraised,
      ask('rejectAsIneligible', { reason: ' ' }),
      ['AWARD.NOT_FOUND_INELIGIBLE', 'AWARD.REASON_MISSING'],
    ],
    ['to go round the council', appraised, ask('recommendWithoutCouncil'), ['AWARD.COUNCIL_NEEDED']],
    [
      'to list what needs no council',
      after(untilAppraisal(plain), 'appraise'),
      ask('list'),
      ['AWARD.NO_COUNCIL_NEEDED'],
    ],
    [
      'the result of another review round',
      inReview,
      ask('recommend', { ...passed, reviewId: 'an earlier one' }),
      ['AWARD.OTHER_REVIEW'],
    ],
    ['to recommend one vote short', inReview, ask('recommend', { ...passed, votesFor: 8 }), ['AWARD.VOTES_TOO_FEW']],
    ['to send up what is decided here', recommended, ask('sendUp'), ['AWARD.DECIDED_HERE']],
    [
      'to decide what is decided above, or on a future day',
      after(untilAppraisal(upward), 'appraise', 'list', 'startReview', 'recommend'),
      ask('decide', { decisionId: 'decision', decidedOn: '2024-01-20', amount: null }),
      ['AWARD.DECIDED_ABOVE', 'AWARD.DECISION_IN_THE_FUTURE'],
    ],
    [
      'to decide while discipline is pending',
      recommended,
      ask('decide', undefined, { isFrozen: true }),
      ['AWARD.FROZEN'],
    ],
    [
      'an answer from above that is dated ahead',
      sentUp,
      ask('recordRefusedAbove', { ...answer, date: '2024-01-20' }),
      ['AWARD.ANSWER_IN_THE_FUTURE'],
    ],
    [
      'to release what is still pending',
      reached['onHold.listed'],
      ask('release', {}, { isFrozen: true }),
      ['AWARD.FROZEN'],
    ],
    ['to step down to the same tier', listed, ask('retier', { tier: 'district-merit' }), ['AWARD.TIER_UNCHANGED']],
    [
      'to present before the decision',
      decided,
      ask('present', { presentedOn: '2024-01-14' }),
      ['AWARD.PRESENTED_BEFORE_DECISION'],
    ],
    [
      'to present on a future day',
      decided,
      ask('present', { presentedOn: '2024-01-20' }),
      ['AWARD.PRESENTATION_IN_THE_FUTURE'],
    ],
    ['to pay before the decision', decided, ask('pay', { paidOn: '2024-01-14' }), ['AWARD.PAID_BEFORE_DECISION']],
    ['to pay on a future day', decided, ask('pay', { paidOn: '2024-01-20' }), ['AWARD.PAYMENT_IN_THE_FUTURE']],
    ['to pay twice', after(decided, 'pay'), ask('pay'), ['AWARD.ALREADY_PAID']],
    ['to pay an amount nobody fixed', [...sentUp, ask('recordGrantedAbove', answer)], ask('pay'), ['AWARD.NO_AMOUNT']],
    [
      'the simple procedure where the route does not open it',
      [],
      ask('draft', { ...nomination, simple: true }),
      ['AWARD.NO_SIMPLE_PROCEDURE'],
    ],
    [
      'to step down to a tier that is no lower one',
      listed,
      ask('retier', undefined, { tierIsLower: false }),
      ['AWARD.TIER_NOT_LOWER'],
    ],
    [
      'a finding that is better than those of its conditions',
      underAppraisal,
      ask('appraise', {
        finding: 'met',
        eligible: true,
        conditions: [{ condition: 'sáng kiến', finding: 'notProven' }],
      }),
      ['AWARD.FINDING_NOT_OF_CONDITIONS'],
    ],
    [
      'a finding that differs from the rules without a reason, whichever way',
      underAppraisal,
      ask('appraise', { finding: 'met', eligible: true, comment: ' ' }, { rulesFinding: againstIt }),
      ['AWARD.FINDING_DIFFERS_FROM_RULES'],
    ],
    [
      'to find against a standard that the rules find met without a reason',
      underAppraisal,
      ask('appraise', { finding: 'notMet', eligible: false }, { rulesFinding: forIt }),
      ['AWARD.FINDING_DIFFERS_FROM_RULES'],
    ],
    [
      'to take up again what a concluded campaign has settled',
      reached.notRecommended,
      ask('reopen', undefined, { campaignIsOver: true }),
      ['AWARD.CAMPAIGN_OVER'],
    ],
    [
      'to review while comments or agencies are out',
      listed,
      ask('startReview', undefined, { consultationsOpen: ['publicComment', 'agencyOpinion', 'partyOpinion'] }),
      ['AWARD.PUBLIC_COMMENT_OPEN', 'AWARD.AGENCY_OPINION_OPEN'],
    ],
    [
      'to decide without the word of the Party committee where it was asked',
      recommended,
      ask('decide', undefined, { consultationsOpen: ['partyOpinion'] }),
      ['AWARD.PARTY_OPINION_OPEN'],
    ],
    [
      'an answer by hand that comes by message',
      sentUp,
      ask('recordGrantedAbove', answer, { hasSuccessor: true }),
      ['AWARD.ANSWERED_BY_MESSAGE'],
    ],
    [
      'to withdraw above what was sent up from below',
      [ask('draft', { ...nomination, parentCaseId: 'parent', rootCaseId: 'parent' })],
      ask('withdraw'),
      ['AWARD.LED_FROM_BELOW'],
    ],
    ['a command that does not fit the state', decided, ask('submit'), ['AWARD.NOT_IN_STATE']],
  ];

  it.each(refusals)('%s', (_, history, command, expected) => {
    expect(codes(when(history, command))).toEqual(expected);
  });

  it('for every reason of its catalogue at least once above', () => {
    const seen = new Set(refusals.flatMap(([, , , expected]) => expected));
    const catalogue = Object.values(awardWorkflow.definition.refusals).map((entry) => entry.code);
    expect(catalogue.filter((code) => !seen.has(code))).toEqual([]);
  });

  it('without leaving a placeholder in any sentence', () => {
    const sentences = refusals.flatMap(([, history, command]) => {
      const decision = when(history, command);
      return decision.outcome === 'refused' ? decision.reasons.flatMap(({ message }) => [message.vi, message.en]) : [];
    });
    expect(sentences.filter((sentence) => /[{}]/.test(sentence))).toEqual([]);
  });
});
