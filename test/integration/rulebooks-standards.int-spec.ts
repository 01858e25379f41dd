import { localDate } from '../../workflows/kernel';
import {
  eligibilityOf,
  type AwardEvidence,
  type Evidence,
  type EvidenceRating,
  type Finding,
  type InitiativeEvidence,
  type MembersEvidence,
  type SubjectKind,
} from '../../workflows/rulebook';
import { REGIMES, theLaw } from '../factories/law';

const { book } = theLaw();
const source = { kind: 'record', id: 'r' } as const;

const award = (tier: string, year: number): AwardEvidence => ({
  tier,
  decidedOn: localDate(`${year + 1}-01-15`),
  achievedFrom: localDate(`${year}-01-01`),
  achievedTo: localDate(`${year}-12-31`),
  commendation: 'merit',
  achievementId: null,
  source,
});
const awards = (tier: string, ...years: readonly number[]) => years.map((year) => award(tier, year));
const rated = (rating: EvidenceRating, ...years: readonly number[]) => years.map((year) => ({ year, rating, source }));
const initiatives = (scope: InitiativeEvidence['scope'], ...years: readonly number[]): readonly InitiativeEvidence[] =>
  years.map((year) => ({
    kind: 'initiative',
    scope,
    recognisedOn: localDate(`${year}-11-01`),
    usedFor: [],
    source: { ...source, id: `i${year}` },
  }));
const judged = (...conditions: readonly string[]) =>
  conditions.map((condition) => ({ condition, finding: 'met' as const, source }));
const members = (changes: Partial<MembersEvidence>): readonly MembersEvidence[] => [
  { year: 2024, members: 100, holders: {}, gravestDiscipline: null, source, ...changes },
];

/** What the register knows of everybody here: everything since 2000. */
const COMPLETE = { completeFrom: localDate('2000-01-01'), existsFrom: localDate('2000-01-01') };

/** What is judged of everybody here, so that the rest decides. */
const GOOD = judged(
  ...[
    'solidarityAndMovement',
    'productiveWork',
    'movementAndSocialActivity',
    'lawAbiding',
    'taskDoneOnTime',
    'studies',
  ],
  ...['goodEthics', 'registeredForEmulation', 'taskDone', 'activeInMovement', 'solidarity', 'exemplary'],
);

/** What is found under each regime for the achievement of 2024, of a subject whose registers are complete. */
function findings(tier: string, known: Partial<Evidence>, subjectKind: SubjectKind = 'person'): readonly Finding[] {
  const evidence: Evidence = {
    subject: { kind: subjectKind, id: 's' },
    isWoman: false,
    employedFrom: localDate('2010-01-01'),
    ratings: [],
    awards: [],
    initiatives: [],
    disciplines: [],
    freezes: [],
    services: [],
    members: [],
    leaderships: [],
    judgements: GOOD,
    ...COMPLETE,
    ...known,
  };
  return REGIMES.map(
    (regime) =>
      eligibilityOf(book(regime), {
        tier,
        subjectKind,
        commendation: 'merit',
        on: localDate('2025-01-20'),
        achievedFrom: localDate('2024-01-01'),
        achievedTo: localDate('2024-12-31'),
        achievementId: null,
        evidence,
      }).finding,
  );
}

const notIngenious = [...GOOD, { condition: 'combatIngenuity', finding: 'notMet' as const, source }];

