import { decide, instant, localDate, open, replay, type Decision, type Snapshot } from '../kernel';
import { campaignWorkflow } from './campaign.machine';
import type { CampaignCommand, CampaignContext, CampaignFacts, PlanInput } from './campaign.types';

const facts: CampaignFacts = {
  openPledgeCount: 0,
  openCaseCount: 0,
  decidedCaseCount: 0,
  release: 'release-1',
  unknownUnitIds: [],
  codeIsTaken: false,
  repeatedCodes: [],
  faultyMeasures: [],
  strayAllocations: [],
  strayGroups: [],
  strayOffices: [],
  parent: 'none',
  parentDepth: 0,
  strayUnitIds: [],
  workflowIds: ['pledge@1', 'review@1', 'award@1', 'decision@1'],
};

const plan: PlanInput = {
  kind: 'regular',
  periodType: 'calendarYear',
  startsOn: localDate('2024-01-01'),
  endsOn: localDate('2024-12-31'),
  issuerIds: ['issuer'],
  unitIds: ['ward-1', 'ward-2'],
  rounds: [],
  indicators: [{ measures: [{}] }],
};

function ask(
  type: CampaignCommand['type'],
  input: object = {},
  more: { at?: string; facts?: Partial<CampaignFacts> } = {},
): CampaignCommand {
  const at = instant(more.at ?? '2024-01-19T07:00:00.000Z');
  return { type, at, by: 'user', input, facts: { ...facts, ...more.facts } } as CampaignCommand;
}

const draft = ask('campaign.draft', plan);
const untilUnderway: readonly CampaignCommand[] = [
  draft,
  ask('campaign.submit'),
  ask('campaign.approve', { number: '01', symbol: 'KH-UBND', approvedOn: '2024-01-19' }),
  ask('campaign.launch'),
];
const untilCollecting = [...untilUnderway, ask('campaign.openAwardCycle', { id: 'c1', dossiersDueOn: '2024-11-30' })];

function given(commands: readonly CampaignCommand[]): Snapshot<CampaignContext> {
  return replay(campaignWorkflow, commands) as Snapshot<CampaignContext>;
}

function when(history: readonly CampaignCommand[], command: CampaignCommand): Decision {
  return history.length === 0 ? open(campaignWorkflow, command) : decide(campaignWorkflow, given(history), command);
}

function codes(decision: Decision): readonly string[] {
  return decision.outcome === 'refused' ? decision.reasons.map((reason) => reason.code) : [];
}

function stateAfter(decision: Decision): string {
  return decision.outcome === 'accepted' ? decision.snapshot.state : `refused: ${codes(decision).join()}`;
}

