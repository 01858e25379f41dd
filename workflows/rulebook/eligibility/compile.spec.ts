import { compileEligibility, eligibilityOf } from './compile';
import type { EligibilityAnswer } from './answer.types';
import type { Evidence } from './evidence.types';
import type { Rule } from './standard.types';
import { aCommonRule, aRulebook, aTier, evidenceOf, is, known, questionOf, ratings } from './testing/samples';

const good = is('ratedAtLeast', { rating: 'good' });
const active = is('judged', { condition: 'active' }, known('secondary', 'Điều 24'));

const answer = (rule: Rule, evidence: Partial<Evidence> = {}): EligibilityAnswer =>
  eligibilityOf(aRulebook([aTier('X', {}, rule)]), questionOf(evidenceOf(evidence)));

describe('eligibilityOf', () => {
  it('answers with the whole tree, every leaf with its finding, citation and status', () => {
    expect(answer({ all: [good, { any: [active, good] }] }, ratings({ 2024: 'good' }))).toMatchObject({
      tier: 'X',
      rulebookId: 'mau',
      regime: 'R3',
      finding: 'met',
      status: 'verified',
      standard: {
        kind: 'all',
        needed: 2,
        finding: 'met',
        parts: [
          { kind: 'condition', is: 'ratedAtLeast', with: { rating: 'good' }, finding: 'met', citation: 'Điều 1' },
          {
            kind: 'any',
            needed: 1,
            finding: 'met',
            parts: [
              { is: 'judged', finding: 'notProven', citation: 'Điều 24', status: 'secondary' },
              { is: 'ratedAtLeast', finding: 'met', status: 'verified' },
            ],
          },
        ],
      },
      common: [],
    });
  });

  it('asks for so many of several', () => {
    const two: Rule = { atLeast: 2, of: [good, active, is('judged', { condition: 'obeys' })] };
    expect(answer(two, ratings({ 2024: 'good' })).finding).toBe('notProven');
    const judgements = [{ condition: 'obeys', finding: 'met', source: { kind: 'stated', id: '1' } }] as const;
    expect(answer(two, { ...ratings({ 2024: 'good' }), judgements }).finding).toBe('met');
    expect(
      answer(two, { ...ratings({ 2024: 'completed' }), judgements: [{ ...judgements[0], finding: 'notMet' }] }).finding,
    ).toBe('notMet');
  });

  it('has the weakest status that its finding needs', () => {
    const doubtful = is('ratedAtLeast', { rating: 'good' }, known('unverified'));
    expect(answer({ all: [good, doubtful] }, ratings({ 2024: 'good' })).status).toBe('unverified');
    expect(answer({ any: [good, doubtful] }, ratings({ 2024: 'good' })).status).toBe('verified');
    expect(answer({ any: [good, doubtful] }, ratings({ 2024: 'completed' })).status).toBe('unverified');
  });

  it('proves nothing where the rulebook has no standard for the kind of subject', () => {
    const rulebook = aRulebook([aTier('X', {}, good)]);
    const asked = questionOf(evidenceOf(ratings({ 2024: 'good' })), { subjectKind: 'household' });
    expect(eligibilityOf(rulebook, asked)).toMatchObject({
      finding: 'notProven',
      status: 'unverified',
      standard: null,
    });
  });

  it('still lets a common rule stand against a tier without a standard', () => {
    const rulebook = aRulebook([], { common: [aCommonRule('freeze', is('nothingPending'))] });
    const freezes = [{ from: questionOf(evidenceOf()).on, until: null, source: { kind: 'case', id: '1' } }] as const;
    const asked = questionOf(evidenceOf({ freezes }), { tier: 'GK' });
    expect(eligibilityOf(rulebook, asked)).toMatchObject({ finding: 'notMet', status: 'verified', standard: null });
  });

  it('asks only the common rules that apply', () => {
    const common = [
      aCommonRule('all', is('nothingPending')),
      aCommonRule('merit', is('afterDiscipline'), { commendations: ['merit'] }),
      aCommonRule('people', is('afterPreviousAward'), { subjects: ['person'] }),
    ];
    const names = (commendation: string, subjectKind: 'person' | 'collective'): readonly string[] =>
      eligibilityOf(
        aRulebook([aTier('X', {}, good)], { common }),
        questionOf(evidenceOf(), { commendation, subjectKind }),
      ).common.map((each) => (each.kind === 'condition' ? each.is : ''));
    expect(names('merit', 'person')).toEqual(['nothingPending', 'afterDiscipline', 'afterPreviousAward']);
    expect(names('sudden', 'person')).toEqual(['nothingPending', 'afterPreviousAward']);
    expect(names('merit', 'collective')).toEqual(['nothingPending', 'afterDiscipline']);
  });

  it('refuses a tier that the rulebook does not have', () => {
    expect(() => eligibilityOf(aRulebook([]), questionOf(evidenceOf(), { tier: 'CU' }))).toThrow('mau has no tier CU');
  });

  it('refuses a rulebook with standards that cannot be asked', () => {
    expect(() => compileEligibility(aRulebook([aTier('X', {}, is('isGood'))]))).toThrow(RangeError);
  });
});

describe('meets', () => {
  const chain = aRulebook([
    aTier('LDTT', {}, is('ratedAtLeast', { rating: 'good' }, known('secondary'))),
    aTier('X', {}, is('meets', { tier: 'LDTT' })),
    aTier('Y', {}, is('meets', { tier: 'GK' })),
  ]);

  it('shows how the other standard was found, and rests on it', () => {
    expect(eligibilityOf(chain, questionOf(evidenceOf(ratings({ 2024: 'good' }))))).toMatchObject({
      finding: 'met',
      status: 'secondary',
      standard: { is: 'meets', finding: 'met', within: { is: 'ratedAtLeast', finding: 'met' } },
    });
    expect(eligibilityOf(chain, questionOf(evidenceOf())).finding).toBe('notProven');
    expect(eligibilityOf(chain, questionOf(evidenceOf(ratings({ 2024: 'completed' })))).finding).toBe('notMet');
  });

  it('proves nothing where the other tier has no standard', () => {
    expect(eligibilityOf(chain, questionOf(evidenceOf(), { tier: 'Y' })).standard).toMatchObject({
      finding: 'notProven',
      missing: [{ what: 'standard', about: { tier: 'GK' } }],
    });
  });
});
