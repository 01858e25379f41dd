import { availableCommands, decide, instant, open, replay, type Decision, type Snapshot } from '../kernel';
import { decisionWorkflow } from './decision.machine';
import { MAX_CASES } from './decision.rules';
import type { DecisionCommand, DecisionContext, DecisionFacts } from './decision.types';

const facts: DecisionFacts = {
  caseCount: 2,
  listedCount: 2,
  askedListedCount: 0,
  casesNotStanding: 0,
  casesNotReady: 0,
  tiersBeyondAuthority: [],
  numberIsTaken: false,
  lastSittingOn: null,
};
const reason = 'commitment';

function ask(type: DecisionCommand['type'], input: object = {}, known: Partial<DecisionFacts> = {}): DecisionCommand {
  const at = instant('2024-12-30T17:00:00.000Z');
  return { type, at, by: 'user', input, facts: { ...facts, ...known } } as DecisionCommand;
}

const signing = { capacity: 'deputyFor', signerUserId: 'deputy', title: 'Phó Chủ tịch', principal: 'Chủ tịch' };
const list = { authorityUnitId: 'district', campaignId: 'campaign', caseIds: ['case-1', 'case-2'] };
const number = { number: '125', symbol: 'QĐ-UBND', year: 2024 };

const drafted = [ask('decision.draft', list)];
const inSignature = [...drafted, ask('decision.sendForSignature')];
const signed = [...inSignature, ask('decision.sign', signing)];
const numbered = [...signed, ask('decision.number', number)];
const issued = [...numbered, ask('decision.issue', { issuedOn: '2024-12-31' })];
const correction = {
  ...{ reason, caseId: 'case-1', field: 'subject', shouldRead: 'commitment' },
  ...{ number: '126', symbol: 'QĐ-UBND', correctedOn: '2024-12-31' },
};
const corrected = [...issued, ask('decision.correct', correction)];

const given = (history: readonly DecisionCommand[]): Snapshot<DecisionContext> =>
  replay(decisionWorkflow, history) as Snapshot<DecisionContext>;

function when(history: readonly DecisionCommand[], command: DecisionCommand): Decision {
  return history.length === 0 ? open(decisionWorkflow, command) : decide(decisionWorkflow, given(history), command);
}

const codes = (decision: Decision): readonly string[] =>
  decision.outcome === 'refused' ? decision.reasons.map((refusal) => refusal.code) : [];

const stateAfter = (decision: Decision): string =>
  decision.outcome === 'accepted' ? decision.snapshot.state : `refused: ${codes(decision).join()}`;

