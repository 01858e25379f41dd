import type { Evidence, EvidenceSource } from '../../workflows/rulebook';
import type { StatedEvidence, StatedMembers } from './dto/stated-evidence.request';

/**
 * What the registers hold together with what the asker states; the registers come first. What is stated says so, and names
 * its place in the question. Where both speak, a contradiction is found later and not settled here.
 */
export function withStated(evidence: Evidence, stated: StatedEvidence): Evidence {
  const { ratings, awards, initiatives, disciplines, services, members, leaderships, judgements } = stated;
  return {
    ...evidence,
    isWoman: evidence.isWoman ?? stated.isWoman ?? null,
    employedFrom: evidence.employedFrom ?? stated.employedFrom ?? null,
    existsFrom: evidence.existsFrom ?? stated.existsFrom ?? null,
    ratings: [...evidence.ratings, ...sourced('ratings', ratings, (rating) => rating)],
    awards: [
      ...evidence.awards,
      ...sourced(
        'awards',
        awards,
        ({ tier, decidedOn, achievedFrom = null, achievedTo = null, commendation = null }) => ({
          ...{ tier, decidedOn, achievedFrom, achievedTo, commendation, achievementId: null },
        }),
      ),
    ],
    initiatives: [
      ...evidence.initiatives,
      ...sourced('initiatives', initiatives, ({ kind, scope, recognisedOn }) => ({
        ...{ kind, scope, recognisedOn, usedFor: [] },
      })),
    ],
    disciplines: [
      ...evidence.disciplines,
      ...sourced('disciplines', disciplines, ({ form, from, until = null }) => ({ form, from, until })),
    ],
    services: [
      ...evidence.services,
      ...sourced('services', services, ({ position, from, until = null }) => ({ position, from, until })),
    ],
    members: membersOf(evidence, members),
    leaderships: [
      ...evidence.leaderships,
      ...sourced('leaderships', leaderships, ({ of, year, level, months = null }) => ({ of, year, level, months })),
    ],
    judgements: [...evidence.judgements, ...sourced('judgements', judgements, (judgement) => judgement)],
  };
}

function sourced<Stated extends object, Fact extends object>(
  list: string,
  stated: readonly Stated[] | undefined,
  fact: (stated: Stated) => Fact,
): readonly (Fact & { readonly source: EvidenceSource })[] {
  return (stated ?? []).map((each, index) => ({ ...fact(each), source: { kind: 'stated', id: `${list}[${index}]` } }));
}

/** The registers know only the people that were entered: whoever counts the members of a year knows better. */
function membersOf(evidence: Evidence, stated: readonly StatedMembers[] = []): Evidence['members'] {
  const counted = new Set(stated.map(({ year }) => year));
  return [
    ...evidence.members.filter(({ year }) => !counted.has(year)),
    ...sourced('members', stated, ({ year, members, holders = [], ratedAtLeast = [], gravestDiscipline, women }) => ({
      year,
      members,
      holders: Object.fromEntries(holders.map((each) => [each.tier, each.members])),
      ratedAtLeast: Object.fromEntries(ratedAtLeast.map((each) => [each.rating, each.members])),
      ...(gravestDiscipline === undefined ? {} : { gravestDiscipline }),
      ...(women === undefined ? {} : { women }),
    })),
  ];
}
