import { localDate } from '../../../kernel';
import type { Finding } from '../answer.types';
import type { Evidence } from '../evidence.types';
import { ask, award, COMPLETE } from '../testing/samples';

type Row = readonly [string, Partial<Evidence>, Finding];

const unnamed = { achievedFrom: null, achievedTo: null } as const;

describe('holds', () => {
  it.each<Row>([
    ['the award', { awards: [award('BK_TINH', 2010)] }, 'met'],
    ['another award', { awards: [award('GK', 2010)] }, 'notProven'],
    ['another award in registers that are complete', { awards: [award('GK', 2010)], ...COMPLETE }, 'notMet'],
    ['registers that are complete from a later day only', { completeFrom: localDate('2015-01-01') }, 'notProven'],
    [
      'registers complete since before there was anything to win',
      { completeFrom: localDate('2015-01-01'), existsFrom: localDate('2015-01-01') },
      'notMet',
    ],
    [
      'an award decided after the question',
      { awards: [award('BK_TINH', 2024, { decidedOn: localDate('2025-01-21') })] },
      'notProven',
    ],
    [
      'an award decided on its day',
      { awards: [award('BK_TINH', 2024, { decidedOn: localDate('2025-01-20') })] },
      'met',
    ],
  ])('with %s', (_, evidence, finding) => {
    expect(ask(['holds', { tier: 'BK_TINH' }], evidence).finding).toBe(finding);
  });

  it('does not count what the case itself won', () => {
    const own = award('BK_TINH', 2024, { source: { kind: 'case', id: 'vu-1' } });
    expect(ask(['holds', { tier: 'BK_TINH' }], { awards: [own], ...COMPLETE }, { caseId: 'vu-1' }).finding).toBe(
      'notMet',
    );
  });
});

describe('holdsForYear', () => {
  it.each<Row>([
    ['the title of the year', { awards: [award('LDTT', 2024)] }, 'met'],
    ['that of the year before', { awards: [award('LDTT', 2023)], ...COMPLETE }, 'notMet'],
    ['nothing', {}, 'notProven'],
    ['registers that are complete from the first day of the year', { completeFrom: localDate('2024-01-01') }, 'notMet'],
    ['registers that are complete a day later', { completeFrom: localDate('2024-01-02') }, 'notProven'],
    [
      'a title whose decision names no year: the year or the one before',
      { awards: [award('LDTT', 2024, unnamed)], ...COMPLETE },
      'notProven',
    ],
  ])('with %s', (_, evidence, finding) => {
    expect(ask(['holdsForYear', { tier: 'LDTT' }], evidence).finding).toBe(finding);
  });
});

describe('heldTimes', () => {
  const three = [award('CSTDCS', 2020), award('CSTDCS', 2022), award('CSTDCS', 2024)];

  it.each<Row>([
    ['three, apart', { awards: three }, 'met'],
    ['two', { awards: three.slice(1) }, 'notProven'],
    ['two in registers that are complete', { awards: three.slice(1), ...COMPLETE }, 'notMet'],
    ['one year entered twice', { awards: [...three.slice(1), award('CSTDCS', 2024)], ...COMPLETE }, 'notMet'],
  ])('at any time, with %s', (_, evidence, finding) => {
    expect(ask(['heldTimes', { tier: 'CSTDCS', times: 3 }], evidence).finding).toBe(finding);
  });

  it.each<Row>([
    ['all inside', { awards: three }, 'met'],
    ['the first just outside', { awards: [award('CSTDCS', 2019), ...three.slice(1)], ...COMPLETE }, 'notMet'],
    [
      'registers complete for the span only',
      { awards: three.slice(1), completeFrom: localDate('2020-01-01') },
      'notMet',
    ],
    [
      'registers complete for a part of it',
      { awards: three.slice(1), completeFrom: localDate('2020-01-02') },
      'notProven',
    ],
  ])('within years, with %s', (_, evidence, finding) => {
    expect(ask(['heldTimes', { tier: 'CSTDCS', times: 3, within: 5 }], evidence).finding).toBe(finding);
  });

  it.each<Row>([
    ['all after it', { awards: [award('BK_TINH', 2019), ...three] }, 'met'],
    ['one in its year', { awards: [award('BK_TINH', 2020), ...three], ...COMPLETE }, 'notMet'],
    [
      'one in its year, where an earlier one may be unknown',
      { awards: [award('BK_TINH', 2020), ...three] },
      'notProven',
    ],
    ['a second award between them', { awards: [award('BK_TINH', 2019), award('BK_TINH', 2023), ...three] }, 'met'],
    [
      'an award without a period: its date counts',
      { awards: [award('BK_TINH', 2019, { ...unnamed, decidedOn: localDate('2019-10-10') }), ...three] },
      'met',
    ],
    [
      'one without a period in their first year',
      { awards: [award('BK_TINH', 2019, unnamed), ...three], ...COMPLETE },
      'notMet',
    ],
    ['none', { awards: three, ...COMPLETE }, 'notMet'],
  ])('since an award, with %s', (_, evidence, finding) => {
    expect(ask(['heldTimes', { tier: 'CSTDCS', times: 3, since: 'BK_TINH' }], evidence).finding).toBe(finding);
  });

  it('counts a form once for each decision', () => {
    const both = [award('GK', 2023), award('GK', 2023, { decidedOn: localDate('2023-06-01') })];
    expect(ask(['heldTimes', { tier: 'GK', times: 2 }], { awards: both }).finding).toBe('met');
    expect(ask(['heldTimes', { tier: 'GK', times: 2 }], { awards: [both[0]!, both[0]!], ...COMPLETE }).finding).toBe(
      'notMet',
    );
  });

  it('knows that a short time cannot hold many titles', () => {
    expect(ask(['heldTimes', { tier: 'CSTDCS', times: 3, within: 2 }], {}).finding).toBe('notMet');
  });

  it('says how many are missing', () => {
    expect(ask(['heldTimes', { tier: 'CSTDCS', times: 3 }], { awards: three.slice(2) }).missing).toEqual([
      { what: 'award', about: { tier: 'CSTDCS', times: 2 } },
    ]);
  });
});

