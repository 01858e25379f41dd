import { reaches } from '../../../kernel';
import type { Finding, MissingEvidence, UsedEvidence } from '../answer.types';
import type { MembersEvidence } from '../evidence.types';
import { ordered, type Facts } from '../facts';
import { DISCIPLINE_ORDER } from '../orders';
import { required } from '../parameters';
import { found, missingOf, NOTHING, predicate, usedOf, type Found } from '../predicate';
import { both } from '../three-valued';

const POLARITY = { members: 'supporting' } as const;

/** The share of the members of the year who hold a tier, as an exact fraction. */
export const shareOfMembersHolding = predicate({
  label: {
    vi: 'Tỷ lệ thành viên được tặng {tier}: {comparator} {share}',
    en: 'Share of members holding {tier}: {comparator} {share}',
  },
  parameters: { tier: required('tier'), share: required('share'), comparator: required('comparator') },
  polarity: POLARITY,
  judge:
    ({ tier, share, comparator }) =>
    (facts) =>
      ofMembers(facts, { tier }, ({ members, holders }) => {
        const count = Object.hasOwn(holders, tier) ? holders[tier] : undefined;
        return count === undefined
          ? null
          : {
              says: { tier, holders: count, members },
              isMet: reaches(count, members, { fraction: share, comparator }),
            };
      }),
});

/** At least so many members of the year hold a tier. */
export const membersHolding = predicate({
  label: { vi: 'Có ít nhất {count} thành viên được tặng {tier}', en: 'At least {count} members hold {tier}' },
  parameters: { tier: required('tier'), count: required('count') },
  polarity: POLARITY,
  judge:
    ({ tier, count: least }) =>
    (facts) =>
      ofMembers(facts, { tier }, ({ members, holders }) => {
        const count = Object.hasOwn(holders, tier) ? holders[tier] : undefined;
        return count === undefined ? null : { says: { tier, holders: count, members }, isMet: count >= least };
      }),
});

/** The share of the members of the year who were rated so or better; all of them is `1/1`. */
export const shareOfMembersRated = predicate({
  label: {
    vi: 'Tỷ lệ thành viên được xếp loại từ {rating} trở lên: {comparator} {share}',
    en: 'Share of members rated {rating} or better: {comparator} {share}',
  },
  parameters: { rating: required('rating'), share: required('share'), comparator: required('comparator') },
  polarity: POLARITY,
  judge:
    ({ rating, share, comparator }) =>
    (facts) =>
      ofMembers(facts, { rating }, ({ members, ratedAtLeast }) => {
        const count = ratedAtLeast?.[rating];
        return count === undefined
          ? null
          : {
              says: { rating, rated: count, members },
              isMet: reaches(count, members, { fraction: share, comparator }),
            };
      }),
});

/** No member was disciplined in the year by a form or a graver one. */
export const noMemberDisciplined = predicate({
  label: {
    vi: 'Không có thành viên bị kỷ luật từ hình thức {form} trở lên',
    en: 'No member disciplined by {form} or anything graver',
  },
  parameters: { form: required('discipline') },
  polarity: POLARITY,
  judge: ({ form }) => {
    const least = DISCIPLINE_ORDER.indexOf(form);
    return (facts) =>
      ofMembers(facts, { discipline: form }, ({ gravestDiscipline }) => {
        if (gravestDiscipline === undefined) return null;
        const says = { gravestDiscipline };
        const gravity = gravestDiscipline === null ? -1 : DISCIPLINE_ORDER.indexOf(gravestDiscipline);
        // Of a form that is not in the order nobody here knows whether it is graver, unless every form is too grave.
        if (gravestDiscipline !== null && gravity < 0 && least > 0) return { says, isMet: null };
        return { says, isMet: gravestDiscipline === null || gravity < least };
      });
  },
});

interface Weighed {
  readonly says: UsedEvidence['says'];
  /** Null: it does not decide. */
  readonly isMet: boolean | null;
}

/** All that is known of the members in the year; where two rows contradict each other the worse one counts. */
function ofMembers(
  facts: Facts,
  about: MissingEvidence['about'],
  weigh: (members: MembersEvidence) => Weighed | null,
): Found {
  const missing = [missingOf('members', { year: facts.year, ...about })];
  const used: UsedEvidence[] = [];
  let finding: Finding | null = null;
  for (const members of ordered(facts.evidence.members.filter(({ year }) => year === facts.year))) {
    const weighed = weigh(members);
    if (weighed === null) continue;
    const each = weighed.isMet === null ? 'notProven' : weighed.isMet ? 'met' : 'notMet';
    finding = finding === null ? each : both(finding, each);
    used.push(usedOf('members', members.source, { year: members.year, ...weighed.says }));
  }
  return finding === null ? found('notProven', NOTHING, missing) : found(finding, used, missing);
}
