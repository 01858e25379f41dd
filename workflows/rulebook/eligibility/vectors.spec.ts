import { localDate } from '../../kernel';
import type { Finding } from './answer.types';
import type { Evidence, JudgementEvidence } from './evidence.types';
import { award, aSource, COMPLETE, discipline, initiative, members, ratings } from './testing/samples';
import { findingOf, R1, R3, R4 } from './testing/vector-rulebooks';

const judged = (condition: string): JudgementEvidence => ({ condition, finding: 'met', source: aSource('stated') });
const judgements = [judged('active')];
const person: Partial<Evidence> = { ...COMPLETE, judgements, employedFrom: localDate('2015-01-01') };
const collective = { subjectKind: 'collective' } as const;
const titles = (tier: string, ...years: number[]): readonly ReturnType<typeof award>[] =>
  years.map((year) => award(tier, year));

describe('LĐTT', () => {
  it('NĐ 91/2017, Điều 10: given nine months at work, then not under R1, and under R3 all the same', () => {
    const recruit = {
      ...person,
      ...ratings({ 2024: 'good' }),
      employedFrom: localDate('2024-03-02'),
      judgements: [judged('active'), judged('registered')],
    };
    expect([findingOf(R1, 'LDTT', recruit), findingOf(R3, 'LDTT', recruit)]).toEqual(['notMet', 'met']);
  });

  it('Luật 06/2022/QH15, Điều 24 khoản 1: given a rating below good, then not', () => {
    expect(findingOf(R3, 'LDTT', { ...person, ...ratings({ 2024: 'completed' }) })).toBe('notMet');
  });

  it('trap 11, Luật 15/2003/QH11, Điều 10: given no registration, then R1 is not proven, and R3 does not ask', () => {
    const unregistered = { ...person, ...ratings({ 2024: 'good' }) };
    expect([findingOf(R1, 'LDTT', unregistered), findingOf(R3, 'LDTT', unregistered)]).toEqual(['notProven', 'met']);
  });
});

describe('CSTĐCS', () => {
  const cases: readonly [string, Partial<Evidence>, readonly Finding[]][] = [
    ['an excellent rating and no initiative', ratings({ 2024: 'excellent' }), ['notMet', 'met', 'notMet']],
    [
      'an initiative and a good rating',
      { ...ratings({ 2024: 'good' }), initiatives: [initiative('2024-05-01')] },
      ['met', 'met', 'notMet'],
    ],
    ['both', { ...ratings({ 2024: 'excellent' }), initiatives: [initiative('2024-05-01')] }, ['met', 'met', 'met']],
    ['neither', ratings({ 2024: 'good' }), ['notMet', 'notMet', 'notMet']],
  ];

  it.each(cases)(
    'trap 8, NĐ 91/2017 Điều 9 khoản 3; Luật 06/2022/QH15 Điều 23; dự thảo Điều 23: given %s',
    (_, evidence, findings) => {
      const known = { ...person, ...evidence, awards: titles('LDTT', 2024) };
      expect([R1, R3, R4].map((rulebook) => findingOf(rulebook, 'CSTDCS', known))).toEqual(findings);
    },
  );

  it('trap 7, NĐ 91/2017, Điều 9 khoản 3: given a quota of 15%, then it limits a list and bars nobody alone', () => {
    const known = { ...person, initiatives: [initiative('2024-05-01')], awards: titles('LDTT', 2024) };
    expect(R1.tiers.find(({ code }) => code === 'CSTDCS')?.quotas).toMatchObject([{ share: '15/100' }]);
    expect(R3.tiers.find(({ code }) => code === 'CSTDCS')?.quotas).toBeUndefined();
    expect(findingOf(R1, 'CSTDCS', known)).toBe('met');
  });
});

describe('CSTĐ bộ, tỉnh', () => {
  const wide = { initiatives: [initiative('2024-05-01', { scope: 'province' })] };

  it.each<readonly [string, readonly number[], Finding]>([
    ['three years in a row', [2022, 2023, 2024], 'met'],
    ['three years with a gap', [2021, 2022, 2024], 'notMet'],
    ['two years', [2023, 2024], 'notMet'],
  ])('Luật 06/2022/QH15, Điều 22: given CSTĐCS for %s', (_, years, finding) => {
    expect(findingOf(R3, 'CSTDT', { ...person, ...wide, awards: titles('CSTDCS', ...years) })).toBe(finding);
  });
});

