import { availableCommands } from '../kernel';
import { awardWorkflow } from './award.machine';
import { isDecidedState, isOpenState } from './award.rules';
import type { AwardCommand } from './award.types';
import {
  after,
  againstIt,
  answer,
  ask,
  council,
  facts,
  given,
  nomination,
  plain,
  reached,
  stateAfter,
  undecided,
  when,
} from './testing/award-histories';

const { draft, underAppraisal, listed, inReview, recommended, decided, sentUp, grantedAbove } = reached;

describe('award@1', () => {
  it('cites the law where the law refuses', () => {
    const decision = when(draft, ask('submit', {}, { achievementIsUsed: true, isFrozen: true }));
    expect(decision).toMatchObject({
      reasons: [
        { code: 'AWARD.FROZEN', citation: { text: expect.stringContaining('152/2025/NĐ-CP, Điều 4 khoản 4') } },
        { code: 'AWARD.ACHIEVEMENT_USED', citation: { text: expect.stringContaining('Điều 5 khoản 2 điểm c') } },
      ],
    });
  });

  it('cites the rulebook where the route refuses, and nothing where it has no citation', () => {
    const refusalOf = (command: AwardCommand): unknown =>
      (when(recommended, command) as { readonly reasons: readonly unknown[] }).reasons[0];
    expect(refusalOf(ask('sendUp'))).toMatchObject({ citation: facts.routeCitation });
    const { routeCitation: _, ...uncited } = facts;
    expect(refusalOf({ ...ask('sendUp'), facts: uncited })).not.toHaveProperty('citation');
  });

  it('pins the route of its tier, and another one when it steps down', () => {
    const stepped = given([...listed, ask('retier', { tier: 'district-certificate' }, { route: plain })]);
    expect(given(listed).context.route).toEqual(council);
    expect(stepped).toMatchObject({
      state: 'underAppraisal',
      context: { tier: 'district-certificate', route: plain, retieredFrom: ['district-merit'], appraisal: null },
    });
  });

  it('forgets vote and appraisal when it is reopened, and remembers the officer', () => {
    expect(given(after(reached.notRecommended, 'reopen')).context).toMatchObject({
      appraisal: null,
      recommendation: null,
      reviewId: null,
      officerId: 'officer',
    });
  });

  it('keeps the figures of the vote whichever way it went', () => {
    expect(given(recommended).context.recommendation).toEqual({ votesFor: 9, base: 10, needed: 9 });
    expect(given(reached.notRecommended).context.recommendation).toEqual({ votesFor: 8, base: 10, needed: 9 });
  });

  it.each(['received', 'underAppraisal', 'listed', 'inReview', 'recommended'] as const)(
    'is released exactly where it was held: %s',
    (state) => {
      const history = reached[state];
      const held = after(history, 'hold');
      expect(given(held).state).toBe(`onHold.${state}`);
      expect(stateAfter(when(held, ask('release')))).toBe(state);
      expect(given(after(held, 'release')).context).toEqual(given(history).context);
    },
  );

  it('takes the result of the council while on hold and stays on hold', () => {
    const held = after(inReview, 'hold', 'recommend');
    expect(given(held).state).toBe('onHold.recommended');
    expect(stateAfter(when(held, ask('release')))).toBe('recommended');
  });

  it('presents and pays independently, in either order', () => {
    const bothWays = [after(decided, 'present', 'pay'), after(decided, 'pay', 'present')].map(given);
    expect(bothWays[0]).toEqual(bothWays[1]);
    expect(bothWays[0]).toMatchObject({
      state: 'presented',
      context: { presentedOn: '2024-01-19', paidOn: '2024-01-19' },
    });
  });

  it('takes the day of the higher level as the day of the decision', () => {
    expect(given(grantedAbove).context).toMatchObject({ above: answer, decidedOn: '2024-01-18', amount: '6300000' });
  });

  it('keeps the signer above only as a commitment', () => {
    const signed = [...sentUp, ask('recordGrantedAbove', { ...answer, signer: 'commitment' })];
    expect(given(signed).context.above).toEqual({ ...answer, signer: 'commitment' });
  });

  it('asks for a new tally whenever a result changes', () => {
    for (const [history, name] of [
      [recommended, 'decide'],
      [decided, 'present'],
      [decided, 'pay'],
      [decided, 'revoke'],
      [sentUp, 'recordGrantedAbove'],
    ] as const) {
      expect(when(history, ask(name))).toMatchObject({
        effects: expect.arrayContaining([{ job: 'tally-campaign', data: { campaignId: 'campaign' } }]) as unknown,
      });
    }
  });

  it('takes the simple procedure where the route opens it, and keeps it when it steps down', () => {
    const route = { ...council, publicity: true, simple: true };
    const simple = [ask('draft', { ...nomination, commendation: 'sudden', simple: true }, { route })];
    expect(given(simple).context.route).toEqual({ ...route, council: 'none', publicity: false });
    const appraised = after(simple, 'submit', 'receive', 'assign', 'appraise');
    expect(stateAfter(when(appraised, ask('recommendWithoutCouncil')))).toBe('recommended');
    const stepped = given([...appraised, ask('retier', undefined, { route })]);
    expect(stepped.context.route).toEqual({ ...route, council: 'none', publicity: false });
    expect(given([ask('draft', nomination, { route })]).context.route).toEqual({ ...route, simple: false });
  });

  it('keeps what was found condition by condition', () => {
    const conditions = [
      { condition: 'sáng kiến', finding: 'met' },
      { condition: 'hoàn thành nhiệm vụ', finding: 'notProven' },
    ];
    const input = { finding: 'notProven', eligible: true, conditions, note2: 'commitment' };
    const found = [...underAppraisal, ask('appraise', input)];
    expect(given(found).context.appraisal).toMatchObject({
      ...{ finding: 'notProven', eligible: true },
      conditions: [conditions[0], { ...conditions[1], note: 'commitment' }],
    });
    // What is not proven is for people to judge: it refuses nothing.
    expect(stateAfter(when(found, ask('list')))).toBe('listed');
  });

  it('keeps what the rules said beside what the officer found, and lets both differ for a reason', () => {
    const input = { finding: 'met', eligible: true, comment: 'commitment' };
    const appraised = [...underAppraisal, ask('appraise', input, { rulesFinding: againstIt })];
    expect(given(appraised).context.appraisal).toEqual({
      ...{ finding: 'met', eligible: true, on: '2024-01-19' },
      computed: againstIt,
    });
    expect(stateAfter(when(appraised, ask('list')))).toBe('listed');
  });

  it('leaves to the officer what the rules find not proven, either way and without a reason', () => {
    for (const [finding, eligible] of [
      ['met', true],
      ['notMet', false],
      ['notProven', true],
    ] as const) {
      const command = ask('appraise', { finding, eligible }, { rulesFinding: undecided });
      expect(stateAfter(when(underAppraisal, command))).toBe('underAppraisal');
    }
  });

  it('cites the rule that is not met, with how sure it is, against a finding that differs', () => {
    const command = ask('appraise', { finding: 'met', eligible: true }, { rulesFinding: againstIt });
    expect(when(underAppraisal, command)).toMatchObject({
      outcome: 'refused',
      reasons: [
        {
          code: 'AWARD.FINDING_DIFFERS_FROM_RULES',
          citation: { text: 'Luật 06/2022/QH15, Điều 23', status: 'verified' },
        },
      ],
    });
  });

  it('forgets nothing of an appraisal that was made before the rules were asked', () => {
    expect(given(after(underAppraisal, 'appraise')).context.appraisal).not.toHaveProperty('computed');
  });

  it('cites no article for a pending inquiry where none is known', () => {
    const { freezeCitation: _, ...uncited } = facts;
    const command = { ...ask('submit', {}, { isFrozen: true }), facts: { ...uncited, isFrozen: true } };
    const [reason] = (when(draft, command) as { readonly reasons: readonly object[] }).reasons;
    expect(reason).toMatchObject({ code: 'AWARD.FROZEN' });
    expect(reason).not.toHaveProperty('citation');
  });

  it('is open from its submission to its end, and decided while the award stands', () => {
    const states = awardWorkflow.transitions.statePaths;
    expect(states.filter((state) => !isOpenState(state)).sort()).toEqual(
      [
        ...['draft', 'withdrawn', 'ineligible', 'notRecommended', 'refused', 'refusedAbove', 'revoked'],
        ...['decided', 'presented', 'grantedAbove'],
      ].sort(),
    );
    expect(states.filter(isDecidedState)).toEqual(['decided', 'presented', 'grantedAbove']);
  });

  it('says beforehand what is possible and why not, as far as no input is needed', () => {
    const { at, by } = ask('list');
    const available = availableCommands(awardWorkflow, given(underAppraisal), { at, by, facts });
    const list = available.find(({ command }) => command === 'award.list');
    const retier = available.find(({ command }) => command === 'award.retier');
    expect(list?.reasons.map(({ code }) => code)).toEqual(['AWARD.NOT_FOUND_ELIGIBLE']);
    expect(retier).toMatchObject({ reasons: [], dependsOnInput: ['tierIsKnown', 'tierIsOther', 'tierIsLower'] });
  });

  it('has no deadline of its own', () => {
    expect(awardWorkflow.definition.deadlines(given(inReview))).toEqual([]);
  });
});
