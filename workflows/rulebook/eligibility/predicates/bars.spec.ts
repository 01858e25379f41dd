import { localDate } from '../../../kernel';
import type { EligibilityAnswer, EligibilityQuestion, Finding } from '../answer.types';
import { compileEligibility } from '../compile';
import type { Evidence, FreezeEvidence } from '../evidence.types';
import {
  aCommonRule,
  ask,
  aRulebook,
  aSource,
  aTier,
  award,
  COMPLETE,
  discipline,
  evidenceOf,
  is,
  questionOf,
} from '../testing/samples';

type Row = readonly [string, Partial<Evidence>, Finding];

describe('nothingPending', () => {
  const freeze = (from: string, until: string | null): FreezeEvidence => ({
    from: localDate(from),
    until: until === null ? null : localDate(until),
    source: aSource('register'),
  });

  it.each<Row>([
    ['nothing', {}, 'met'],
    ['something that goes on', { freezes: [freeze('2024-05-01', null)] }, 'notMet'],
    ['something that ended the day before', { freezes: [freeze('2024-05-01', '2025-01-19')] }, 'met'],
    ['something that ends today', { freezes: [freeze('2024-05-01', '2025-01-20')] }, 'notMet'],
    ['something that begins today', { freezes: [freeze('2025-01-20', null)] }, 'notMet'],
    ['something that begins tomorrow', { freezes: [freeze('2025-01-21', null)] }, 'met'],
  ])('with %s', (_, evidence, finding) => {
    expect(ask(['nothingPending'], evidence).finding).toBe(finding);
  });
});

describe('afterDiscipline', () => {
  it.each<Row>([
    ['no measure', {}, 'met'],
    ['one that ended the day before', { disciplines: [discipline('reprimand', '2023-10-01', '2023-12-31')] }, 'met'],
    [
      'one that ended on the first day',
      { disciplines: [discipline('reprimand', '2023-10-01', '2024-01-01')] },
      'notMet',
    ],
    ['one within', { disciplines: [discipline('reprimand', '2024-03-01', '2024-06-01')] }, 'notMet'],
    ['one after the achievement', { disciplines: [discipline('reprimand', '2025-01-02', null)] }, 'notMet'],
    ['one before whose end nobody knows', { disciplines: [discipline('reprimand', '2022-03-01', null)] }, 'notProven'],
    ['one after the proposal', { disciplines: [discipline('reprimand', '2025-02-02', null)] }, 'met'],
  ])('with %s', (_, evidence, finding) => {
    expect(ask(['afterDiscipline'], evidence).finding).toBe(finding);
  });
});

describe('achievementRewardedOnce', () => {
  const of = (tier: string): Pick<Evidence, 'awards'> => ({ awards: [award(tier, 2024, { achievementId: 'tt-1' })] });
  const findingOf = (
    tier: string,
    evidence: Partial<Evidence>,
    changes: Partial<EligibilityQuestion> = {},
  ): Finding => {
    const rulebook = aRulebook([], { common: [aCommonRule('once', is('achievementRewardedOnce'))] });
    const asked = questionOf(evidenceOf(evidence), { tier, achievementId: 'tt-1', ...changes });
    return compileEligibility(rulebook)(asked).common[0]!.finding;
  };

  it.each<readonly [string, string, Partial<Evidence>, Finding]>([
    ['a form after a form', 'BK_TINH', of('GK'), 'notMet'],
    ['a form after a title', 'BK_TINH', of('LDTT'), 'met'],
    ['a form after something unknown here', 'BK_TINH', of('CU'), 'notProven'],
    ['a title after another title', 'CSTDCS', of('LDTT'), 'met'],
    ['the same title', 'CSTDCS', of('CSTDCS'), 'notMet'],
    ['a form for another achievement', 'BK_TINH', { awards: [award('GK', 2024, { achievementId: 'tt-2' })] }, 'met'],
    ['a form with awards from outside', 'BK_TINH', { awards: [award('GK', 2024)] }, 'met'],
  ])('%s', (_, tier, evidence, finding) => {
    expect(findingOf(tier, evidence)).toBe(finding);
  });

  it('does not stand against what the case itself won, nor against an achievement without a name', () => {
    const own = { awards: [award('GK', 2024, { achievementId: 'tt-1', source: { kind: 'case', id: 'vu-1' } })] };
    expect(findingOf('GK', own, { caseId: 'vu-1' })).toBe('met');
    expect(findingOf('GK', own, { caseId: 'vu-2' })).toBe('notMet');
    expect(findingOf('BK_TINH', of('GK'), { achievementId: null })).toBe('met');
  });
});

