import { awardWorkflow } from './award.machine';
import {
  after,
  ask,
  given,
  plain,
  reached,
  stateAfter,
  untilAppraisal,
  upward,
  when,
  type History,
} from './testing/award-histories';

const resultsOfReview = { decline: 'notRecommended' };

/** Every way out of every state, and where it leads. */
const ways: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  draft: { revise: 'draft', submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { takeBack: 'draft', receive: 'received', return: 'returned', withdraw: 'withdrawn' },
  returned: { revise: 'returned', submit: 'submitted', withdraw: 'withdrawn' },
  received: { assign: 'underAppraisal', return: 'returned', hold: 'onHold.received', withdraw: 'withdrawn' },
  underAppraisal: {
    assign: 'underAppraisal',
    appraise: 'underAppraisal',
    rejectAsIneligible: 'ineligible',
    list: 'listed',
    recommendWithoutCouncil: 'recommended',
    return: 'returned',
    retier: 'underAppraisal',
    hold: 'onHold.underAppraisal',
    withdraw: 'withdrawn',
  },
  ineligible: { reopen: 'underAppraisal' },
  listed: { startReview: 'inReview', retier: 'underAppraisal', hold: 'onHold.listed', withdraw: 'withdrawn' },
  inReview: { ...resultsOfReview, returnToList: 'listed', recommend: 'recommended', hold: 'onHold.inReview' },
  recommended: {
    decide: 'decided',
    refuse: 'refused',
    sendUp: 'sentUp',
    retier: 'underAppraisal',
    hold: 'onHold.recommended',
    withdraw: 'withdrawn',
  },
  notRecommended: { reopen: 'underAppraisal', retier: 'underAppraisal' },
  'onHold.received': { release: 'received', withdraw: 'withdrawn' },
  'onHold.underAppraisal': { release: 'underAppraisal', withdraw: 'withdrawn' },
  'onHold.listed': { release: 'listed', withdraw: 'withdrawn' },
  'onHold.inReview': {
    ...resultsOfReview,
    release: 'inReview',
    returnToList: 'onHold.listed',
    recommend: 'onHold.recommended',
  },
  'onHold.recommended': { release: 'recommended', withdraw: 'withdrawn' },
  decided: { present: 'presented', pay: 'decided', revoke: 'revoked' },
  presented: { pay: 'presented', revoke: 'revoked' },
  refused: { reopen: 'underAppraisal' },
  sentUp: {
    recordGrantedAbove: 'grantedAbove',
    recordRefusedAbove: 'refusedAbove',
    recordReturnedFromAbove: 'returnedFromAbove',
  },
  grantedAbove: { present: 'presented', pay: 'grantedAbove', revoke: 'revoked' },
  refusedAbove: {},
  returnedFromAbove: { sendUp: 'sentUp', retier: 'underAppraisal', withdraw: 'withdrawn' },
  withdrawn: {},
  revoked: {},
};

/** Where the usual history of the state is not one from which the command may be accepted. */
const historyFor: Readonly<Record<string, History>> = {
  'underAppraisal rejectAsIneligible': [
    ...reached.underAppraisal,
    ask('appraise', { finding: 'notMet', eligible: false }),
  ],
  'underAppraisal list': after(reached.underAppraisal, 'appraise'),
  'underAppraisal recommendWithoutCouncil': after(untilAppraisal(plain), 'appraise'),
  'recommended sendUp': after(untilAppraisal(upward), 'appraise', 'list', 'startReview', 'recommend'),
};

const historyOf = (state: string): History => (reached as Readonly<Record<string, History>>)[state] ?? [];

const everyWay = Object.entries(ways).flatMap(([state, out]) =>
  Object.entries(out).map(([name, target]) => [state, name, target] as const),
);

describe('the table of award@1', () => {
  it.each(Object.entries(reached))('reaches %s', (state, history) => {
    expect(given(history).state).toBe(state);
  });

  it('has no other state', () => {
    expect(Object.keys(reached).sort()).toEqual([...awardWorkflow.transitions.statePaths].sort());
  });

  it.each(everyWay)('goes from %s by %s to %s', (state, name, target) => {
    const history = historyFor[`${state} ${name}`] ?? historyOf(state);
    expect(given(history).state).toBe(state);
    expect(stateAfter(when(history, ask(name)))).toBe(target);
  });

  it('has no other way', () => {
    const table = awardWorkflow.transitions.all().map(({ from, command }) => `${from} ${command}`);
    // A refined state inherits nothing here, so the index names each way by the state it leaves.
    expect(table.sort()).toEqual(everyWay.map(([state, name]) => `${state} award.${name}`).sort());
  });

  it('replays to the same snapshot after its history went through JSON', () => {
    for (const history of Object.values(reached)) {
      expect(given(JSON.parse(JSON.stringify(history)) as History)).toEqual(given(history));
    }
  });
});