describe('decision@1', () => {
  it('is drafted over a list of cases and knows only how many they are', () => {
    const decision = when([], drafted[0]!);
    expect(decision).toMatchObject({ snapshot: { state: 'drafted', context: { caseCount: 2, caseRevision: 1 } } });
    expect(JSON.stringify(decision)).not.toContain('case-1');
  });

  it('needs a case, and every case it names must exist', () => {
    expect(codes(when([], ask('decision.draft', { ...list, caseIds: [] }, { caseCount: 0 })))).toEqual([
      'DECISION.NO_CASES',
    ]);
    expect(when(drafted, ask('decision.revise', { caseIds: ['a', 'b', 'c'] }))).toMatchObject({
      reasons: [{ code: 'DECISION.UNKNOWN_CASE', message: { en: 'Chosen cases that do not exist: 1.' } }],
    });
  });

  it('holds at most 5,000 cases', () => {
    const caseIds = (count: number) => Array.from({ length: count }, (_, index) => `case-${index}`);
    const draft = (count: number) =>
      when([], ask('decision.draft', { ...list, caseIds: caseIds(count) }, { caseCount: count }));
    expect(stateAfter(draft(MAX_CASES))).toBe('drafted');
    expect(codes(draft(MAX_CASES + 1))).toEqual(['DECISION.TOO_MANY_CASES']);
  });

  it('counts a case named twice once', () => {
    const decision = when(drafted, ask('decision.revise', { caseIds: ['a', 'a'] }, { caseCount: 1 }));
    expect(decision).toMatchObject({ snapshot: { context: { caseCount: 1, caseRevision: 2 } } });
  });

  it.each([
    ['decision.sendForSignature', drafted, {}],
    ['decision.sign', inSignature, { ...signing, capacity: 'self' }],
    ['decision.issue', numbered, { issuedOn: '2024-12-31' }],
  ] as const)('%s asks again whether every case is ready and the authority may decide it', (type, history, input) => {
    const authorityCitation = { text: 'Rule 7', status: 'unverified' as const };
    const known = { casesNotReady: 1, tiersBeyondAuthority: ['tier-a', 'tier-b'], authorityCitation };
    expect(when(history, ask(type, input, known))).toMatchObject({
      reasons: [
        { code: 'DECISION.CASES_NOT_READY', message: { en: expect.stringContaining('holds: 1.') } },
        {
          code: 'DECISION.BEYOND_AUTHORITY',
          message: { en: expect.stringContaining('tier-a, tier-b') },
          citation: authorityCitation,
        },
      ],
    });
  });

  it('is added to and taken from while it is drafted, and keeps at least one case', () => {
    const ask3 = (type: DecisionCommand['type'], known: Partial<DecisionFacts>) =>
      when(drafted, ask(type, { caseIds: ['a', 'b'] }, known));
    expect(ask3('decision.addCases', { askedListedCount: 1 })).toMatchObject({
      snapshot: { context: { caseCount: 3, caseRevision: 2 } },
    });
    expect(ask3('decision.removeCases', { listedCount: 5, askedListedCount: 2 })).toMatchObject({
      snapshot: { context: { caseCount: 3, caseRevision: 2 } },
    });
    expect(codes(ask3('decision.addCases', { listedCount: MAX_CASES - 1 }))).toEqual(['DECISION.LIST_TOO_LONG']);
    expect(codes(ask3('decision.addCases', { caseCount: 1 }))).toEqual(['DECISION.UNKNOWN_CASE']);
    expect(codes(ask3('decision.removeCases', { listedCount: 1, askedListedCount: 1 }))).toEqual([
      'DECISION.NOT_ON_THE_LIST',
      'DECISION.LIST_WOULD_BE_EMPTY',
    ]);
    expect(codes(when(inSignature, ask('decision.addCases', list)))).toEqual(['DECISION.NOT_IN_STATE']);
  });

  it.each(['onBehalf', 'deputyFor', 'byOrder', 'byAuthority'])('signed %s says for whom', (capacity) => {
    const sign = ask('decision.sign', { ...signing, capacity, principal: null });
    expect(codes(when(inSignature, sign))).toEqual(['DECISION.PRINCIPAL_MISSING']);
  });

  it('signed by the head stands for nobody else', () => {
    const sign = ask('decision.sign', { ...signing, capacity: 'self', title: 'Chủ tịch' });
    expect(when(inSignature, sign)).toMatchObject({
      snapshot: { context: { signing: { capacity: 'self', title: 'Chủ tịch', principal: null } } },
    });
  });

  it('records who signed, and forgets it when the paper goes back', () => {
    expect(given(signed).context.signing).toEqual(signing);
    const back = given([...signed, ask('decision.return', { reason })]);
    expect(back).toMatchObject({ state: 'drafted', context: { signing: null } });
  });

  it('is numbered once, with a number no other paper has', () => {
    expect(codes(when(signed, ask('decision.number', number, { numberIsTaken: true })))).toEqual([
      'DECISION.NUMBER_TAKEN',
    ]);
    expect(when(numbered, ask('decision.number', number))).toMatchObject({
      reasons: [{ code: 'DECISION.ALREADY_NUMBERED', message: { vi: 'Quyết định đã được cấp số 125/QĐ-UBND.' } }],
    });
  });

  it('keeps its number when it goes back after numbering', () => {
    expect(given([...numbered, ask('decision.return', { reason })]).context.number).toEqual(number);
  });

  it('is issued only with a number, not ahead of time, in the year of the number', () => {
    const issue = (history: readonly DecisionCommand[], issuedOn: string) =>
      when(history, ask('decision.issue', { issuedOn }));
    expect(codes(issue(signed, '2024-12-31'))).toEqual(['DECISION.NOT_NUMBERED']);
    expect(codes(issue(numbered, '2025-01-01'))).toEqual([
      'DECISION.ISSUED_IN_THE_FUTURE',
      'DECISION.ISSUED_IN_ANOTHER_YEAR',
    ]);
    expect(codes(issue(numbered, '2023-12-31'))).toEqual([
      'DECISION.ISSUED_IN_ANOTHER_YEAR',
      'DECISION.ISSUED_BEFORE_SIGNATURE',
    ]);
  });

  it('is issued neither before it was signed nor before the last sitting whose results it decides', () => {
    const issue = (issuedOn: string, lastSittingOn: string | null = null) =>
      when(numbered, ask('decision.issue', { issuedOn }, { lastSittingOn } as Partial<DecisionFacts>));
    // Signed at midnight of 31 December in Vietnam.
    expect(codes(issue('2024-12-30'))).toEqual(['DECISION.ISSUED_BEFORE_SIGNATURE']);
    expect(codes(issue('2024-12-31', '2025-01-01'))).toEqual(['DECISION.ISSUED_BEFORE_SITTING']);
    expect(issue('2024-12-30', '2024-12-31')).toMatchObject({
      reasons: [
        { message: { en: expect.stringContaining('2024-12-31') } },
        { message: { vi: expect.stringContaining('2024-12-31') } },
      ],
    });
    expect(stateAfter(issue('2024-12-31', '2024-12-31'))).toBe('issued');
  });

  it('may be recorded as signed on an earlier day, from which it may be issued, and on no later one', () => {
    const sign = (signedOn: string): Parameters<typeof when>[1] =>
      ask('decision.sign', { signerUserId: 'chair', capacity: 'self', title: 'Chủ tịch', principal: null, signedOn });
    const before = signed.slice(0, -1);
    expect(codes(when(before, sign('2025-01-01')))).toEqual(['DECISION.SIGNED_IN_THE_FUTURE']);
    expect(given([...before, sign('2024-12-28')]).context.signedOn).toBe('2024-12-28');
    expect(stateAfter(when(before, sign('2024-12-31')))).toBe('signed');
  });

  it('forgets the day of a signature that was taken back', () => {
    expect(given(signed).context.signedOn).toBe('2024-12-31');
    expect(given([...signed, ask('decision.return', { reason })]).context.signedOn).toBeNull();
  });

  it('says before it is sent what only the input can answer', () => {
    const now = { at: instant('2024-12-31T00:00:00.000Z'), by: 'user', facts };
    const issue = availableCommands(decisionWorkflow, given(numbered), now).find(
      ({ command }) => command === 'decision.issue',
    );
    expect(issue).toMatchObject({
      reasons: [],
      dependsOnInput: [
        'issueDayIsNotInTheFuture',
        'issueDayIsInTheYearOfTheNumber',
        'issueDayFollowsSignature',
        'issueDayFollowsSittings',
      ],
    });
  });

  it('decides its cases when it is issued', () => {
    expect(when(numbered, issued.at(-1)!)).toMatchObject({
      snapshot: { state: 'issued', context: { issuedOn: '2024-12-31' } },
      effects: [{ job: 'decide-cases', data: { number, issuedOn: '2024-12-31', caseRevision: 1 } }],
    });
  });

  it('is corrected any number of times', () => {
    const decision = when(corrected, ask('decision.correct', { ...correction, caseId: 'case-2' }));
    expect(decision).toMatchObject({
      snapshot: { state: 'corrected', context: { correctionCount: 2 } },
      effects: [{ job: 'announce-correction', data: { lastCorrection: { caseId: 'case-2', field: 'subject' } } }],
    });
  });

  it('is corrected by a paper with a number of its own, not ahead of time and not before it was issued', () => {
    const correct = (input: object, known: Partial<DecisionFacts> = {}) =>
      codes(when(issued, ask('decision.correct', { ...correction, ...input }, known)));
    expect(correct({}, { numberIsTaken: true })).toEqual(['DECISION.NUMBER_TAKEN']);
    expect(correct({ correctedOn: '2025-01-01' })).toEqual(['DECISION.CORRECTED_IN_THE_FUTURE']);
    expect(correct({ correctedOn: '2024-12-30' })).toEqual(['DECISION.CORRECTED_BEFORE_ISSUE']);
  });

  it('takes back some of its cases and stands for the others', () => {
    const revoke = ask('decision.revokeCases', { caseIds: ['case-1'], reason });
    expect(when(corrected, revoke)).toMatchObject({
      snapshot: { state: 'corrected', context: { revocationCount: 1 } },
      effects: [{ job: 'revoke-some-cases', data: { revocationCount: 1 } }],
    });
    const again = ask('decision.revokeCases', { caseIds: ['case-1'], reason }, { casesNotStanding: 1 });
    expect(codes(when([...issued, revoke], again))).toEqual(['DECISION.CASE_NOT_STANDING']);
  });

  it.each([
    ['issued', issued],
    ['corrected', corrected],
  ])('takes its cases back when it is revoked, once %s', (_, history) => {
    expect(when(history, ask('decision.revoke', { reason }))).toMatchObject({
      snapshot: { state: 'revoked' },
      isFinal: true,
      effects: [{ job: 'revoke-cases' }],
    });
  });

  it('is dropped at any time before it is issued, and never after', () => {
    const drop = ask('decision.cancelDraft', { reason });
    expect([drafted, inSignature, signed, numbered].map((history) => stateAfter(when(history, drop)))).toEqual(
      Array.from({ length: 4 }, () => 'cancelled'),
    );
    expect(codes(when(issued, drop))).toEqual(['DECISION.NOT_IN_STATE']);
  });

  it.each([
    ['decision.return', inSignature],
    ['decision.cancelDraft', drafted],
    ['decision.correct', issued],
    ['decision.revoke', issued],
    ['decision.revokeCases', issued],
  ] as const)('%s needs a reason', (type, history) => {
    expect(codes(when(history, ask(type, { ...list, ...correction, reason: '' })))).toEqual([
      'DECISION.REASON_MISSING',
    ]);
  });
});
