import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFolder } from '../../config';
import { localDate } from '../../workflows/kernel';
import { checklistOf, PREDICATES, termsOf, type ConditionParameters, type Rule } from '../../workflows/rulebook';
import { REGIMES, theLaw } from '../factories/law';

const { release, book, tier } = theLaw();

describe('traps where the regimes differ', () => {
  it('7: the nation limits CSTĐCS to 15% of LĐTT under R1 only (NĐ91 Đ9.3; Law 2022 Đ23)', () => {
    expect(tier('R1', 'CSTDCS').quotas).toMatchObject([
      { share: '3/20', base: 'holdersOf', of: 'LDTT', scope: 'unit', rounding: 'floor', status: 'verified' },
    ]);
    expect(tier('R1', 'CSTDCS').quotas?.[0]?.roundingBy).toMatchObject({ councilChoice: true, status: 'unverified' });
    expect(['R2', 'R3'].flatMap((regime) => tier(regime, 'CSTDCS').quotas)).toEqual([]);
    expect(book('R3').delegations?.map(({ path }) => path)).toContain('tiers.CSTDCS.quotas');
  });

  it('7: Cờ CP goes to 20% of the leaders of clusters under R3; the older base is not confirmed (NĐ152 Đ7.1)', () => {
    expect(tier('R3', 'CO_CP').quotas).toMatchObject([{ share: '1/5', base: 'clusterLeaders', status: 'verified' }]);
    expect(tier('R2', 'CO_CP').quotas).toMatchObject([{ share: '1/5', of: 'CO_TINH', status: 'unverified' }]);
  });

  it('7: 20% of those rated good may be rated excellent from 2026 (NĐ335/2025)', () => {
    const rows = book('R3').ratingQuotas?.map(({ share, of, scope, from }) => [share, of, scope, from]);
    expect(rows).toEqual([
      ['1/5', 'good', 'unit', '2026-01-01'],
      ['1/5', 'good', 'group', '2026-01-01'],
    ]);
  });

  it('11: only under R1 does a title ask for a registration (Law 2003 Đ10)', () => {
    const asks = (regime: string) =>
      book(regime).tiers.flatMap(({ code, standards = {} }) =>
        Object.values(standards).some(({ rule }) => JSON.stringify(rule).includes('registeredForEmulation'))
          ? [code]
          : [],
      );
    expect(REGIMES.map(asks)).toEqual([['LDTT', 'CSTD_TINH', 'TTLDTT', 'TTLDXS'], [], []]);
  });

  it('12: two sets of papers for CSTĐTQ under R1, one later, and files beside the paper under R3', () => {
    const sets = (regime: string) => {
      const papers = checklistOf(book(regime), 'CSTDTQ')!.papers.filter(({ isOriginal }) => isOriginal);
      return [...new Set(papers.map(({ copies }) => copies))];
    };
    expect(REGIMES.map(sets)).toEqual([[2], [1], [1]]);
    const hasFiles = (regime: string) =>
      checklistOf(book(regime), 'CSTDTQ')!.papers.some(({ code }) => code === 'TEP_DIEN_TU');
    expect(REGIMES.map(hasFiles)).toEqual([false, false, true]);
  });

  it('13: closing dates and the time for returning a dossier moved (NĐ91 Đ48.1; QĐ 311; NĐ152 Đ35)', () => {
    const closings = (regime: string, code: string) =>
      tier(regime, code).closings?.map(({ sector, monthDay }) => `${sector} ${monthDay}`);
    expect(REGIMES.map((regime) => closings(regime, 'CSTDTQ'))).toEqual([['general 10-31'], [], ['general 12-31']]);
    expect(REGIMES.map((regime) => closings(regime, 'CO_CP'))).toEqual([
      ['general 03-31', 'education 10-15'],
      [],
      ['general 06-30', 'education 12-31'],
    ]);
    expect(tier('R3', 'CSTDTQ').closings).toMatchObject([{ yearsAfter: 1, after: 'CSTD_TINH' }]);
    const returns = REGIMES.map((regime) => termsOf(book(regime), 'CSTDTQ', { of: 'return', level: 'state' }));
    expect(returns.map(([term]) => term && `${term.days} ${term.unit}`)).toEqual([
      undefined,
      '5 workingDays',
      '10 workingDays',
    ]);
  });

  it('13: the province has 30 working days for State-level merit, 40 from the Independence Order on (NĐ152 Đ35.3)', () => {
    const days = (code: string) =>
      termsOf(book('R3'), code, { of: 'appraisal', level: 'province' }).map((term) => term.days);
    expect(['BK_TTG', 'HCLD_3', 'HC_DOC_LAP_3', 'AHLD', 'BMVNAH'].map(days)).toEqual([[30], [30], [40], [40], [40]]);
    expect(days('BK_TINH')).toEqual([]);
    expect(termsOf(book('R3'), 'BK_TTG', { of: 'appraisal', level: 'state' })).toMatchObject([{ days: 20 }]);
    expect(termsOf(book('R3'), 'BK_TTG', { of: 'handOver', level: 'state' }).map((term) => term.days)).toEqual([
      10, 20,
    ]);
  });

  it('14: an authority without rules of its own stays under R2 until the end of 2025 (NĐ152 Đ60.2)', () => {
    expect(book('R3').transition).toMatchObject({ until: '2025-12-31', under: 'vn-r2', status: 'verified' });
    expect(book('R4').transition).toBeNull();
  });

  it('15: every rulebook but the last has an end, and a successor on the next day (NĐ152 Đ60.1; Law 06/2026)', () => {
    const dates = release.rulebooks.map(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo]);
    expect(dates).toEqual([
      ['2017-10-01', '2023-12-31'],
      ['2024-01-01', '2025-06-30'],
      ['2025-07-01', '2026-09-30'],
      ['2026-10-01', null],
    ]);
    expect(book('R4').continues).toBe('vn-r3');
  });
});

