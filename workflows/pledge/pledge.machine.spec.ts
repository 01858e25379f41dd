import { decide, decimal, instant, open, replay, type Decision, type Snapshot } from '../kernel';
import { pledgeWorkflow } from './pledge.machine';
import type { PledgeCommand, PledgeContext, PledgeFacts, PledgeMeasure } from './pledge.types';

const poor: PledgeMeasure = { id: 'poor', isMandatory: true, assigned: decimal('2'), direction: 'lowerIsBetter' };
const income: PledgeMeasure = { id: 'income', isMandatory: true, assigned: decimal('60'), direction: 'higherIsBetter' };
const trees: PledgeMeasure = { id: 'trees', isMandatory: false, assigned: decimal('500'), direction: 'none' };

const facts: PledgeFacts = {
  campaignIsRunning: true,
  registrationIsOpen: true,
  measures: [poor, income, trees],
  openPledgeOfUnit: false,
  unitIsInCampaign: true,
  planRevision: 1,
  personIsOfUnit: true,
  successorIsKnown: true,
  achievement: { reached: 2, exceeded: 0, missed: 0, unreported: 0 },
};

const pledged = (value: string, reason: string | null = null) => ({ value: decimal(value), reason });
const values = { poor: pledged('1.5'), income: pledged('60') };
const reason = 'commitment';

function ask(type: PledgeCommand['type'], input: object = {}, known: Partial<PledgeFacts> = {}): PledgeCommand {
  const at = instant('2024-03-31T17:00:00.000Z');
  return { type, at, by: 'user', input, facts: { ...facts, ...known } } as PledgeCommand;
}

const plan = { campaignId: 'campaign', unitId: 'ward', kind: 'registration', memberUnitIds: [], values };
const agreement = { ...plan, kind: 'agreement', memberUnitIds: ['ward', 'school'] };
const q1 = { id: 'r1', period: '2024-Q1', asOf: '2024-03-31', values: [{ measureId: 'poor', value: '1.4' }] };

const drafted = [ask('pledge.draft', plan)];
const submitted = [...drafted, ask('pledge.sign', { unitId: 'ward' }), ask('pledge.submit')];
const registered = [...submitted, ask('pledge.accept')];
const reporting = [...registered, ask('pledge.report', q1)];
const verified = [...reporting, ask('pledge.verify', { id: 'r1', values: [] })];
const returned = [...submitted, ask('pledge.return', { reason })];

const given = (history: readonly PledgeCommand[]): Snapshot<PledgeContext> =>
  replay(pledgeWorkflow, history) as Snapshot<PledgeContext>;

function when(history: readonly PledgeCommand[], command: PledgeCommand): Decision {
  return history.length === 0 ? open(pledgeWorkflow, command) : decide(pledgeWorkflow, given(history), command);
}

const codes = (decision: Decision): readonly string[] =>
  decision.outcome === 'refused' ? decision.reasons.map((refusal) => refusal.code) : [];

const stateAfter = (decision: Decision): string =>
  decision.outcome === 'accepted' ? decision.snapshot.state : `refused: ${codes(decision).join()}`;

