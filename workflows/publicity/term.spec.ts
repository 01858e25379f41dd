import { localDate, type LocalDate } from '../kernel';
import { owedDays, periodsIn, spanFaults, termFaults, type Cadence, type PieceTerm, type Span } from './term';

function term(cadence: Cadence, startsOn: string | null, dueOn: string): PieceTerm {
  return { cadence, startsOn: startsOn === null ? null : localDate(startsOn), dueOn: localDate(dueOn) };
}

function span(from: string, to: string): Span {
  return { from: localDate(from), to: localDate(to) };
}

const ONCE = term('once', null, '2024-06-30');
const DAILY = term('perDay', '2024-01-15', '2024-03-10');
const MONTHLY = term('perMonth', '2024-01-01', '2024-12-31');

describe(termFaults.name, () => {
  it.each([
    ['one day', ONCE, []],
    ['days', DAILY, []],
    ['one day of days', term('perDay', '2024-02-29', '2024-02-29'), []],
    ['months', MONTHLY, []],
    ['one day with a start', term('once', '2024-01-01', '2024-06-30'), ['startWithoutMeaning']],
    ['days without a start', term('perDay', null, '2024-06-30'), ['startMissing']],
    ['an end before the start', term('perDay', '2024-07-01', '2024-06-30'), ['endsBeforeStart']],
    ['parts of months', term('perMonth', '2024-01-01', '2024-02-28'), ['notWholeMonths']],
    ['months that begin late', term('perMonth', '2024-01-02', '2024-02-29'), ['notWholeMonths']],
    ['a century', term('perDay', '1924-01-01', '2024-01-01'), ['tooLong']],
  ] as const)('%s', (_, asked, faults) => {
    expect(termFaults(asked)).toEqual(faults);
  });
});

describe(spanFaults.name, () => {
  const asked = (about: PieceTerm, from: string | null, to: string, others: readonly Span[] = []): readonly string[] =>
    spanFaults(about, { from: from as LocalDate | null, to: localDate(to) }, others);

  it('takes a total for what is published once, also a late one, and each day once', () => {
    expect(asked(ONCE, null, '2024-07-05')).toEqual([]);
    expect(asked(ONCE, '2024-06-01', '2024-06-30')).toEqual(['spanWithoutMeaning']);
    expect(asked(ONCE, null, '2024-06-30', [span('2024-06-30', '2024-06-30')])).toEqual(['overlaps']);
  });

  it('takes days of the term that nobody reported', () => {
    expect(asked(DAILY, '2024-01-15', '2024-03-10')).toEqual([]);
    expect(asked(DAILY, null, '2024-03-10')).toEqual(['spanMissing']);
    expect(asked(DAILY, '2024-01-14', '2024-01-20')).toEqual(['outsideTerm']);
    expect(asked(DAILY, '2024-03-01', '2024-03-11')).toEqual(['outsideTerm']);
    expect(asked(DAILY, '2024-03-02', '2024-03-01')).toEqual(['outsideTerm']);
    const january = [span('2024-01-15', '2024-01-31')];
    expect(asked(DAILY, '2024-01-31', '2024-02-01', january)).toEqual(['overlaps']);
    expect(asked(DAILY, '2024-02-01', '2024-02-01', january)).toEqual([]);
  });

  it('takes whole months', () => {
    expect(asked(MONTHLY, '2024-02-01', '2024-02-29')).toEqual([]);
    expect(asked(MONTHLY, '2024-02-01', '2024-02-28')).toEqual(['notWholeMonths']);
  });
});

describe(periodsIn.name, () => {
  it.each([
    ['once', '2024-06-30', '2024-06-30', 1],
    ['perDay', '2024-02-28', '2024-03-01', 3],
    ['perDay', '2024-01-01', '2024-01-01', 1],
    ['perMonth', '2023-11-01', '2024-02-29', 4],
    ['perMonth', '2024-02-01', '2024-02-29', 1],
  ] as const)('%s from %s to %s are %i', (cadence, from, to, count) => {
    expect(periodsIn(cadence, span(from, to))).toBe(count);
  });
});

describe(owedDays.name, () => {
  it('owes what is published once until it is reported', () => {
    expect(owedDays(ONCE, [])).toEqual(['2024-06-30']);
    expect(owedDays(ONCE, [span('2024-03-01', '2024-03-01')])).toEqual([]);
  });

  it('owes the end of every month whose days are not all reported', () => {
    expect(owedDays(DAILY, [])).toEqual(['2024-01-31', '2024-02-29', '2024-03-10']);
    expect(owedDays(DAILY, [span('2024-01-16', '2024-02-29')])).toEqual(['2024-01-31', '2024-03-10']);
    const parts = [span('2024-02-15', '2024-03-10'), span('2024-01-15', '2024-02-14')];
    expect(owedDays(DAILY, parts)).toEqual([]);
    expect(owedDays(MONTHLY, [span('2024-01-01', '2024-11-30')])).toEqual(['2024-12-31']);
  });
});
