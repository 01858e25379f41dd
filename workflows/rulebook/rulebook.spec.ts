import { decimal, dong, localDate, needed, reaches, type Threshold } from '../kernel';
import {
  citationOf,
  continued,
  coversPeriod,
  isLowerTier,
  mayDecide,
  prizeOf,
  routeOf,
  rulebookAt,
  rulebookProblems,
  baseSalaryProblems,
  tierOf,
  voteRuleOf,
  type BaseSalary,
  type Cited,
  type Rulebook,
  type Tier,
} from '.';

const row: Cited = { citation: 'Điều 1', status: 'verified', councilChoice: false };
const choice: Cited = { citation: 'Lựa chọn của Hội đồng', status: 'unverified', councilChoice: true };
const atLeast = (fraction: Threshold['fraction']): Threshold => ({ fraction, comparator: 'atLeast' });
const moreThan = (fraction: Threshold['fraction']): Threshold => ({ fraction, comparator: 'moreThan' });

const aTier = (changes: Partial<Tier> = {}): Tier => ({
  ...row,
  code: 'GK',
  name: { vi: 'Giấy khen', en: 'Letter of commendation' },
  aliases: [],
  family: 'state',
  kind: 'form',
  level: 'district',
  subjects: ['person', 'collective', 'household'],
  deciders: { ...row, levels: ['district'] },
  route: null,
  vote: null,
  quorum: null,
  prize: { ...row, coefficient: decimal('0.3') },
  ...changes,
});

const aRulebook = (changes: Partial<Rulebook> = {}): Rulebook => ({
  ...row,
  id: 'a',
  regime: 'R2',
  effectiveFrom: localDate('2024-01-01'),
  effectiveTo: localDate('2025-06-30'),
  document: 'Luật',
  council: {
    route: { ...choice, council: 'fullCouncil', publicity: false, simple: false },
    vote: { ...choice, ballot: 'unspecified', base: 'allMembers', threshold: moreThan('1/2'), absent: 'notInFavour' },
    quorum: { ...choice, threshold: atLeast('2/3') },
    conflict: { ...choice, ownUnit: false, effect: 'notInFavour' },
  },
  multipliers: { ...row, collective: decimal('2'), household: decimal('1.5') },
  rounding: { ...row, upTo: 10_000 },
  roundingOrder: { ...choice, roundBeforeMultiplier: false },
  tiers: [aTier()],
  ...changes,
});

const later = aRulebook({ id: 'b', effectiveFrom: localDate('2025-07-01'), effectiveTo: null });

describe('rulebookAt', () => {
  it('goes by the day of submission, both ends included', () => {
    const at = (day: string) => rulebookAt([aRulebook(), later], { submittedOn: localDate(day) })?.id;
    expect([at('2023-12-31'), at('2024-01-01'), at('2025-06-30'), at('2025-07-01'), at('2099-01-01')]).toEqual([
      undefined,
      'a',
      'a',
      'b',
      'b',
    ]);
  });
});

describe('coversPeriod', () => {
  const covers = (rulebooks: readonly Rulebook[], from: string, to: string) =>
    coversPeriod(rulebooks, localDate(from), localDate(to));

  it('covers a period over several rulebooks without a gap', () => {
    expect(covers([later, aRulebook()], '2024-01-01', '2026-12-31')).toBe(true);
    expect(covers([aRulebook(), later], '2023-12-31', '2024-12-31')).toBe(false);
  });

  it('does not cover a period with a single day without a rulebook', () => {
    const gap = [aRulebook({ effectiveTo: localDate('2025-06-29') }), later];
    expect(covers(gap, '2025-01-01', '2025-12-31')).toBe(false);
    expect(covers(gap, '2025-01-01', '2025-06-29')).toBe(true);
  });
});

describe('mayDecide', () => {
  it('answers by level, and no for a tier that is unknown or only recorded', () => {
    const party = aTier({ code: 'GK_DANG', family: 'party', deciders: null });
    const rulebook = aRulebook({ tiers: [aTier(), party] });
    expect(mayDecide(rulebook, 'GK', 'district')).toBe(true);
    expect(mayDecide(rulebook, 'GK', 'commune')).toBe(false);
    expect(mayDecide(rulebook, 'GK_DANG', 'district')).toBe(false);
    expect(mayDecide(rulebook, 'NONE', 'district')).toBe(false);
    expect(tierOf(rulebook, 'NONE')).toBeUndefined();
  });
});