describe('pledge@1', () => {
  it('is drafted by one unit for itself alone', () => {
    const decision = when([], ask('pledge.draft', { ...plan, memberUnitIds: ['stranger'] }));
    expect(decision).toMatchObject({
      snapshot: { state: 'draft', context: { memberUnitIds: ['ward'], valuesRevision: 1 } },
      facts: [{ type: 'pledge.drafted', data: { kind: 'registration', memberUnitIds: ['ward'] } }],
      effects: [],
    });
  });

  it('names everything that keeps a unit from pledging, not only the first', () => {
    const none = { unitIsInCampaign: false, campaignIsRunning: false, registrationIsOpen: false };
    const decision = when(
      [],
      ask(
        'pledge.draft',
        { ...agreement, memberUnitIds: ['ward', 'ward'], values: { debt: pledged('1') } },
        { ...none, openPledgeOfUnit: true },
      ),
    );
    expect(codes(decision)).toEqual([
      'PLEDGE.UNIT_NOT_IN_CAMPAIGN',
      'PLEDGE.CAMPAIGN_NOT_RUNNING',
      'PLEDGE.REGISTRATION_CLOSED',
      'PLEDGE.UNIT_HAS_PLEDGE',
      'PLEDGE.AGREEMENT_WITHOUT_MEMBERS',
      'PLEDGE.UNKNOWN_MEASURE',
    ]);
  });

  it('refuses an agreement of others without the unit that prepares it', () => {
    const decision = when([], ask('pledge.draft', { ...agreement, memberUnitIds: ['school', 'market'] }));
    expect(codes(decision)).toEqual(['PLEDGE.AGREEMENT_WITHOUT_MEMBERS']);
  });

  describe('submitting', () => {
    it('needs a value for each mandatory measure and says how many are missing', () => {
      const decision = when([ask('pledge.draft', { ...plan, values: {} })], ask('pledge.submit'));
      expect(decision).toMatchObject({
        reasons: [{ code: 'PLEDGE.VALUES_MISSING', message: { en: expect.stringContaining('still missing: 2.') } }],
      });
    });

    it('misses a value for a measure whose name every object knows', () => {
      const measures = ['constructor', '__proto__'].map((id) => ({ ...income, id }));
      const history = [ask('pledge.draft', { ...plan, values: {} }, { measures })];
      expect(codes(when(history, ask('pledge.submit', {}, { measures })))).toEqual(['PLEDGE.VALUES_MISSING']);
    });

    it.each([
      ['below an assigned value that should be high', { ...values, income: pledged('59.9') }],
      ['above an assigned value that should be low', { ...values, poor: pledged('2.1') }],
    ])('refuses a value %s without a reason, and takes it with one', (_, weak) => {
      const excused = Object.fromEntries(Object.entries(weak).map(([id, { value }]) => [id, { value, reason }]));
      expect(codes(when([ask('pledge.draft', { ...plan, values: weak })], ask('pledge.submit')))).toEqual([
        'PLEDGE.BELOW_ASSIGNED',
      ]);
      expect(stateAfter(when([ask('pledge.draft', { ...plan, values: excused })], ask('pledge.submit')))).toBe(
        'submitted',
      );
    });

    it('compares nothing where values have no better side or nothing is assigned', () => {
      const free = [poor, { ...income, assigned: null }, trees];
      const history = [
        ask('pledge.draft', { ...plan, values: { ...values, income: pledged('1'), trees: pledged('1') } }),
      ];
      expect(stateAfter(when(history, ask('pledge.submit', {}, { measures: free })))).toBe('submitted');
    });

    it('compares decimals as numbers, not as text', () => {
      const history = [ask('pledge.draft', { ...plan, values: { ...values, income: pledged('100') } })];
      expect(stateAfter(when(history, ask('pledge.submit')))).toBe('submitted');
    });

    it('is refused once registration has closed, unless the pledge was handed in in time and returned', () => {
      const late = ask('pledge.submit', {}, { registrationIsOpen: false });
      expect(codes(when(drafted, late))).toEqual(['PLEDGE.REGISTRATION_CLOSED']);
      expect(stateAfter(when(returned, late))).toBe('submitted');
    });
  });

  describe('signing', () => {
    it('makes an agreement complete only when every member has signed', () => {
      const history = [ask('pledge.draft', agreement), ask('pledge.submit'), ask('pledge.sign', { unitId: 'ward' })];
      expect(when(history, ask('pledge.accept'))).toMatchObject({
        reasons: [{ code: 'PLEDGE.NOT_ALL_SIGNED', message: { en: 'Units that still have to sign: 1.' } }],
      });
      expect(stateAfter(when([...history, ask('pledge.sign', { unitId: 'school' })], ask('pledge.accept')))).toBe(
        'registered',
      );
    });

    it('refuses a stranger and a second signature', () => {
      expect(codes(when(drafted, ask('pledge.sign', { unitId: 'stranger' })))).toEqual(['PLEDGE.SIGNER_NOT_A_MEMBER']);
      expect(codes(when(submitted, ask('pledge.sign', { unitId: 'ward' })))).toEqual(['PLEDGE.ALREADY_SIGNED']);
    });

    it('is void as soon as the values change', () => {
      const revised = [...returned, ask('pledge.revise', { values: { ...values, income: pledged('61') } })];
      expect(given(revised)).toMatchObject({
        state: 'returned',
        context: { signedUnitIds: [], valuesRevision: 2, values: { income: { value: '61' } } },
      });
      expect(codes(when([...revised, ask('pledge.submit')], ask('pledge.accept')))).toEqual(['PLEDGE.NOT_ALL_SIGNED']);
    });
  });

  it('tells the units when it is returned', () => {
    expect(when(submitted, ask('pledge.return', { reason }))).toMatchObject({
      snapshot: { state: 'returned' },
      effects: [{ job: 'notify-pledge-returned', data: { campaignId: 'campaign', memberUnitIds: ['ward'] } }],
    });
  });

  it.each([
    ['pledge.return', submitted],
    ['pledge.refuse', submitted],
    ['pledge.withdraw', drafted],
    ['pledge.discontinue', reporting],
  ] as const)('%s needs a reason', (type, history) => {
    expect(codes(when(history, ask(type, { reason: ' ' })))).toEqual(['PLEDGE.REASON_MISSING']);
    expect(stateAfter(when(history, ask(type, { reason })))).toMatch(/returned|refused|withdrawn|discontinued/);
  });

  it('is tallied from the moment it is registered, and again when it leaves', () => {
    const tally = [{ job: 'tally-campaign', data: { campaignId: 'campaign' } }];
    expect(when(submitted, ask('pledge.accept'))).toMatchObject({ effects: tally });
    expect(when(registered, ask('pledge.withdraw', { reason }))).toMatchObject({ effects: tally });
    expect(when(submitted, ask('pledge.withdraw', { reason }))).toMatchObject({ effects: [] });
  });

  it('can be withdrawn by the unit until results are reported, then only by the standing office', () => {
    const permissions = (state: string) => pledgeWorkflow.transitions.find(state, 'pledge.withdraw')?.permissions;
    expect(permissions('registered')).toEqual(['pledge.sign']);
    expect(permissions('reporting')).toEqual(['pledge.keep']);
  });

  describe('reporting', () => {
    it('begins with the first report and takes one report per period', () => {
      expect(given(reporting).state).toBe('reporting');
      expect(codes(when(reporting, ask('pledge.report', { ...q1, id: 'r2' })))).toEqual([
        'PLEDGE.PERIOD_ALREADY_REPORTED',
      ]);
    });

    it('refuses an empty report, values of a strange measure and values of a day to come', () => {
      const odd = { ...q1, asOf: '2024-04-02', values: [{ measureId: 'debt', value: '1' }] };
      expect(codes(when(registered, ask('pledge.report', odd)))).toEqual([
        'PLEDGE.UNKNOWN_MEASURE',
        'PLEDGE.REPORT_FROM_THE_FUTURE',
      ]);
      expect(codes(when(registered, ask('pledge.report', { ...q1, values: [] })))).toEqual(['PLEDGE.REPORT_EMPTY']);
    });

    it('counts up to a day that has begun in Hà Nội', () => {
      expect(stateAfter(when(registered, ask('pledge.report', { ...q1, asOf: '2024-04-01' })))).toBe('reporting');
    });

    it('verifies a report that exists, once', () => {
      expect(codes(when(reporting, ask('pledge.verify', { id: 'r9', values: [] })))).toEqual(['PLEDGE.NO_SUCH_REPORT']);
      expect(codes(when(verified, ask('pledge.verify', { id: 'r1', values: [] })))).toEqual([
        'PLEDGE.REPORT_ALREADY_VERIFIED',
      ]);
    });
  });

  it('is amended with a reason, whole, and not below the assigned values', () => {
    const amend = (changed: object, why: string) =>
      when(registered, ask('pledge.amend', { values: changed, reason: why }));
    expect(codes(amend({ poor: pledged('3') }, ''))).toEqual([
      'PLEDGE.REASON_MISSING',
      'PLEDGE.AMENDED_VALUES_MISSING',
      'PLEDGE.AMENDED_BELOW_ASSIGNED',
    ]);
    expect(amend({ ...values, income: pledged('50', reason) }, reason)).toMatchObject({
      snapshot: { state: 'registered', context: { valuesRevision: 2, signedUnitIds: ['ward'] } },
      effects: [{ job: 'tally-campaign' }],
    });
  });

  describe('concluding', () => {
    it.each([
      ['exceeded', { reached: 1, exceeded: 1, missed: 0, unreported: 0 }],
      ['fulfilled', { reached: 2, exceeded: 0, missed: 0, unreported: 0 }],
      ['missed', { reached: 0, exceeded: 1, missed: 1, unreported: 0 }],
      ['missed', { reached: 1, exceeded: 0, missed: 0, unreported: 1 }],
    ])('records %s for %j', (outcome, achievement) => {
      expect(when(verified, ask('pledge.conclude', {}, { achievement }))).toMatchObject({
        snapshot: { state: 'concluded', context: { outcome } },
        isFinal: true,
        facts: [{ type: 'pledge.concluded', data: { outcome } }],
      });
    });

    it('waits until every report is verified', () => {
      expect(codes(when(reporting, ask('pledge.conclude')))).toEqual(['PLEDGE.REPORTS_NOT_VERIFIED']);
    });

    it('misses a pledge on which nothing was ever reported', () => {
      const achievement = { reached: 0, exceeded: 0, missed: 0, unreported: 2 };
      expect(when(registered, ask('pledge.conclude', {}, { achievement }))).toMatchObject({
        snapshot: { context: { outcome: 'missed' } },
      });
    });

    it('happens only while the campaign runs', () => {
      expect(codes(when(verified, ask('pledge.conclude', {}, { campaignIsRunning: false })))).toEqual([
        'PLEDGE.CAMPAIGN_NOT_RUNNING',
      ]);
    });
  });
});
