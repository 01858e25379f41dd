import type { LeadershipEvidence } from '../evidence.types';
import { ordered, type Facts } from '../facts';
import { required } from '../parameters';
import { found, missingOf, predicate, usedOf, type Found } from '../predicate';

const POLARITY = { leadership: 'supporting' } as const;

/** First of a cluster or block that bodies of this level run, in the year. */
export const leadsCluster = predicate({
  label: {
    vi: 'Dẫn đầu cụm, khối thi đua do cấp {level} tổ chức',
    en: 'Leads a cluster or block run at the level of {level}',
  },
  parameters: { level: required('level') },
  polarity: POLARITY,
  judge:
    ({ level }) =>
    (facts) =>
      leading(facts, facts.year, 'cluster', { year: facts.year, level }, (each) => each.level === level),
});

/** Outstanding in a campaign that this level launched and that lasted long enough, in the achievement period. */
export const leadsCampaign = predicate({
  label: {
    vi: 'Dẫn đầu phong trào thi đua theo chuyên đề do cấp {level} phát động, kéo dài từ {months} tháng trở lên',
    en: 'Leads a campaign launched at the level of {level} that lasted at least {months} months',
  },
  parameters: { level: required('level'), months: required('count') },
  polarity: POLARITY,
  judge:
    ({ level, months }) =>
    (facts) =>
      leading(facts, facts.firstYear, 'campaign', { level, months }, (each) => {
        if (each.level !== level) return false;
        return each.months === null ? null : each.months >= months;
      }),
});

/** `isEnough` answers null where the evidence does not say. */
function leading(
  facts: Facts,
  firstYear: number,
  of: LeadershipEvidence['of'],
  about: Readonly<Record<string, string | number>>,
  isEnough: (each: LeadershipEvidence) => boolean | null,
): Found {
  const led = ordered(facts.evidence.leaderships)
    .filter((each) => each.of === of && each.year >= firstYear && each.year <= facts.year)
    .map((each) => ({ isEnough: isEnough(each), used: usedLeadership(each) }));
  const by = led.find((each) => each.isEnough === true);
  if (by) return found('met', [by.used]);
  const isPossible = led.some((each) => each.isEnough === null) || !facts.isCompleteFromYear(firstYear);
  return found(
    isPossible ? 'notProven' : 'notMet',
    led.map(({ used }) => used),
    [missingOf(of, about)],
  );
}

function usedLeadership({ of, year, level, months, source }: LeadershipEvidence): ReturnType<typeof usedOf> {
  return usedOf(of, source, { year, level, months });
}