describe('TTLĐTT and TTLĐXS', () => {
  const of = (changes: Parameters<typeof members>[0]): Partial<Evidence> => ({
    ...COMPLETE,
    members: [members(changes)],
  });

  it.each<readonly [string, number, Finding, Finding]>([
    ['5 of 10', 5, 'notMet', 'notMet'],
    ['6 of 10', 6, 'met', 'notMet'],
    ['7 of 10', 7, 'met', 'met'],
  ])(
    'trap 9, Luật 15/2003/QH11 Điều 28 (trên 50%%); Luật 06/2022/QH15 Điều 28 (từ 70%%): given %s LĐTT',
    (_, holders, r1, r3) => {
      const known = of({ holders: { LDTT: holders }, gravestDiscipline: null });
      expect([findingOf(R1, 'TTLDTT', known, collective), findingOf(R3, 'TTLDTT', known, collective)]).toEqual([
        r1,
        r3,
      ]);
    },
  );

  it('trap 9, Luật 06/2022/QH15, Điều 27 and 28: given a warned member, then TTLĐXS of R3 does not ask and the others do', () => {
    const warned = of({
      holders: { LDTT: 8, CSTDCS: 1 },
      ratedAtLeast: { completed: 10 },
      gravestDiscipline: 'warning',
    });
    expect(findingOf(R3, 'TTLDXS', warned, collective)).toBe('met');
    expect(findingOf(R1, 'TTLDXS', warned, collective)).toBe('notMet');
    expect(findingOf(R3, 'TTLDTT', warned, collective)).toBe('notMet');
  });

  it('Luật 06/2022/QH15, Điều 27: given nobody with CSTĐCS, or one member below, then not', () => {
    const none = of({ holders: { LDTT: 8, CSTDCS: 0 }, ratedAtLeast: { completed: 10 } });
    const below = of({ holders: { LDTT: 8, CSTDCS: 1 }, ratedAtLeast: { completed: 9 } });
    expect(findingOf(R3, 'TTLDXS', none, collective)).toBe('notMet');
    expect(findingOf(R3, 'TTLDXS', below, collective)).toBe('notMet');
  });
});

describe('Bằng khen', () => {
  const two = { initiatives: [initiative('2023-05-01'), initiative('2024-05-01')] };

  it('Luật 06/2022/QH15, Điều 74 khoản 1 điểm d: given HTXS with an initiative, then CSTĐCS with HTXS and one, then met', () => {
    const known = {
      ...person,
      ...two,
      ...ratings({ 2023: 'excellent', 2024: 'excellent' }),
      awards: titles('CSTDCS', 2024),
    };
    expect(findingOf(R3, 'BK_TINH', known)).toBe('met');
  });

  it('Luật 06/2022/QH15, Điều 74 khoản 1 điểm d: given one initiative that backs CSTĐCS (công văn 5007/BNV-TĐKT), then not', () => {
    const [first, second] = two.initiatives;
    const used = { ...second!, usedFor: [{ id: 'vu-khac', tier: 'CSTDCS' }] };
    const known = { ...person, ...ratings({ 2023: 'excellent', 2024: 'excellent' }), initiatives: [first!, used] };
    expect(findingOf(R3, 'BK_TINH', known)).toBe('notMet');
  });

  const fiveGood = ratings({ 2020: 'good', 2021: 'good', 2022: 'good', 2023: 'good', 2024: 'good' });

  it('trap 10, NĐ 91/2017 Điều 38 khoản 1; Luật 06/2022/QH15 Điều 73 khoản 1: given five good years with three CSTĐCS, then R3 only', () => {
    const known = { ...person, ...fiveGood, awards: [award('BK_TINH', 2019), ...titles('CSTDCS', 2020, 2022, 2024)] };
    expect([findingOf(R1, 'BK_TTG', known), findingOf(R3, 'BK_TTG', known)]).toEqual(['notMet', 'met']);
  });

  it('trap 10: given five excellent years with five initiatives and no title, then R1 only', () => {
    const known = {
      ...person,
      ...ratings({ 2020: 'excellent', 2021: 'excellent', 2022: 'excellent', 2023: 'excellent', 2024: 'excellent' }),
      initiatives: [2020, 2021, 2022, 2023, 2024].map((year) => initiative(`${year}-06-01`)),
      awards: [award('BK_TINH', 2019)],
    };
    const period = { achievedFrom: localDate('2020-01-01') };
    expect([findingOf(R1, 'BK_TTG', known, period), findingOf(R3, 'BK_TTG', known, period)]).toEqual(['met', 'notMet']);
  });

  it('trap 10, Luật 06/2022/QH15, Điều 44 khoản 1 điểm e: given BK TTg, five good years, one of them HTXS, three CSTĐCS, then HCLĐ Ba', () => {
    const awards = [award('BK_TTG', 2019), ...titles('CSTDCS', 2020, 2022, 2024)];
    const withOne = {
      ...person,
      ...ratings({ 2020: 'good', 2021: 'good', 2022: 'excellent', 2023: 'good', 2024: 'good' }),
      awards,
    };
    expect(findingOf(R3, 'HCLD_BA', withOne)).toBe('met');
    expect(findingOf(R3, 'HCLD_BA', { ...withOne, ...fiveGood })).toBe('notMet');
  });
});

