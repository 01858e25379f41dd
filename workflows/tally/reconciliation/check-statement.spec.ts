import fc from 'fast-check';
import { decimal, localDate } from '../../kernel';
import { checkWithItself, checkWithRecords } from './check-statement';
import { findingSentence } from './sentence';
import type { Figure, StatementContent } from './statement.types';

const text = (changes: Partial<StatementContent>): StatementContent => ({
  axis: 'achievement',
  figures: [],
  lists: [],
  periods: [],
  ...changes,
});

/** A total and its parts, each called by its place. */
const sum = (total: string, ...parts: readonly string[]): readonly Figure[] => [
  { code: 'total', label: 'Tổng', value: decimal(total), parts: parts.map((_, index) => `p${index + 1}`) },
  ...parts.map((value, index) => ({ code: `p${index + 1}`, label: `Phần ${index + 1}`, value: decimal(value) })),
];

const inWords = (content: StatementContent): readonly string[] => {
  const labels = new Map(
    [...content.figures, ...content.lists, ...content.periods].map((one) => [one.code, one.label]),
  );
  return checkWithItself(content).map((finding) => findingSentence(finding, (code) => labels.get(code) ?? code).en);
};

describe('a sum of a published text', () => {
  // Every sum that the guide and the bulletin print.
  it.each([
    ['89', ['46', '43']],
    ['53', ['1', '7', '21', '24']],
    ['49', ['32', '17']],
    ['32', ['5', '13', '14']],
    ['17', ['4', '10', '3']],
    ['82', ['44', '38']],
    ['44', ['9', '5', '27', '3']],
    ['38', ['4', '9', '15', '10']],
    ['80', ['1', '4', '10', '13', '52']],
    ['98', ['13', '85']],
  ])('is silent where it adds up: %s', (total, parts) => {
    expect(checkWithItself(text({ figures: sum(total, ...parts) }))).toEqual([]);
  });

  it('is named with both numbers where it does not: 59 projects, 29 and 26', () => {
    const content = text({ figures: sum('59', '29', '26') });
    expect(checkWithItself(content)).toEqual([
      { kind: 'sumDiffers', code: 'total', stated: '59', found: '55', agreesWithout: [] },
    ]);
    expect(inWords(content)).toEqual(['"Tổng" says 59, its parts add up to 55.']);
  });

  it('says without which part it would add up: 52 badges, 1, 12, 39 and 1', () => {
    const content = text({ figures: sum('52', '1', '12', '39', '1') });
    expect(checkWithItself(content)).toEqual([
      { kind: 'sumDiffers', code: 'total', stated: '52', found: '53', agreesWithout: ['p1', 'p4'] },
    ]);
    expect(inWords(content)[0]).toBe('"Tổng" says 52, its parts add up to 53; to 52 without "Phần 1" or "Phần 4".');
  });

  it('is exact with decimals', () => {
    expect(checkWithItself(text({ figures: sum('0.3', '0.1', '0.2') }))).toEqual([]);
  });

  it('is found out whenever one part is another one, whatever the numbers', () => {
    const parts = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 1_000 }), (values, slip) => {
        const total = values.reduce((a, b) => a + b, 0);
        const printed = values.map(String);
        expect(checkWithItself(text({ figures: sum(String(total), ...printed) }))).toEqual([]);
        expect(checkWithItself(text({ figures: sum(String(total + slip), ...printed) }))).toMatchObject([
          { stated: String(total + slip), found: String(total) },
        ]);
      }),
    );
  });
});

describe('a share of a published text', () => {
  const share = (reached: string, all: string): StatementContent =>
    text({
      figures: [
        { code: 'all', label: 'Chỉ tiêu', value: decimal(all) },
        { code: 'some', label: 'Vượt', value: decimal(reached), within: 'all' },
      ],
    });

  it.each(['6', '21'])('is silent up to the whole: %s of 21', (some) => {
    expect(checkWithItself(share(some, '21'))).toEqual([]);
  });

  it('is named beyond it', () => {
    expect(inWords(share('22', '21'))).toEqual(['"Vượt" says 22, more than the whole of 21.']);
  });
});

describe('a list of a published text', () => {
  const list = (code: string, ...items: string[]) => ({ code, label: `Danh sách ${code}`, items });

  it('names what is printed twice, and where', () => {
    expect(checkWithItself(text({ lists: [list('a', 'Địa điểm 1', 'Địa điểm 2', ' địa  điểm 1')] }))).toEqual([
      { kind: 'listedTwice', code: 'a', item: 'Địa điểm 1', places: [1, 3] },
    ]);
  });

  it('takes names that differ in an accent for two', () => {
    expect(checkWithItself(text({ lists: [list('a', 'Tổ 1', 'Tô 1')] }))).toEqual([]);
  });

  it('must have as many names as the text says', () => {
    const figures = [{ code: 'n', label: 'Số điểm', value: decimal('3') }];
    const content = text({ figures, lists: [{ ...list('a', 'x', 'y', 'x'), total: 'n' }] });
    expect(checkWithItself(content)).toMatchObject([
      { kind: 'listedTwice', item: 'x' },
      { kind: 'listLengthDiffers', stated: '3', found: '2' },
    ]);
  });

  it('names what it has in common with another one, and adds nothing', () => {
    const content = text({ lists: [list('a', 'Tập thể 1', 'Tập thể 2'), list('b', 'Tập thể 2', 'Tập thể 3')] });
    expect(checkWithItself(content)).toEqual([{ kind: 'listsOverlap', code: 'a', other: 'b', items: ['Tập thể 2'] }]);
    expect(inWords(content)[0]).toContain('1 name in common: Tập thể 2');
  });
});

describe('a period of a published text', () => {
  const period = { code: 't', label: 'Thời gian', from: localDate('2004-01-01'), to: localDate('2021-06-30') };

  it('is named with both lengths: "more than 18 years" from 01/01/2004 to 30/06/2021', () => {
    const content = text({ periods: [{ ...period, claim: 'moreThan', months: 216 }] });
    expect(checkWithItself(content)).toEqual([
      {
        kind: 'periodDiffers',
        code: 't',
        claim: 'moreThan',
        stated: { years: 18, months: 0, days: 0 },
        found: { years: 17, months: 6, days: 0 },
      },
    ]);
    expect(inWords(content)).toEqual(['"Thời gian" says more than 18 years, by its dates it is 17 years 6 months.']);
  });

  it('says one year, one month and one day as one of each', () => {
    const [from, to] = [localDate('2020-01-01'), localDate('2021-02-01')];
    const content = text({ periods: [{ ...period, from, to, claim: 'exactly', months: 1 }] });
    expect(inWords(content)).toEqual(['"Thời gian" says exactly 1 month, by its dates it is 1 year 1 month 1 day.']);
  });

  it.each([
    ['exactly', 210],
    ['moreThan', 209],
    ['atLeast', 210],
    ['lessThan', 211],
    ['atMost', 210],
  ] as const)('is silent where it is so: %s %i months', (claim, months) => {
    expect(checkWithItself(text({ periods: [{ ...period, claim, months }] }))).toEqual([]);
  });
});

describe('checkWithRecords', () => {
  const content = text({ figures: sum('137', '52', '85') });

  it('names a figure that our records count otherwise, and leaves alone what they do not count', () => {
    const counted = new Map([
      ['p1', decimal('52')],
      ['p2', decimal('84')],
    ]);
    expect(checkWithRecords(content, counted)).toEqual([
      { kind: 'recordsDiffer', code: 'p2', stated: '85', found: '84' },
    ]);
  });
});
