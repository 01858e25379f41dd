import { addDays, localDate, type LocalDate } from '../kernel';
import type { PeriodType, PlanInput } from './campaign.types';

/** How long a campaign lasts, as titles for campaigns ask for it. */
export type DurationClass = 'underOneYear' | 'oneYear' | 'oneToThreeYears' | 'threeToFiveYears' | 'fiveYearsAndMore';

/**
 * The class of a period, both days included: 01/01/2021 to 31/12/2023 are three years.
 * From three and from five years a campaign may end in higher flags: Law 2022 Đ25 (five years), Đ26.2 (three years).
 */
export function durationClass(startsOn: LocalDate, endsOn: LocalDate): DurationClass {
  const over = addDays(endsOn, 1);
  const lastsAtLeast = (years: number): boolean => over >= yearsLater(startsOn, years);
  if (lastsAtLeast(5)) return 'fiveYearsAndMore';
  if (lastsAtLeast(3)) return 'threeToFiveYears';
  if (!lastsAtLeast(1)) return 'underOneYear';
  return over === yearsLater(startsOn, 1) ? 'oneYear' : 'oneToThreeYears';
}

const SCHOOL_YEAR = /^(\d{4})-(\d{4})$/;

type Period = Pick<PlanInput, 'startsOn' | 'endsOn' | 'schoolYear'> & {
  readonly periodType: PeriodType;
  readonly periodLabel?: string;
};

/**
 * A school year is what its plan says: its first and last day, and the two years it is called by, `2024-2025`. The name
 * may be left out where the days lie in just these two years; a period of any other type has none.
 */
export function schoolYearIsClear({ periodType, startsOn, endsOn, schoolYear }: PlanInput): boolean {
  if (periodType !== 'schoolYear') return schoolYear === undefined;
  const [from, to] = [yearOf(startsOn), yearOf(endsOn)];
  if (schoolYear === undefined) return to === from + 1;
  const [, first, second] = SCHOOL_YEAR.exec(schoolYear) ?? [];
  const isPair = first !== undefined && Number(second) === Number(first) + 1;
  return isPair && from >= Number(first) && to <= Number(second);
}

/** What a period is called: `2024`, of a school year `2024-2025`, of several years `2021-2023`. */
export function periodLabel({ periodType, startsOn, endsOn, schoolYear, periodLabel: present }: Period): string {
  if (periodType === 'schoolYear' && (schoolYear ?? present) !== undefined) return String(schoolYear ?? present);
  const [from, to] = [yearOf(startsOn), yearOf(endsOn)];
  return from === to ? String(from) : `${from}-${to}`;
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** The same day so many years later; of 29/02 the 1st of March, where there is no such day. */
function yearsLater(date: LocalDate, years: number): string {
  const year = String(yearOf(date) + years).padStart(4, '0');
  const isLeapDay = date.endsWith('-02-29');
  if (!isLeapDay) return `${year}${date.slice(4)}`;
  return addDays(localDate(`${year}-02-28`), 1);
}