describe('CSTĐCS (trap 8: NĐ91 Đ9.3; Law 2022 Đ23)', () => {
  it.each<[string, Partial<Evidence>, readonly Finding[]]>([
    ['rated excellent, no initiative', { ratings: rated('excellent', 2024) }, ['notMet', 'met', 'met']],
    [
      'an initiative, rated good',
      { ratings: rated('good', 2024), initiatives: initiatives('unit', 2024) },
      ['met', 'met', 'met'],
    ],
    ['rated good, no initiative', { ratings: rated('good', 2024) }, ['notMet', 'notMet', 'notMet']],
    [
      'an initiative of another year',
      { ratings: rated('good', 2024), initiatives: initiatives('unit', 2022) },
      ['notMet', 'notMet', 'notMet'],
    ],
  ])('%s', (_, known, expected) => {
    expect(findings('CSTDCS', { judgements: notIngenious, ...known })).toEqual(expected);
  });

  it('is not proven where the rating of the year is missing, and refuses nobody for it', () => {
    const known = { initiatives: initiatives('unit', 2024), judgements: judged('registeredForEmulation') };
    expect(findings('CSTDCS', known)).toEqual(['notProven', 'notProven', 'notProven']);
  });
});

describe('LĐTT (Law 2003 Đ24, NĐ91 Đ10; Law 2022 Đ24)', () => {
  const worked = (from: string) => findings('LDTT', { ratings: rated('good', 2024), employedFrom: localDate(from) });

  it('asks for ten months at work under R1 only', () => {
    expect(worked('2024-03-01')).toEqual(['met', 'met', 'met']);
    expect(worked('2024-04-01')).toEqual(['notMet', 'met', 'met']);
  });

  it('bars a reprimand under R1', () => {
    const disciplines = [{ form: 'reprimand', from: localDate('2024-05-01'), until: localDate('2024-08-01'), source }];
    expect(findings('LDTT', { ratings: rated('good', 2024), disciplines })[0]).toBe('notMet');
  });

  it('is open to workers and farmers whom nobody rates, under R2 and R3', () => {
    expect(findings('LDTT', { judgements: GOOD }).slice(1)).toEqual(['met', 'met']);
  });
});

describe('collectives (trap 9: Law 2003 Đ27, Đ28; Law 2022 Đ27, Đ28)', () => {
  const titled = (tier: string, changes: Partial<MembersEvidence>, rating: EvidenceRating = 'excellent') =>
    findings(
      tier,
      { ratings: rated(rating, 2024), members: members({ ratedAtLeast: { completed: 100 }, ...changes }) },
      'collective',
    );

  it.each<[number, readonly Finding[]]>([
    [50, ['notMet', 'notMet', 'notMet']],
    [51, ['met', 'notMet', 'notMet']],
    [69, ['met', 'notMet', 'notMet']],
    [70, ['met', 'met', 'met']],
  ])('TTLĐTT with %d of 100 members LĐTT: over half under R1, at least 70% later', (holders, expected) => {
    expect(titled('TTLDTT', { holders: { LDTT: holders } })).toEqual(expected);
  });

  it('TTLĐTT falls with a warning under all, TTLĐXS under R1 only', () => {
    const warned = { holders: { LDTT: 80, CSTDCS: 5 }, gravestDiscipline: 'warning' };
    expect(titled('TTLDTT', warned)).toEqual(['notMet', 'notMet', 'notMet']);
    expect(titled('TTLDXS', warned)).toEqual(['notMet', 'met', 'met']);
    expect(titled('TTLDXS', { ...warned, gravestDiscipline: 'reprimand' })).toEqual(['met', 'met', 'met']);
  });

  it('TTLĐXS needs everybody at the task, 70% LĐTT and one CSTĐCS', () => {
    const holders = { LDTT: 70, CSTDCS: 1 };
    expect(titled('TTLDXS', { holders })).toEqual(['met', 'met', 'met']);
    const short = ['notMet', 'notMet', 'notMet'];
    expect(titled('TTLDXS', { holders: { LDTT: 70, CSTDCS: 0 } })).toEqual(short);
    expect(titled('TTLDXS', { holders: { ...holders, LDTT: 69 } })).toEqual(short);
    expect(titled('TTLDXS', { holders, ratedAtLeast: { completed: 99 } })).toEqual(short);
    expect(titled('TTLDXS', { holders }, 'good')).toEqual(short);
  });
});

