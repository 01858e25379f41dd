import fc from 'fast-check';
import { decimal, dong, localDate, parseFraction, type Decimal, type LocalDate } from '../../workflows/kernel';
import { prizeOf, type RuleStatus, type SubjectKind } from '../../workflows/rulebook';
import { REGIMES, theLaw } from '../factories/law';

const { release, book, tier } = theLaw();

/** The prize by the rules and the salary of the day of the decision. */
function prize(code: string, subjectKind: SubjectKind, decidedOn: LocalDate, roundBeforeMultiplier?: boolean) {
  const rulebook = release.rulebooks.find(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= decidedOn && (effectiveTo === null || decidedOn <= effectiveTo),
  )!;
  return prizeOf({
    rulebook,
    baseSalaries: release.baseSalaries,
    tier: code,
    subjectKind,
    decidedOn,
    ...(roundBeforeMultiplier === undefined ? {} : { roundBeforeMultiplier }),
  });
}

/** Coefficient and status, `4.5` for verified and `8 secondary` for what is less sure; `-` where there is none. */
type Row = readonly [code: string, R1: string, R2: string, R3: string];
const COEFFICIENTS: readonly Row[] = [
  ['CSTDTQ', '4.5', '4.5', '4.5'],
  ['CSTD_TINH', '3.0', '3.0', '3.0'],
  ['CSTDCS', '1', '1', '1'],
  ['LDTT', '0.3', '0.3', '0.3'],
  ['TTLDXS', '1.5', '1.5 secondary', '1.5'],
  ['TTLDTT', '0.8', '0.8 secondary', '0.8'],
  ['THON_VAN_HOA', '1.5', '1.5 unverified', '1.5'],
  ['XA_TIEU_BIEU', '-', '2.0 unverified', '2.0'],
  ['CO_CP', '12', '12 secondary', '12'],
  ['CO_TINH', '8', '8 secondary', '8'],
  ['CO_QUAN_KHU', '-', '-', '6'],
  ['BK_TTG', '3.5', '3.5 secondary', '3.5'],
  ['BK_TINH', '1', '1.5', '1.5'],
  ['BK_QUAN_KHU', '-', '-', '1.0'],
  ['GK', '0.3 unverified', '0.3 unverified', '0.3'],
  ['GK_XA', '0.15 unverified', '-', '-'],
  ['HC_SAO_VANG', '46 unverified', '46', '46'],
  ['HC_HCM', '30.5 unverified', '30.5', '30.5'],
  ['HC_DOC_LAP_1', '15 unverified', '15', '15'],
  ['HC_QUAN_CONG_2', '12.5 unverified', '12.5', '12.5'],
  ['HC_DOC_LAP_3', '10.5 unverified', '10.5', '10.5'],
  ['HCLD_1', '9 unverified', '9', '9'],
  ['HCLD_2', '7.5 unverified', '7.5', '7.5'],
  ['HCLD_3', '4.5 unverified', '4.5', '4.5'],
  ['AHLD', '15.5 unverified', '-', '15.5'],
  ['BMVNAH', '-', '-', '15.5'],
  ['NGND', '-', '-', '12.5'],
  ['NGUT', '-', '-', '9'],
  ['GT_HCM', '-', '-', '270'],
  ['GT_NHA_NUOC', '-', '-', '170'],
  ['GDVH', '-', '-', '-'],
];

describe('coefficients (NĐ91 Đ69-73; NĐ98 Đ54-57; NĐ152 Đ50-55)', () => {
  const shown = (row: { coefficient: Decimal; status: RuleStatus } | null | undefined) =>
    row ? [row.coefficient, ...(row.status === 'verified' ? [] : [row.status])].join(' ') : '-';

  it.each(COEFFICIENTS)('%s: R1 %s, R2 %s, R3 %s', (code, ...expected) => {
    const rows = REGIMES.map((regime) => book(regime).tiers.find((each) => each.code === code)?.prize);
    const plain = (text: string) => text.replace(/^([\d.]+)/, (figure) => decimal(figure));
    expect(rows.map(shown)).toEqual(expected.map(plain));
  });

  it('work no prize out of a ceiling (Kỷ niệm chương: at most 0.8 and 0.6)', () => {
    expect(tier('R3', 'KNC_TINH').prize).toMatchObject({ coefficient: '0.6', isCeiling: true });
    expect(prize('KNC_TINH', 'person', localDate('2025-09-01'))).toBeUndefined();
  });
});