describe('afterPreviousAward', () => {
  const form = (evidence: Partial<Evidence>): Finding => {
    const rulebook = aRulebook([], { common: [aCommonRule('next', is('afterPreviousAward'))] });
    return compileEligibility(rulebook)(questionOf(evidenceOf(evidence), { tier: 'BK_TINH' })).common[0]!.finding;
  };

  it.each<Row>([
    ['no award', {}, 'met'],
    ['a period that ended the day before', { awards: [award('BK_TINH', 2023)] }, 'met'],
    [
      'a period that ended on the first day',
      { awards: [award('BK_TINH', 2023, { achievedTo: localDate('2024-01-01') })] },
      'notMet',
    ],
    [
      'an earlier period that was decided within',
      { awards: [award('BK_TINH', 2022, { decidedOn: localDate('2024-06-01') })] },
      'met',
    ],
    [
      'no period, decided the day before',
      {
        awards: [award('BK_TINH', 2023, { achievedFrom: null, achievedTo: null, decidedOn: localDate('2023-12-31') })],
      },
      'met',
    ],
    [
      'no period, decided on the first day',
      {
        awards: [award('BK_TINH', 2023, { achievedFrom: null, achievedTo: null, decidedOn: localDate('2024-01-01') })],
      },
      'notMet',
    ],
    ['another tier', { awards: [award('GK', 2024)] }, 'met'],
    ['a sudden feat in the same year', { awards: [award('BK_TINH', 2024, { commendation: 'sudden' })] }, 'met'],
    [
      'a commendation that nobody wrote down',
      { awards: [award('BK_TINH', 2024, { commendation: null })] },
      'notProven',
    ],
  ])('with %s', (_, evidence, finding) => {
    expect(form(evidence)).toBe(finding);
  });
});

describe('restsOnNoAwardFor', () => {
  const rulebook = aRulebook([aTier('X', {}, is('holds', { tier: 'BK_TINH' }))], {
    common: [
      aCommonRule('meritAlone', is('restsOnNoAwardFor', { commendations: ['sudden', 'thematic'] }), {
        commendations: ['merit'],
      }),
    ],
  });
  const askFor = (commendation: string, byWhich: string | null): EligibilityAnswer =>
    compileEligibility(rulebook)(
      questionOf(evidenceOf({ awards: [award('BK_TINH', 2020, { commendation: byWhich })], ...COMPLETE }), {
        commendation,
      }),
    );

  it('takes sudden feats out of merit, and of merit only', () => {
    expect(askFor('merit', 'merit').finding).toBe('met');
    expect(askFor('merit', 'sudden').finding).toBe('notMet');
    expect(askFor('sudden', 'sudden').finding).toBe('met');
  });

  it('does not guess the kind of a form that nobody wrote down', () => {
    expect(askFor('merit', null).finding).toBe('notProven');
  });

  it('shows what it took out', () => {
    expect(askFor('merit', 'sudden').common).toMatchObject([{ finding: 'met', used: [{ says: { tier: 'BK_TINH' } }] }]);
    expect(askFor('merit', 'merit').common).toMatchObject([{ finding: 'met', used: [] }]);
  });
});

describe('dossierNotOlderThan', () => {
  const findingOf = (tier: string, dossierOn: string | null): Finding => {
    const rule = is('dossierNotOlderThan', { months: 6, levels: ['state'] });
    const rulebook = aRulebook([], { common: [aCommonRule('fresh', rule)] });
    const day = dossierOn === null ? null : localDate(dossierOn);
    return compileEligibility(rulebook)(questionOf(evidenceOf(), { tier, dossierOn: day })).common[0]!.finding;
  };

  it.each<readonly [string, string, string | null, Finding]>([
    ['six months to the day', 'BK_TTG', '2024-07-20', 'met'],
    ['a day more', 'BK_TTG', '2024-07-19', 'notMet'],
    ['no dossier yet', 'BK_TTG', null, 'met'],
    ['a tier of another level', 'BK_TINH', '2020-01-01', 'met'],
  ])('with %s', (_, tier, dossierOn, finding) => {
    expect(findingOf(tier, dossierOn)).toBe(finding);
  });
});