describe('heldConsecutively', () => {
  const run = (...years: number[]): Pick<Evidence, 'awards'> => ({
    awards: years.map((year) => award('CSTDCS', year)),
  });
  const condition = ['heldConsecutively', { tier: 'CSTDCS', times: 3 }] as const;

  it.each<Row>([
    ['three in a row up to the year', run(2022, 2023, 2024), 'met'],
    ['three in a row long ago', run(2010, 2011, 2012), 'met'],
    ['three apart', { ...run(2020, 2022, 2024), ...COMPLETE }, 'notMet'],
    [
      'three apart and a year that nobody knows',
      { ...run(2020, 2022, 2024), completeFrom: localDate('2022-01-01') },
      'notProven',
    ],
    ['two in a row', run(2023, 2024), 'notProven'],
    ['nothing', {}, 'notProven'],
    ['nothing in registers that are complete', COMPLETE, 'notMet'],
    [
      'school years',
      {
        awards: [2021, 2022, 2023].map((year) =>
          award('CSTDCS', year, {
            achievedFrom: localDate(`${year}-09-01`),
            achievedTo: localDate(`${year + 1}-05-31`),
            decidedOn: localDate(`${year + 1}-07-01`),
          }),
        ),
      },
      'met',
    ],
    [
      'a title without a period in between',
      { awards: [award('CSTDCS', 2022), award('CSTDCS', 2023, unnamed), award('CSTDCS', 2024)], ...COMPLETE },
      'notProven',
    ],
  ])('with %s', (_, evidence, finding) => {
    expect(ask(condition, evidence).finding).toBe(finding);
  });

  it('asks for a recent run where the standard says so', () => {
    const recent = ['heldConsecutively', { tier: 'CSTDCS', times: 3, endsWithin: 1 }] as const;
    expect(ask(recent, run(2021, 2022, 2023)).finding).toBe('met');
    expect(ask(recent, { ...run(2020, 2021, 2022), ...COMPLETE }).finding).toBe('notMet');
  });

  it('asks for a run after an award where the standard says so', () => {
    const after = ['heldConsecutively', { tier: 'CSTDCS', times: 2, since: 'CSTDT' }] as const;
    expect(ask(after, { awards: [award('CSTDT', 2022), ...run(2023, 2024).awards] }).finding).toBe('met');
    expect(ask(after, { awards: [award('CSTDT', 2023), ...run(2023, 2024).awards], ...COMPLETE }).finding).toBe(
      'notMet',
    );
  });

  it('names the years that are missing from the nearest run', () => {
    const { missing, used } = ask(condition, run(2021, 2023));
    expect(missing.map(({ about }) => about.year)).toEqual([2022]);
    expect(used).toHaveLength(2);
  });
});
