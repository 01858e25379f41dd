import { DISCIPLINE_FORMS, RATINGS, type HistoryFacts, type Rating } from '../../../workflows/history';
import type { LocalDate } from '../../../workflows/kernel';
import type { EvidenceRating, MembersEvidence } from '../../../workflows/rulebook';
import type { PersonOfUnit } from './evidence.repository';

/** What the registers know of one member. */
export interface Member extends Pick<PersonOfUnit, 'isWoman'> {
  readonly facts: HistoryFacts;
}

/** What is counted of members. */
export interface MembersView {
  /** From this day on the registers hold everybody, and everything about them. */
  readonly completeFrom: LocalDate;
  /** Codes of the tiers that persons hold: of those who hold one that nobody holds, there are none. */
  readonly tiers: readonly string[];
}

/**
 * What the registers know of the people of a unit, for each year of which they know something and for which they are
 * complete: a share of people who were entered by chance would be no share. Ratings are counted in years in which every
 * member has one: who was not rated yet was not rated badly.
 */
export function membersOfUnit(
  unitId: string,
  members: readonly Member[],
  { completeFrom, tiers }: MembersView,
): readonly MembersEvidence[] {
  const women = members.filter(({ isWoman }) => isWoman).length;
  const facts = members.map((member) => member.facts);
  const years = yearsOf(facts).filter((year) => completeFrom <= `${year}-01-01`);
  return years.map((year): MembersEvidence => {
    const ratedAtLeast = ratingCounts(facts, year);
    return {
      year,
      members: members.length,
      women,
      holders: { ...Object.fromEntries(tiers.map((tier) => [tier, 0])), ...holdersOf(facts, year) },
      ...(ratedAtLeast ? { ratedAtLeast } : {}),
      gravestDiscipline: gravestOf(facts, year),
      source: { kind: 'register', id: unitId, label: 'Những người có trong sổ của đơn vị' },
    };
  });
}

function yearsOf(facts: readonly HistoryFacts[]): readonly number[] {
  const years = facts.flatMap(({ ratings, awards }) => [
    ...ratings.map(({ year }) => year),
    ...awards.map(({ achievedTo, decidedOn }) => yearOf(achievedTo ?? decidedOn)),
  ]);
  return [...new Set(years)].sort((a, b) => a - b);
}

function holdersOf(facts: readonly HistoryFacts[], year: number): Readonly<Record<string, number>> {
  const holders: Record<string, number> = {};
  for (const { awards } of facts) {
    const ofYear = awards.filter(({ achievedTo, decidedOn }) => yearOf(achievedTo ?? decidedOn) === year);
    // Once for each member, however many decisions say so.
    for (const tier of new Set(ofYear.flatMap((award) => award.tier ?? []))) holders[tier] = (holders[tier] ?? 0) + 1;
  }
  return holders;
}

/** How many were rated so or better; undefined while somebody has no rating of the year. */
function ratingCounts(
  facts: readonly HistoryFacts[],
  year: number,
): Readonly<Record<EvidenceRating, number>> | undefined {
  const ratings = facts.map(({ ratings: all }) => all.find((rating) => rating.year === year)?.rating);
  if (ratings.length === 0 || ratings.includes(undefined)) return undefined;
  const atLeast = (rating: Rating): number =>
    ratings.filter((each) => each !== undefined && RATINGS.indexOf(each) >= RATINGS.indexOf(rating)).length;
  return {
    notCompleted: atLeast('notCompleted'),
    completed: atLeast('completed'),
    good: atLeast('good'),
    excellent: atLeast('excellent'),
  };
}

/** The gravest form of a measure that was taken in the year; what a body calls otherwise counts as the lightest. */
function gravestOf(facts: readonly HistoryFacts[], year: number): string | null {
  const forms = facts.flatMap(({ disciplines }) =>
    disciplines.filter(({ from }) => yearOf(from) === year).map(({ form }) => form),
  );
  const gravity = (form: string): number => DISCIPLINE_FORMS.findIndex((each) => each === form && each !== 'other');
  return forms.sort((a, b) => gravity(b) - gravity(a))[0] ?? null;
}

function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}