describe('kinds of commendation (Law 06/2022/QH15, article 8)', () => {
  it('are six, under R2 and R3; those of R1 were not seen', () => {
    const six = ['merit', 'sudden', 'thematic', 'longService', 'yearsOfService', 'foreignRelations'];
    expect(REGIMES.map((regime) => book(regime).commendations?.map(({ code }) => code))).toEqual([[], six, six]);
  });
});

describe('publication and opinions (NĐ152 Đ33.2, Đ34, Đ44.2)', () => {
  it('asks for them of orders, honorary titles and the national fighter, and of no tier of a province', () => {
    const r3 = book('R3').tiers;
    const published = r3.flatMap(({ code, route }) => (route?.publicity ? [code] : []));
    expect(published).toEqual(expect.arrayContaining(['CSTDTQ', 'HC_SAO_VANG', 'HCLD_3', 'AHLD']));
    expect(r3.filter(({ level, route }) => level !== 'state' && route?.publicity)).toEqual([]);
    expect(tier('R3', 'CSTDTQ').route?.consultations).toEqual(['partyOpinion']);
    expect(termsOf(book('R3'), 'CSTDTQ', { of: 'publicity', level: 'province' })).toMatchObject([
      { days: 10, unit: 'workingDays', citation: expect.stringContaining('Điều 44') },
    ]);
  });
});

describe('the page on how to read and change the files', () => {
  it('names every condition that there is, with what it needs', () => {
    const page = readFileSync(join(configFolder('rulebooks'), 'r2.yaml'), 'utf8').split('\nkind: ')[0] ?? '';
    const named = [...page.matchAll(/^# {7}(\w+(?: \(.+\))?)$/gm)].map(([, condition]) => condition);
    const declared = Object.entries(PREDICATES).map(([name, { parameters }]) => {
      const needs = Object.entries(parameters).map(([key, { isRequired }]) => (isRequired ? key : `${key}?`));
      return needs.length === 0 ? name : `${name} (${needs.join(', ')})`;
    });
    expect(named).toEqual(declared);
  });
});

describe('the standards', () => {
  const conditionsOf = (rule: Rule): readonly { readonly is: string; readonly with: ConditionParameters }[] =>
    'condition' in rule
      ? [rule.condition]
      : ('all' in rule ? rule.all : 'any' in rule ? rule.any : rule.of).flatMap(conditionsOf);
  const all = () =>
    release.rulebooks.flatMap((rulebook) =>
      rulebook.tiers.flatMap(({ code, standards = {} }) =>
        Object.values(standards).flatMap(({ rule }) =>
          conditionsOf(rule).map((condition) => ({ rulebook, code, condition })),
        ),
      ),
    );

  it('name predicates that there are, and words for what a person judges', () => {
    const unnamed = all().flatMap(({ rulebook, code, condition }) => {
      const { condition: judged, positions } = condition.with;
      const words = condition.is === 'judged' ? [judged] : Array.isArray(positions) ? positions : [];
      return words
        .filter((word): word is string => typeof word === 'string' && !rulebook.words?.[word])
        .map((word) => `${rulebook.id} ${code} ${word}`);
    });
    expect(unnamed).toEqual([]);
    expect(all().filter(({ condition }) => !Object.hasOwn(PREDICATES, condition.is))).toEqual([]);
    expect(all().length).toBeGreaterThan(200);
  });

  it('go on under R4 with those of R3, every condition unverified', () => {
    const r4 = all().filter(({ rulebook }) => rulebook.regime === 'R4');
    expect(r4).toHaveLength(all().filter(({ rulebook }) => rulebook.regime === 'R3').length);
    expect(r4.filter(({ condition }) => !('status' in condition) || condition.status !== 'unverified')).toEqual([]);
    expect(localDate(book('R4').effectiveFrom)).toBe('2026-10-01');
  });
});
