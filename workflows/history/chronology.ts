import type { LocalDate } from '../kernel';
import type {
  AwardFact,
  DisciplineFact,
  FreezeFact,
  HistoryFacts,
  InitiativeFact,
  InitiativeUse,
  RatingFact,
} from './history.types';
import { yearOfAward, yearOfDay, yearOfRating } from './years';

/** One thing that happened, with the day it is listed under and the year it counts for. */
export type HistoryEntry = { readonly on: LocalDate; readonly year: number; readonly id: string } & (
  | { readonly type: 'rating'; readonly rating: RatingFact }
  | { readonly type: 'award'; readonly award: AwardFact }
  | { readonly type: 'initiative'; readonly initiative: InitiativeFact }
  | { readonly type: 'initiativeUse'; readonly initiative: InitiativeFact; readonly use: InitiativeUse }
  | { readonly type: 'discipline'; readonly discipline: DisciplineFact }
  | { readonly type: 'freeze'; readonly freeze: FreezeFact }
);

/** One year of a subject. */
export interface HistoryYear {
  readonly year: number;
  readonly ratings: readonly RatingFact[];
  readonly awards: readonly AwardFact[];
  readonly initiatives: readonly InitiativeFact[];
  readonly disciplines: readonly DisciplineFact[];
  readonly freezes: readonly FreezeFact[];
}

/** Everything in the order of its days, the latest first. A rating is listed under the last day of what it is of. */
export function chronology(facts: HistoryFacts): readonly HistoryEntry[] {
  const entries: HistoryEntry[] = [
    ...facts.ratings.map((rating) => ratingEntry(rating)),
    ...facts.awards.map((award): HistoryEntry => ({ ...dated(award.id, award.decidedOn), type: 'award', award })),
    ...facts.initiatives.flatMap(initiativeEntries),
    ...facts.disciplines.map((discipline): HistoryEntry => ({
      ...dated(discipline.id, discipline.from),
      type: 'discipline',
      discipline,
    })),
    ...facts.freezes.map((freeze): HistoryEntry => ({ ...dated(freeze.id, freeze.from), type: 'freeze', freeze })),
  ];
  return entries
    .map((entry) => (entry.type === 'award' ? { ...entry, year: yearOfAward(entry.award) } : entry))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
}

/** The same year by year, the latest first; years in which nothing is known are left out. */
export function yearlyGrid(facts: HistoryFacts): readonly HistoryYear[] {
  const entries = chronology(facts);
  const years = [...new Set(entries.map(({ year }) => year))].sort((a, b) => b - a);
  return years.map((year) => {
    const ofYear = entries.filter((entry) => entry.year === year);
    return {
      year,
      ratings: ofYear.flatMap((entry) => (entry.type === 'rating' ? [entry.rating] : [])),
      awards: ofYear.flatMap((entry) => (entry.type === 'award' ? [entry.award] : [])),
      initiatives: ofYear.flatMap((entry) => (entry.type === 'initiative' ? [entry.initiative] : [])),
      disciplines: ofYear.flatMap((entry) => (entry.type === 'discipline' ? [entry.discipline] : [])),
      freezes: ofYear.flatMap((entry) => (entry.type === 'freeze' ? [entry.freeze] : [])),
    };
  });
}

function ratingEntry(rating: RatingFact): HistoryEntry {
  const year = yearOfRating(rating);
  // The law fixes no last day of a school year; its rating stands in the list where the second term has ended.
  const on = `${year}-${rating.period === 'schoolYear' ? '05-31' : '12-31'}` as LocalDate;
  return { id: rating.id, on, year, type: 'rating', rating };
}

function initiativeEntries(initiative: InitiativeFact): readonly HistoryEntry[] {
  return [
    { ...dated(initiative.id, initiative.recognisedOn), type: 'initiative', initiative },
    ...initiative.uses.map((use): HistoryEntry => ({
      ...dated(use.id, use.usedOn),
      type: 'initiativeUse',
      initiative,
      use,
    })),
  ];
}

function dated(id: string, on: LocalDate): { readonly id: string; readonly on: LocalDate; readonly year: number } {
  return { id, on, year: yearOfDay(on) };
}

function keyOf({ on, id }: HistoryEntry): string {
  return `${on} ${id}`;
}