describe('vectors (NĐ152 Đ49.1, Đ49.2)', () => {
  const [before, after] = [localDate('2025-09-01'), localDate('2026-07-01')];
  it.each<[string, SubjectKind, LocalDate, string]>([
    ['LDTT', 'person', before, '710000'],
    ['CSTDCS', 'person', before, '2340000'],
    ['TTLDTT', 'collective', before, '1880000'],
    ['BK_TINH', 'person', before, '3510000'],
    ['BK_TINH', 'collective', before, '7020000'],
    ['BK_TINH', 'household', before, '5270000'],
    ['CSTDTQ', 'person', before, '10530000'],
    ['GK', 'household', before, '1060000'],
    ['LDTT', 'person', after, '760000'],
    ['CSTD_TINH', 'person', after, '7590000'],
    ['TTLDXS', 'collective', after, '3800000'],
    ['CO_TINH', 'collective', after, '20240000'],
    // Orders: a collective gets twice (NĐ152 Đ51.2; NĐ98 Đ55.2).
    ['HCLD_3', 'collective', before, '21060000'],
  ])('%s for a %s decided on %s is %s', (code, kind, decidedOn, amount) => {
    expect(prize(code, kind, decidedOn)?.amount).toBe(amount);
  });

  it('18: takes the salary of the day of the decision', () => {
    const salaries = ['2023-06-30', '2023-07-01', '2024-06-30', '2024-07-01', '2026-06-30', '2026-07-01'].map(
      (day) => prize('CSTDCS', 'person', localDate(day))?.baseSalary,
    );
    expect(salaries).toEqual(['1490000', '1800000', '1800000', '2340000', '2340000', '2530000']);
  });

  it('may round a collective’s prize before it is doubled, where the finance office says so (text silent)', () => {
    expect([false, true].map((first) => prize('GK', 'collective', before, first)?.amount)).toEqual([
      '1410000',
      '1420000',
    ]);
    expect(book('R3').roundingOrder).toMatchObject({ councilChoice: true, status: 'unverified' });
  });

  it('10: raised the certificate of a province from 1.0 to 1.5 (NĐ91 Đ69-73; NĐ98 Đ54-57)', () => {
    expect(['2023-12-31', '2024-01-01'].map((day) => prize('BK_TINH', 'person', localDate(day))?.amount)).toEqual([
      '1800000',
      '2700000',
    ]);
  });

  it('pays only the highest of titles over one period, each of all else, by a rule of R3 alone (NĐ152 Đ49.5-49.7)', () => {
    expect(REGIMES.map((regime) => book(regime).stacking)).toMatchObject([
      null,
      null,
      { titlesOfOnePeriod: 'highestOnly', titlesOfOtherPeriods: 'each', forms: 'each', titleAndForm: 'each' },
    ]);
  });

  it('is paid by whoever decides, for the State’s awards by the awardee’s authority (NĐ152 Đ47.2)', () => {
    expect(book('R3').payer).toMatchObject({ ownDecisions: 'decider', stateDecisions: 'authorityOfAwardee' });
  });
});

describe('money', () => {
  const withPrize = REGIMES.flatMap((regime) =>
    book(regime).tiers.flatMap(({ code, subjects, prize: row }) =>
      row && !row.isCeiling ? subjects.map((subjectKind) => ({ rulebook: book(regime), tier: code, subjectKind })) : [],
    ),
  );
  type Asked = (typeof withPrize)[number];
  const lacksMultiplier = ({ rulebook, tier: code, subjectKind }: Asked): boolean =>
    subjectKind !== 'person' &&
    tier(rulebook.regime, code).kind === 'form' &&
    rulebook.multipliers[subjectKind] === null;
  const anything = fc.record({
    asked: fc.constantFrom(...withPrize),
    thousands: fc.integer({ min: 1, max: 50_000_000 }),
    roundBeforeMultiplier: fc.boolean(),
  });

  /** The number as a fraction over a thousand. */
  const exactly = (value: Decimal): bigint => {
    const [whole = '', part = ''] = value.split('.');
    return BigInt(whole + part.padEnd(3, '0'));
  };

  it('never loses a đồng, and is rounded up by less than 10,000 for each time that it is rounded', () => {
    fc.assert(
      fc.property(anything, ({ asked, thousands, roundBeforeMultiplier }) => {
        const salary = dong(`${thousands}000`);
        const decidedOn = localDate('2025-09-01');
        const baseSalaries = [
          { from: decidedOn, amount: salary, citation: 'mẫu', status: 'verified', councilChoice: false } as const,
        ];
        const found = prizeOf({ ...asked, baseSalaries, decidedOn, roundBeforeMultiplier });
        // No text was seen of what a form brings to collectives under R1.
        expect(found === undefined).toBe(lacksMultiplier(asked));
        if (!found) return;
        const exact = BigInt(salary) * exactly(found.coefficient) * exactly(found.multiplier);
        const over = BigInt(found.amount) * 1_000_000n - exact;
        const most = roundBeforeMultiplier
          ? 10_000n * exactly(found.multiplier) * 1000n + 10_000n * 1_000_000n
          : 10_000n * 1_000_000n;
        expect(found.amount).toMatch(/^[1-9]\d*0000$/);
        expect(over >= 0n && over < most).toBe(true);
        expect(parseFraction(`${found.amount as `${bigint}`}/10000`).denominator).toBe(1n);
      }),
      { numRuns: 500 },
    );
  });

  it('grows with the salary', () => {
    fc.assert(
      fc.property(
        anything,
        fc.integer({ min: 0, max: 1_000_000 }),
        ({ asked, thousands, roundBeforeMultiplier }, more) => {
          const of = (each: number) =>
            prizeOf({
              ...asked,
              roundBeforeMultiplier,
              decidedOn: localDate('2025-09-01'),
              baseSalaries: [
                {
                  from: localDate('2025-01-01'),
                  amount: dong(`${each}000`),
                  citation: 'mẫu',
                  status: 'verified',
                  councilChoice: false,
                },
              ],
            })?.amount ?? '0';
          expect(BigInt(of(thousands + more)) >= BigInt(of(thousands))).toBe(true);
        },
      ),
    );
  });
});