describe('the chain upwards', () => {
  it('CSTĐ tỉnh: three CSTĐCS in a row and an initiative for the province (NĐ91 Đ9.2; Law 2022 Đ22)', () => {
    const chain = (years: readonly number[], scope: InitiativeEvidence['scope']) =>
      findings('CSTD_TINH', { awards: awards('CSTDCS', ...years), initiatives: initiatives(scope, 2024) });
    expect(chain([2022, 2023, 2024], 'province')).toEqual(['met', 'met', 'met']);
    expect(chain([2021, 2023, 2024], 'province')).toEqual(['notMet', 'notMet', 'notMet']);
    expect(chain([2022, 2023, 2024], 'unit')).toEqual(['notMet', 'notMet', 'notMet']);
  });

  it('BK TTg: five excellent years and five initiatives under R1; five good years and three CSTĐCS later (trap 10)', () => {
    const none = [
      'excellentInCampaign',
      'manyFeats',
      'suddenFeat',
      'worker',
      'farmerModelTwoYears',
      'excellentInCampaignOfThreeYears',
    ];
    const judgements = none.map((condition) => ({ condition, finding: 'notMet' as const, source }));
    const years = [2020, 2021, 2022, 2023, 2024];
    const since = awards('BK_TINH', 2019);
    const byInitiatives = {
      awards: since,
      ratings: rated('excellent', ...years),
      initiatives: initiatives('unit', ...years),
    };
    const byTitles = { awards: [...since, ...awards('CSTDCS', 2020, 2022, 2024)], ratings: rated('good', ...years) };
    expect(findings('BK_TTG', { ...byInitiatives, judgements })).toEqual(['met', 'notMet', 'notMet']);
    expect(findings('BK_TTG', { ...byTitles, judgements })).toEqual(['notMet', 'met', 'met']);
    const twice = { ...byTitles, awards: [...since, ...awards('CSTDCS', 2020, 2022)] };
    expect(findings('BK_TTG', { ...twice, judgements })).toEqual(['notMet', 'notMet', 'notMet']);
  });

  it('HCLĐ hạng Ba: excellent years and initiatives under R1; one excellent year and three CSTĐCS later (NĐ91 Đ24; Law Đ44.1.e)', () => {
    const years = [2020, 2021, 2022, 2023, 2024];
    const known = (excellent: readonly number[]) => ({
      awards: [...awards('BK_TTG', 2019), ...awards('CSTDCS', 2020, 2022, 2024)],
      ratings: [
        ...rated('good', ...years.filter((year) => !excellent.includes(year))),
        ...rated('excellent', ...excellent),
      ],
    });
    expect(findings('HCLD_3', known([2022])).slice(1, 2)).toEqual(['met']);
    expect(findings('HCLD_3', known([]))[1]).toBe('notMet');
    expect(findings('HCLD_3', known([2022]))[0]).toBe('notMet');
    const r1 = { ...known(years), initiatives: initiatives('province', 2022, 2023) };
    expect(findings('HCLD_3', r1)[0]).toBe('met');
  });

  it('HCLĐ hạng Nhất is never found met: the counts of article 42 were not seen', () => {
    const years = [2020, 2021, 2022, 2023, 2024];
    const known = { awards: awards('HCLD_2', 2019), ratings: rated('excellent', ...years) };
    expect(findings('HCLD_1', known).slice(1)).toEqual(['notProven', 'notProven']);
  });

  it('has no standard where none was seen, and proves nothing then', () => {
    expect(findings('BK_TTG', {}, 'collective')).toEqual(['notProven', 'notProven', 'notProven']);
  });
});

describe('what holds for every tier', () => {
  it('17: stops a proposal while something is pending under R3 (NĐ152 Đ4.4)', () => {
    const freezes = [{ from: localDate('2025-01-01'), until: null, source }];
    const known = { ratings: rated('excellent', 2024), judgements: GOOD, freezes };
    expect(findings('CSTDCS', known)[2]).toBe('notMet');
    expect(findings('CSTDCS', { ...known, freezes: [] })[2]).toBe('met');
  });
});