describe('isLowerTier', () => {
  const [advanced, fighter] = [
    aTier({ code: 'LDTT', kind: 'title', level: 'unit', rank: 1 }),
    aTier({ code: 'CSTDCS', kind: 'title', level: 'unit', rank: 2 }),
  ];
  const ranked = aRulebook({
    tiers: [
      ...[advanced, fighter, aTier(), aTier({ code: 'GK_XA', level: 'commune' })],
      ...[aTier({ code: 'GK_DANG', family: 'party', level: 'commune' }), aTier({ code: 'CO_QUAN' })],
    ],
  });
  it.each([
    ['LDTT', 'CSTDCS', true],
    ['CSTDCS', 'LDTT', false],
    ['GK_XA', 'GK', true],
    ['GK', 'GK_XA', false],
    ['GK', 'GK', false],
    // A title is no form, the Party is not the State, and an order that nobody declared is not guessed.
    ['LDTT', 'GK', false],
    ['GK_DANG', 'GK', false],
    ['CO_QUAN', 'GK', false],
    ['NO_SUCH', 'GK', false],
  ])('%s below %s: %s', (code, than, lower) => {
    expect(isLowerTier(ranked, code, than)).toBe(lower);
  });
});

describe('routeOf', () => {
  it('leads upwards from every level that may not decide', () => {
    expect(routeOf(aRulebook(), 'GK', 'district')).toMatchObject({ council: 'fullCouncil', upward: false });
    expect(routeOf(aRulebook(), 'GK', 'commune')).toMatchObject({ upward: true });
  });

  it('prefers the row of the tier to that of the council', () => {
    const own = aTier({ route: { ...row, council: 'standingCommittee', publicity: true, simple: false } });
    expect(routeOf(aRulebook({ tiers: [own] }), 'GK', 'district')).toMatchObject({
      council: 'standingCommittee',
      publicity: true,
      status: 'verified',
    });
  });

  it('has none for a tier that is only recorded', () => {
    const rulebook = aRulebook({ tiers: [aTier({ family: 'party', deciders: null })] });
    expect(routeOf(rulebook, 'GK', 'district')).toBeUndefined();
    expect(voteRuleOf(rulebook, 'GK')).toBeUndefined();
  });
});

describe('voteRuleOf', () => {
  it('says that a default is a choice of the council', () => {
    const rules = voteRuleOf(aRulebook(), 'GK');
    expect(rules?.vote).toMatchObject({ threshold: moreThan('1/2'), councilChoice: true, status: 'unverified' });
    expect(rules?.conflict.effect).toBe('notInFavour');
  });

  it('prefers the rows of the tier', () => {
    const vote = { ...aRulebook().council.vote, ...row, threshold: atLeast('4/5') };
    const rules = voteRuleOf(
      aRulebook({ tiers: [aTier({ vote, quorum: { ...row, threshold: atLeast('4/5') } })] }),
      'GK',
    );
    expect([rules?.vote.status, rules?.quorum.threshold]).toEqual(['verified', atLeast('4/5')]);
  });
});

describe('thresholds', () => {
  it.each<[string, Threshold, number, number]>([
    ['2/3 of 9 is 6', atLeast('2/3'), 9, 6],
    ['over half of 10 is 6', moreThan('1/2'), 10, 6],
    ['over half of 9 is 5', moreThan('1/2'), 9, 5],
    ['80% of 9 is 8', atLeast('4/5'), 9, 8],
    ['80% of 10 is 8', atLeast('4/5'), 10, 8],
    ['90% of 9 is 9', atLeast('9/10'), 9, 9],
  ])('%s', (_, threshold, base, least) => {
    expect(needed(base, threshold)).toBe(least);
    expect(reaches(least, base, threshold)).toBe(true);
    expect(reaches(least - 1, base, threshold)).toBe(false);
  });

  it('does not take 50% for over 50%', () => {
    expect(reaches(5, 10, moreThan('1/2'))).toBe(false);
    expect(reaches(5, 10, atLeast('1/2'))).toBe(true);
  });
});

describe('prizeOf', () => {
  const salaries: readonly BaseSalary[] = [
    { ...row, from: localDate('2024-07-01'), amount: dong('2340000') },
    { ...row, from: localDate('2023-07-01'), amount: dong('1800000') },
  ];
  const question = { rulebook: aRulebook(), baseSalaries: salaries, tier: 'GK', decidedOn: localDate('2025-01-10') };

  it('rounds after the multiplier unless the finance office chooses otherwise', () => {
    expect(prizeOf({ ...question, subjectKind: 'collective' })?.amount).toBe('1410000');
    expect(prizeOf({ ...question, subjectKind: 'collective', roundBeforeMultiplier: true })?.amount).toBe('1420000');
  });

  it('takes the base salary of the day of the decision', () => {
    const on = (day: string) => prizeOf({ ...question, subjectKind: 'person', decidedOn: localDate(day) })?.baseSalary;
    expect([on('2023-06-30'), on('2023-07-01'), on('2024-06-30'), on('2024-07-01')]).toEqual([
      undefined,
      '1800000',
      '1800000',
      '2340000',
    ]);
  });

  it('names the rules it rests on, those of the multiplier only where there is one', () => {
    expect(prizeOf({ ...question, subjectKind: 'person' })?.citations).toHaveLength(3);
    expect(prizeOf({ ...question, subjectKind: 'household' })).toMatchObject({
      amount: '1060000',
      citations: { length: 5 },
    });
  });

  it('multiplies no title: it has a coefficient of its own', () => {
    const title = aTier({ kind: 'title', subjects: ['collective'], prize: { ...row, coefficient: decimal('0.8') } });
    const rulebook = aRulebook({ tiers: [title] });
    expect(prizeOf({ ...question, rulebook, subjectKind: 'collective' })?.amount).toBe('1880000');
    expect(prizeOf({ ...question, rulebook, subjectKind: 'person' })).toBeUndefined();
  });

  it('knows no prize where no rule is known', () => {
    const rulebook = aRulebook({ multipliers: { ...row, collective: null, household: null } });
    expect(prizeOf({ ...question, rulebook, subjectKind: 'collective' })).toBeUndefined();
    expect(
      prizeOf({ ...question, rulebook: aRulebook({ tiers: [aTier({ prize: null })] }), subjectKind: 'person' }),
    ).toBeUndefined();
    expect(prizeOf({ ...question, tier: 'NONE', subjectKind: 'person' })).toBeUndefined();
  });
});

