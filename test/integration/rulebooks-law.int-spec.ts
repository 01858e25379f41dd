import { needed, parseFraction, reaches } from '../../workflows/kernel';
import { mayDecide, tierOf, voteRuleOf, type GovernmentLevel } from '../../workflows/rulebook';
import { REGIMES, theLaw } from '../factories/law';

const { book, tier } = theLaw();

describe('the catalogue (Law 06/2022/QH15, articles 9, 19, 20 and 30; Decree 152/2025, articles 3 and 8)', () => {
  it('holds every title and form for persons, collectives and households', () => {
    const titles = [
      'LDTT',
      'CSTDCS',
      'CSTD_TINH',
      'CSTDTQ',
      'TTLDTT',
      'TTLDXS',
      'CO_TINH',
      'CO_CP',
      'THON_VAN_HOA',
      'GDVH',
    ];
    const forms = [
      'GK',
      'GK_XA',
      'BK_TINH',
      'BK_TTG',
      'HC_SAO_VANG',
      'HC_HCM',
      'HC_DOC_LAP_1',
      'HCLD_1',
      'HCLD_3',
      'AHLD',
      'AHLLVT',
    ];
    for (const regime of REGIMES) {
      const kinds = new Map(book(regime).tiers.map(({ code, kind }) => [code, kind]));
      expect([...titles, ...forms].map((code) => kinds.get(code))).toEqual([
        ...titles.map(() => 'title'),
        ...forms.map(() => 'form'),
      ]);
    }
    expect(tier('R3', 'GDVH').subjects).toEqual(['household']);
  });

  it('renames the exemplary commune with the districts gone (NĐ152 Đ8), and has none under R1', () => {
    expect(tierOf(book('R1'), 'XA_TIEU_BIEU')).toBeUndefined();
    expect([tier('R2', 'XA_TIEU_BIEU'), tier('R3', 'XA_TIEU_BIEU')].map(({ name }) => name.vi)).toEqual([
      'Xã, phường, thị trấn tiêu biểu',
      'Xã, phường, đặc khu tiêu biểu',
    ]);
  });

  it('names what the press calls otherwise', () => {
    expect(tier('R3', 'CO_CP').aliases).toContain('Cờ thi đua của Thủ tướng');
    expect(tier('R3', 'BK_TINH').aliases).toContain('Bằng khen của UBND thành phố');
  });
});

describe('who decides, by level and regime (Law 06/2022/QH15, articles 77 to 80; Decree 129/2025, article 59)', () => {
  const LEVELS: readonly GovernmentLevel[] = ['unit', 'commune', 'district', 'province', 'state'];
  it.each<[string, string, string, string, string]>([
    ['LDTT', 'unit commune', 'unit commune district', 'unit commune', 'Law 2022 Đ80; NĐ129 Đ59'],
    ['CSTDCS', 'unit district', 'unit district', 'unit commune', 'Law 2022 Đ80.1, 80.2, 80.4; NĐ129 Đ59'],
    ['TTLDTT', 'unit district', 'unit district', 'unit commune', 'Law 2022 Đ80; NĐ129 Đ59'],
    ['THON_VAN_HOA', 'district', 'district', 'commune', 'Law 2022 Đ80.2; NĐ129 Đ59'],
    ['GDVH', 'commune', 'commune', 'commune', 'Law 2022 Đ80.3; NĐ129 Đ59'],
    ['GK', 'unit district', 'unit district', 'unit', 'Law 2022 Đ80'],
    ['GK_XA', 'commune', 'commune', 'commune', 'Law 2022 Đ80'],
    ['TTLDXS', 'province', 'province', 'province', 'Law 2022 Đ79'],
    ['CSTD_TINH', 'province', 'province', 'province', 'Law 2022 Đ79'],
    ['BK_TINH', 'province', 'province', 'province', 'Law 2022 Đ79'],
    ['CO_TINH', 'province', 'province', 'province', 'Law 2022 Đ79'],
    ['CO_CP', 'state', 'state', 'state', 'NĐ152 Đ37.1'],
    ['CSTDTQ', 'state', 'state', 'state', 'NĐ152 Đ36'],
    ['BK_TTG', 'state', 'state', 'state', 'NĐ152 Đ42'],
    ['HCLD_3', 'state', 'state', 'state', 'NĐ152 Đ38'],
  ])('%s: R1 %s; R2 %s; R3 %s (%s)', (code, ...deciders) => {
    const found = REGIMES.map((regime) => LEVELS.filter((level) => mayDecide(book(regime), code, level)).join(' '));
    expect(found).toEqual(deciders.slice(0, 3));
  });

  it('no commune chair decides a CSTĐCS under R1 or R2 (trap 1)', () => {
    expect(REGIMES.map((regime) => mayDecide(book(regime), 'CSTDCS', 'commune'))).toEqual([false, false, true]);
  });
});

const TIERS_BY_SHARE: readonly [code: string, R1: string, R2: string, R3: string][] = [
  ['AHLD', '9/10', '9/10', '9/10'],
  ['AHLLVT', '9/10', '9/10', '9/10'],
  ['CSTDTQ', '9/10', '9/10', '9/10'],
  ['CSTD_TINH', '9/10', '9/10', '-'],
  ['CSTDCS', '-', '4/5', '-'],
  ['CO_TINH', '-', '4/5', '-'],
  ['CO_CP', '-', '4/5', '4/5'],
  ['LDTT', '-', '-', '-'],
  ['TTLDTT', '-', '-', '-'],
  ['TTLDXS', '-', '-', '-'],
  ['BK_TINH', '-', '-', '-'],
  ['GK', '-', '-', '-'],
];

