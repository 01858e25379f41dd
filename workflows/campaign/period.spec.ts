import { localDate } from '../kernel';
import type { PeriodType, PlanInput } from './campaign.types';
import { durationClass, periodLabel, schoolYearIsClear } from './period';

describe(durationClass.name, () => {
  it.each([
    ['2024-01-01', '2024-12-30', 'underOneYear'],
    ['2024-01-01', '2024-12-31', 'oneYear'],
    ['2023-07-01', '2024-06-30', 'oneYear'],
    ['2024-01-01', '2025-01-01', 'oneToThreeYears'],
    ['2021-07-01', '2023-11-06', 'oneToThreeYears'],
    ['2021-01-01', '2023-12-30', 'oneToThreeYears'],
    ['2021-01-01', '2023-12-31', 'threeToFiveYears'],
    ['2021-01-01', '2025-12-30', 'threeToFiveYears'],
    ['2021-01-01', '2025-12-31', 'fiveYearsAndMore'],
    ['2024-02-29', '2025-02-28', 'oneYear'],
    ['2024-02-29', '2025-02-27', 'underOneYear'],
    ['2024-02-29', '2027-02-28', 'threeToFiveYears'],
    ['2024-03-01', '2024-03-01', 'underOneYear'],
  ])('from %s to %s is %s', (startsOn, endsOn, expected) => {
    expect(durationClass(localDate(startsOn), localDate(endsOn))).toBe(expected);
  });
});

const period = (periodType: PeriodType, startsOn: string, endsOn: string, schoolYear?: string): PlanInput =>
  ({ periodType, startsOn, endsOn, ...(schoolYear === undefined ? {} : { schoolYear }) }) as unknown as PlanInput;

describe(periodLabel.name, () => {
  it.each<[PeriodType, string, string, string | undefined, string]>([
    ['calendarYear', '2024-01-01', '2024-12-31', undefined, '2024'],
    ['severalYears', '2021-07-01', '2023-11-06', undefined, '2021-2023'],
    ['schoolYear', '2024-09-05', '2025-05-31', undefined, '2024-2025'],
    ['schoolYear', '2025-01-15', '2025-05-31', '2024-2025', '2024-2025'],
  ])('of a %s from %s to %s named %s is %s', (type, startsOn, endsOn, named, label) => {
    expect(periodLabel(period(type, startsOn, endsOn, named))).toBe(label);
  });
});

describe(schoolYearIsClear.name, () => {
  it.each<[PeriodType, string, string, string | undefined, boolean]>([
    ['schoolYear', '2024-09-05', '2025-05-31', undefined, true],
    ['schoolYear', '2025-01-15', '2025-05-31', undefined, false],
    ['schoolYear', '2025-01-15', '2025-05-31', '2024-2025', true],
    ['schoolYear', '2024-09-05', '2025-05-31', '2025-2026', false],
    ['schoolYear', '2024-09-05', '2025-05-31', '2024-2026', false],
    ['schoolYear', '2024-09-05', '2026-05-31', '2024-2025', false],
    ['schoolYear', '2024-09-05', '2025-05-31', '24-25', false],
    ['calendarYear', '2024-01-01', '2024-12-31', undefined, true],
    ['calendarYear', '2024-01-01', '2024-12-31', '2024-2025', false],
  ])('of a %s from %s to %s named %s: %s', (type, startsOn, endsOn, named, isClear) => {
    expect(schoolYearIsClear(period(type, startsOn, endsOn, named))).toBe(isClear);
  });
});
