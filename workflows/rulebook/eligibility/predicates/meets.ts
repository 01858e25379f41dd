import { required } from '../parameters';
import { found, missingOf, NOTHING, predicate } from '../predicate';

/** The standard of another tier is met as well; its polarity is that of the standard. */
export const meets = predicate({
  label: { vi: 'Đạt tiêu chuẩn {tier}', en: 'Meets the standard of {tier}' },
  parameters: { tier: required('tier') },
  polarity: {},
  judge:
    ({ tier }, standardOf) =>
    (facts) => {
      const within = standardOf(tier, facts);
      if (within === null) return found('notProven', NOTHING, [missingOf('standard', { tier })]);
      return { finding: within.finding, used: NOTHING, missing: NOTHING, within };
    },
});