describe('what a council must reach (NĐ91 Đ45.8; NĐ98 Đ30.7; NĐ152 Đ33.5)', () => {
  const ofNation = (regime: string, code: string) => {
    const vote = tier(regime, code).vote;
    return vote ? vote.threshold.fraction : '-';
  };

  it.each(TIERS_BY_SHARE)('%s: R1 %s, R2 %s, R3 %s', (code, ...shares) => {
    expect(REGIMES.map((regime) => ofNation(regime, code))).toEqual(shares);
  });

  it('is a share of all members, never of those present (trap 3)', () => {
    const rows = REGIMES.flatMap((regime) =>
      book(regime).tiers.map(({ code }) => voteRuleOf(book(regime), code)?.vote),
    );
    expect(new Set(rows.flatMap((row) => (row ? [row.base] : [])))).toEqual(new Set(['allMembers']));
    const national = REGIMES.flatMap((regime) => book(regime).tiers.flatMap(({ vote }) => (vote ? [vote] : [])));
    expect(national.filter(({ status }) => status !== 'verified')).toEqual([]);
  });

  it('is exact for every size of a council from 1 to 200', () => {
    for (const regime of REGIMES) {
      for (const [code] of TIERS_BY_SHARE) {
        const { threshold } = voteRuleOf(book(regime), code)!.vote;
        const { numerator, denominator } = parseFraction(threshold.fraction);
        for (let members = 1; members <= 200; members += 1) {
          const least = Array.from({ length: members + 1 }, (_, votes) => votes).find((votes) => {
            const [left, right] = [BigInt(votes) * denominator, numerator * BigInt(members)];
            return votes > 0 && (threshold.comparator === 'atLeast' ? left >= right : left > right);
          });
          expect([code, members, needed(members, threshold)]).toEqual([code, members, least]);
          expect(reaches(least!, members, threshold)).toBe(true);
          expect(reaches(least! - 1, members, threshold)).toBe(false);
        }
      }
    }
  });

  it.each<[string, string, string, number, number, string]>([
    ['R1', 'CSTDTQ', '90% of 10', 10, 9, 'NĐ91 Đ45.8'],
    ['R1', 'CSTD_TINH', '90% of 11', 11, 10, 'NĐ91 Đ45.8'],
    ['R2', 'CSTDCS', '80% of 9', 9, 8, 'NĐ98 Đ30.7'],
    ['R2', 'CO_TINH', '80% of 15', 15, 12, 'NĐ98 Đ30.7'],
    ['R3', 'CO_CP', '80% of 16', 16, 13, 'NĐ152 Đ33.5'],
    ['R3', 'AHLD', '90% of 19', 19, 18, 'NĐ152 Đ33.5'],
    ['R3', 'CSTDCS', 'over half of 9', 9, 5, 'no national text: the council’s choice'],
  ])('%s %s: %s (%d members) need %d votes (%s)', (regime, code, _, members, votes) => {
    const { threshold } = voteRuleOf(book(regime), code)!.vote;
    expect(reaches(votes, members, threshold)).toBe(true);
    expect(reaches(votes - 1, members, threshold)).toBe(false);
  });

  it('has no national share for CSTĐCS, the province’s fighter and its flag under R3 and says so (trap 2)', () => {
    for (const code of ['CSTDCS', 'CSTD_TINH', 'CO_TINH']) {
      expect(voteRuleOf(book('R3'), code)?.vote).toMatchObject({ status: 'unverified', councilChoice: true });
      expect(book('R3').delegations?.map(({ path }) => path)).toContain(`tiers.${code}.vote`);
    }
    expect(book('R3').delegations?.map(({ path }) => path)).not.toContain('tiers.CSTDTQ.vote');
  });

  it('takes the written opinions of absent members under R1 and R2; the text of R3 is silent (trap 3)', () => {
    expect(REGIMES.map((regime) => tier(regime, 'CSTDTQ').vote?.absent)).toEqual([
      'writtenOpinion',
      'writtenOpinion',
      'notInFavour',
    ]);
    expect(tier('R3', 'CSTDTQ').vote?.absentBy).toMatchObject({ status: 'unverified', councilChoice: true });
  });

  it('keeps the 80% of attendance apart from the 80% of votes (trap 4: NĐ152 Đ45.4.b and Đ33.5)', () => {
    const [hero, flag] = [voteRuleOf(book('R3'), 'AHLD')!, voteRuleOf(book('R3'), 'CO_CP')!];
    expect([hero.quorum.threshold.fraction, hero.vote.threshold.fraction]).toEqual(['4/5', '9/10']);
    expect([flag.quorum.threshold.fraction, flag.vote.threshold.fraction]).toEqual(['2/3', '4/5']);
    expect(hero.quorum.citation).toContain('Điều 45');
  });

  it('names a secret ballot under R1 only (trap 5: NĐ91 Đ45.8)', () => {
    const secret = (regime: string) =>
      book(regime).tiers.flatMap(({ code, vote }) => (vote?.ballot === 'secret' ? [code] : []));
    expect(REGIMES.map(secret)).toEqual([['CSTD_TINH', 'CSTDTQ', 'AHLD', 'AHLLVT'], [], []]);
    expect(REGIMES.map((regime) => tier(regime, 'CSTDTQ').vote?.ballot)).toEqual([
      'secret',
      'unspecified',
      'unspecified',
    ]);
  });
});