describe('citationOf', () => {
  it('shows the status of the row', () => {
    expect(citationOf(choice)).toEqual({ text: 'Lựa chọn của Hội đồng', status: 'unverified' });
  });
});

describe('continued', () => {
  it('takes over the rows of the earlier rulebook, each marked as unverified', () => {
    const { id, effectiveFrom, effectiveTo, document } = later;
    const next = continued({ ...row, id, regime: 'R4', effectiveFrom, effectiveTo, document }, aRulebook());
    expect(rulebookAt([next], { submittedOn: effectiveFrom })).toBe(next);
    expect(next.tiers[0]?.deciders).toMatchObject({ levels: ['district'], status: 'unverified' });
    expect(next.tiers[0]?.deciders?.citation).toBe('Điều 1 (tạm áp dụng theo R2: chưa xem được văn bản của R4)');
    expect(next.tiers[0]?.vote).toBeNull();
    expect([next.rounding, next.multipliers, next.council.vote].map(({ status }) => status)).toEqual(
      Array.from({ length: 3 }, () => 'unverified'),
    );
  });
});

describe('rulebookProblems', () => {
  const reasons = (...rulebooks: Rulebook[]) =>
    rulebookProblems(rulebooks).map(({ index, path, reason }) => `${index} ${path.join('.')}: ${reason}`);

  it('finds none in rulebooks that follow one another', () => {
    expect(reasons(aRulebook(), later)).toEqual([]);
  });

  it('finds dates that overlap by one day, and an id that stands twice', () => {
    expect(reasons(aRulebook(), { ...later, effectiveFrom: localDate('2025-06-30') })).toEqual([
      '1 effectiveFrom: its dates overlap a (2024-01-01 to 2025-06-30)',
    ]);
    expect(reasons(aRulebook(), { ...later, id: 'a' })).toEqual(['1 id: another rulebook is called a']);
  });

  it('finds a rulebook that ends before it begins', () => {
    expect(reasons(aRulebook({ effectiveTo: localDate('2023-12-31') }))).toEqual([
      '0 effectiveTo: ends before it begins on 2024-01-01',
    ]);
  });

  it.each<[string, Partial<Tier>]>([
    ['0 tiers.0.deciders: is missing: say which levels decide on this tier', { deciders: null }],
    ['0 tiers.0.deciders: a Party tier is only recorded: nobody here decides on it', { family: 'party' }],
    ['0 tiers.0.prize.coefficient: must be above 0', { prize: { ...row, coefficient: decimal('0') } }],
    [
      '0 tiers.0.quorum.threshold: atLeast 3/2 is no share that can be reached',
      { quorum: { ...row, threshold: atLeast('3/2') } },
    ],
  ])('finds %s', (reason, changes) => {
    expect(reasons(aRulebook({ tiers: [aTier(changes)] }))).toEqual([reason]);
  });

  it('finds a code that stands twice and a threshold that nobody can reach', () => {
    const vote = { ...aRulebook().council.vote, threshold: moreThan('1/1') };
    const council = { ...aRulebook().council, vote };
    expect(reasons(aRulebook({ council, tiers: [aTier(), aTier()] }))).toEqual([
      '0 council.vote.threshold: moreThan 1/1 is no share that can be reached',
      '0 tiers.1.code: another tier has the code GK',
    ]);
  });

  it('finds two base salaries that begin on one day', () => {
    const salary: BaseSalary = { ...row, from: localDate('2024-07-01'), amount: dong('2340000') };
    expect(baseSalaryProblems([salary, salary])).toEqual([
      { index: 1, path: ['from'], reason: 'another base salary begins on 2024-07-01' },
    ]);
  });
});