describe('campaign@1', () => {
  it('is drafted with its plan', () => {
    const decision = when([], draft);
    expect(stateAfter(decision)).toBe('draft');
    expect(decision).toMatchObject({ facts: [{ type: 'campaign.drafted' }], effects: [] });
  });

  it('names every fault of a plan, not only the first', () => {
    const broken = { ...plan, startsOn: '2025-01-01', issuerIds: [], indicators: [{ measures: [] }] };
    expect(codes(when([], ask('campaign.draft', broken)))).toEqual([
      'CAMPAIGN.PERIOD_OUT_OF_ORDER',
      'CAMPAIGN.NO_ISSUER',
      'CAMPAIGN.INDICATOR_WITHOUT_MEASURE',
    ]);
  });

  it('refuses a plan with more measures than a unit can answer in one pledge', () => {
    const measures = (count: number): object => ({ ...plan, indicators: [{ measures: Array(count).fill({}) }] });
    expect(stateAfter(when([], ask('campaign.draft', measures(500))))).toBe('draft');
    expect(codes(when([], ask('campaign.draft', measures(501))))).toEqual(['CAMPAIGN.TOO_MANY_MEASURES']);
  });

  it('refuses a plan whose codes, measures or allocations do not fit together, and names them', () => {
    const faults = { repeatedCodes: ['1'], faultyMeasures: ['2'], strayAllocations: ['3'] };
    const decision = when([], ask('campaign.draft', plan, { facts: faults }));
    expect(codes(decision)).toEqual([
      'CAMPAIGN.CODE_REPEATED',
      'CAMPAIGN.MEASURE_FAULTY',
      'CAMPAIGN.ALLOCATION_ASTRAY',
    ]);
    expect(decision).toMatchObject({
      reasons: ['1', '2', '3'].map((code) => ({ message: { en: expect.stringContaining(code) } })),
    });
  });

  it('pins the rulebook release and the workflow versions at launch and tells the units', () => {
    const decision = when(untilUnderway.slice(0, 3), ask('campaign.launch'));
    expect(decision).toMatchObject({
      snapshot: { state: 'underway', context: { rulebookRelease: 'release-1', workflowIds: facts.workflowIds } },
      effects: [{ job: 'announce-campaign' }],
    });
  });

  it('refuses to launch without a rulebook for the period', () => {
    const decision = when(untilUnderway.slice(0, 3), ask('campaign.launch', {}, { facts: { release: null } }));
    expect(codes(decision)).toEqual(['CAMPAIGN.NO_RULEBOOK']);
  });

  it('refuses a command that does not fit the state and says the state', () => {
    const decision = when([draft], ask('campaign.launch'));
    expect(codes(decision)).toEqual(['CAMPAIGN.NOT_IN_STATE']);
    expect(decision).toMatchObject({ reasons: [{ message: { vi: expect.stringContaining('Dự thảo kế hoạch') } }] });
  });

  it('has a deadline for the registration only while it is open', () => {
    const opened = given([...untilUnderway, ask('campaign.openRegistration', { closesOn: '2024-02-15' })]);
    expect(campaignWorkflow.definition.deadlines(opened).map((deadline) => deadline.key)).toEqual([
      'registrationCloses',
      'periodEnds',
    ]);
    const closed = given([
      ...untilUnderway,
      ask('campaign.openRegistration', { closesOn: '2024-02-15' }),
      ask('campaign.closeRegistration'),
    ]);
    expect(campaignWorkflow.definition.deadlines(closed).map((deadline) => deadline.key)).toEqual(['periodEnds']);
  });

  it('admits a closing day until it ends in Hà Nội, and not a moment longer', () => {
    const open = (at: string) =>
      when(untilUnderway, ask('campaign.openRegistration', { closesOn: '2024-02-15' }, { at }));
    expect(stateAfter(open('2024-02-15T16:59:59.999Z'))).toBe('underway');
    expect(codes(open('2024-02-15T17:00:00.000Z'))).toEqual(['CAMPAIGN.CLOSING_DAY_PAST']);
  });

  it.each(['underway', 'collecting', 'awarding'])('resumes in %s when it was suspended there', (state) => {
    const history = {
      underway: untilUnderway,
      collecting: untilCollecting,
      awarding: [...untilCollecting, ask('campaign.startAwarding')],
    }[state] as readonly CampaignCommand[];
    const suspended = [...history, ask('campaign.suspend', { reason: 'commitment' })];
    expect(given(suspended).state).toBe(`suspended.${state}`);
    expect(campaignWorkflow.definition.deadlines(given(suspended))).toEqual([]);
    expect(stateAfter(when(suspended, ask('campaign.resume')))).toBe(state);
  });

  it('moves a deadline only to a later day and only with a reason', () => {
    const opened = [...untilUnderway, ask('campaign.openRegistration', { closesOn: '2024-02-15' })];
    const extend = (dueOn: string, reason: string) =>
      when(opened, ask('campaign.extend', { deadline: { of: 'registration' }, dueOn, reason }));
    expect(codes(extend('2024-02-10', ''))).toEqual(['CAMPAIGN.REASON_MISSING', 'CAMPAIGN.NOT_AN_EXTENSION']);
    expect(extend('2024-02-20', 'commitment')).toMatchObject({
      snapshot: { context: { registration: { closesOn: '2024-02-20' } } },
    });
  });

  it('does not move the day of a registration that is closed', () => {
    const closed = [
      ...untilUnderway,
      ask('campaign.openRegistration', { closesOn: '2024-02-15' }),
      ask('campaign.closeRegistration'),
    ];
    const extension = { deadline: { of: 'registration' }, dueOn: '2024-02-20', reason: 'commitment' };
    expect(codes(when(closed, ask('campaign.extend', extension)))).toEqual(['CAMPAIGN.NO_SUCH_DEADLINE']);
  });

  it('records an interim review from the day on which it is held', () => {
    const held = (at: string) => when(untilUnderway, ask('campaign.interimReview', { heldOn: '2024-06-28' }, { at }));
    expect(codes(held('2024-06-27T16:59:59.999Z'))).toEqual(['CAMPAIGN.REVIEW_NOT_HELD_YET']);
    expect(held('2024-06-27T17:00:00.000Z')).toMatchObject({
      snapshot: { context: { interimReviewDates: ['2024-06-28'] } },
    });
  });

  it('opens an award cycle once', () => {
    const again = ask('campaign.openAwardCycle', { id: 'c1', dossiersDueOn: '2024-12-15' });
    expect(codes(when(untilCollecting, again))).toEqual(['CAMPAIGN.CYCLE_OPEN_ALREADY']);
  });

  it('is closed for registration by the system after the last day alone, and by hand at any time', () => {
    const opened = [...untilUnderway, ask('campaign.openRegistration', { closesOn: '2024-03-15' })];
    const close = (at: string, by: string): Decision =>
      when(opened, { ...ask('campaign.closeRegistration', {}, { at }), by });
    expect(codes(close('2024-03-15T16:59:59.999Z', 'system'))).toEqual(['CAMPAIGN.REGISTRATION_NOT_OVER']);
    expect(stateAfter(close('2024-03-15T17:00:00.000Z', 'system'))).toBe('underway');
    expect(stateAfter(close('2024-03-01T02:00:00.000Z', 'user'))).toBe('underway');
    const extended = ask(
      'campaign.extend',
      {
        ...{ reason: 'commitment', deadline: { of: 'registration' }, dueOn: '2024-03-20' },
      },
      { at: '2024-03-15T17:00:01.000Z' },
    );
    const late = { ...ask('campaign.closeRegistration', {}, { at: '2024-03-15T17:00:02.000Z' }), by: 'system' };
    expect(codes(when([...opened, extended], late))).toEqual(['CAMPAIGN.REGISTRATION_NOT_OVER']);
  });

  it('tells award cycles apart by their last day', () => {
    const second = (dossiersDueOn: string): CampaignCommand =>
      ask('campaign.openAwardCycle', { id: 'c2', dossiersDueOn });
    expect(codes(when(untilCollecting, second('2024-11-30')))).toEqual(['CAMPAIGN.CYCLE_DAY_TAKEN']);
    const both = [...untilCollecting, second('2024-12-15')];
    const extendTo = (dueOn: string): CampaignCommand =>
      ask('campaign.extend', { reason: 'commitment', deadline: { of: 'awardCycle', id: 'c1' }, dueOn });
    expect(codes(when(both, extendTo('2024-12-15')))).toEqual(['CAMPAIGN.CYCLE_DAY_TAKEN']);
    expect(stateAfter(when(both, extendTo('2024-12-16')))).toBe('collecting');
    const period = ask('campaign.extend', { reason: 'commitment', deadline: { of: 'period' }, dueOn: '2025-01-31' });
    expect(stateAfter(when(both, period))).toBe('collecting');
  });

  it('does not conclude while a pledge or a case is open', () => {
    const decision = when(
      untilUnderway,
      ask('campaign.conclude', {}, { facts: { openPledgeCount: 2, openCaseCount: 1 } }),
    );
    expect(codes(decision)).toEqual(['CAMPAIGN.PLEDGES_OPEN', 'CAMPAIGN.CASES_OPEN']);
  });

  it('is never cancelled once something is decided', () => {
    const decision = when(
      untilCollecting,
      ask('campaign.cancel', { reason: 'commitment' }, { facts: { decidedCaseCount: 3 } }),
    );
    expect(codes(decision)).toEqual(['CAMPAIGN.AWARDS_DECIDED']);
  });

  it('opens another award cycle while awarding', () => {
    const awarding = [...untilCollecting, ask('campaign.startAwarding')];
    expect(stateAfter(when(awarding, ask('campaign.openAwardCycle', { id: 'c2', dossiersDueOn: '2024-12-15' })))).toBe(
      'collecting',
    );
  });
});