describe('rules for every tier', () => {
  const good = { ...person, ...ratings({ 2023: 'excellent', 2024: 'excellent' }) };
  const withInitiatives = { ...good, initiatives: [initiative('2023-05-01'), initiative('2024-05-01')] };

  it('trap 16, Luật 06/2022/QH15, Điều 5 khoản 2 điểm c: given a form for the achievement, then no other form for it', () => {
    const known = { ...withInitiatives, awards: [award('GK', 2024, { achievementId: 'tt-1' })] };
    expect(findingOf(R3, 'BK_TINH', known, { achievementId: 'tt-1' })).toBe('notMet');
    expect(findingOf(R3, 'BK_TINH', known, { achievementId: 'tt-2' })).toBe('met');
  });

  it('trap 16, NĐ 152/2025, Điều 4 khoản 3: given a BK tỉnh for a sudden feat, then it is no base for BK TTg by merit', () => {
    const five = ratings({ 2020: 'good', 2021: 'good', 2022: 'good', 2023: 'good', 2024: 'good' });
    const based = (commendation: string): Partial<Evidence> => ({
      ...person,
      ...five,
      awards: [award('BK_TINH', 2019, { commendation }), ...titles('CSTDCS', 2020, 2022, 2024)],
    });
    expect(['merit', 'sudden', 'thematic'].map((kind) => findingOf(R3, 'BK_TTG', based(kind)))).toEqual([
      'met',
      'notMet',
      'notMet',
    ]);
  });

  it('trap 16, NĐ 152/2025, Điều 33 khoản 7: given a BK tỉnh for 2023 decided in 2024, then the next counts from 2024', () => {
    const known = { ...withInitiatives, awards: [award('BK_TINH', 2023, { decidedOn: localDate('2024-03-01') })] };
    expect(findingOf(R3, 'BK_TINH', known)).toBe('met');
    expect(findingOf(R3, 'BK_TINH', known, { achievedFrom: localDate('2023-01-01') })).toBe('notMet');
  });

  it('trap 16, NĐ 152/2025, Điều 33 khoản 7: given a decision that names no period, then the next counts from its date', () => {
    const unnamed = award('BK_TINH', 2023, {
      achievedFrom: null,
      achievedTo: null,
      decidedOn: localDate('2024-03-01'),
    });
    const known = { ...withInitiatives, awards: [unnamed] };
    expect(findingOf(R3, 'BK_TINH', known)).toBe('notMet');
    expect(findingOf(R3, 'BK_TINH', known, { achievedFrom: localDate('2024-03-02') })).toBe('met');
  });

  it('trap 17, NĐ 152/2025, Điều 4 khoản 4: given a complaint, then it waits, and goes on as it was when it is over', () => {
    const freeze = { from: localDate('2024-11-01'), source: aSource('case') };
    expect(findingOf(R3, 'LDTT', { ...good, freezes: [{ ...freeze, until: null }] })).toBe('notMet');
    expect(findingOf(R3, 'LDTT', { ...good, freezes: [{ ...freeze, until: localDate('2025-01-10') }] })).toBe('met');
  });

  it('trap 17, NĐ 152/2025, Điều 4 khoản 4: given a measure that is served, then time counts from its end', () => {
    const served = { ...good, disciplines: [discipline('reprimand', '2023-10-01', '2024-03-31')] };
    expect(findingOf(R3, 'LDTT', served)).toBe('notMet');
    expect(findingOf(R3, 'LDTT', served, { achievedFrom: localDate('2024-04-01') })).toBe('met');
  });

  it('NĐ 152/2025, Điều 33 khoản 9: given a dossier of seven months, then no BK TTg, and a BK tỉnh all the same', () => {
    const five = ratings({ 2020: 'good', 2021: 'good', 2022: 'good', 2023: 'good', 2024: 'good' });
    const known = { ...person, ...five, awards: [award('BK_TINH', 2019), ...titles('CSTDCS', 2020, 2022, 2024)] };
    const old = { dossierOn: localDate('2024-06-20') };
    expect([findingOf(R3, 'BK_TTG', known), findingOf(R3, 'BK_TTG', known, old)]).toEqual(['met', 'notMet']);
    expect(findingOf(R3, 'BK_TINH', withInitiatives, old)).toBe('met');
  });

  it('Luật 06/2022/QH15, Điều 26 khoản 2: given the lead of a campaign of three years, then the flag, a month less and not', () => {
    const leading = (months: number): Partial<Evidence> => ({
      ...COMPLETE,
      leaderships: [{ of: 'campaign', year: 2024, level: 'province', months, source: aSource('case') }],
    });
    const asked = { ...collective, commendation: 'thematic' };
    expect([36, 35].map((months) => findingOf(R3, 'CO_TINH', leading(months), asked))).toEqual(['met', 'notMet']);
  });
});
