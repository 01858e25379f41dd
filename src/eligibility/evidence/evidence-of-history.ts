import type {
  AwardFact,
  DisciplineFact,
  HistoryFacts,
  InitiativeFact,
  RatingFact,
  RatingPeriod,
} from '../../../workflows/history';
import type { LocalDate } from '../../../workflows/kernel';
import type {
  AwardEvidence,
  DisciplineEvidence,
  FreezeEvidence,
  InitiativeEvidence,
  RatingEvidence,
} from '../../../workflows/rulebook';

/** What a case says of its award beside what the history of its subject keeps. */
export interface CaseDetails {
  readonly tier: string;
  readonly commendation: string;
  readonly achievementId: string;
}

/** What else is known of the things that a history names, by their ids. */
export interface HistoryDetails {
  readonly cases: ReadonlyMap<string, CaseDetails>;
  /** Tiers of recorded awards; null for one that no rulebook knows. */
  readonly recordTiers: ReadonlyMap<string, string | null>;
}

/** The lists of evidence that come from the history of a subject. */
export interface HistoryEvidence {
  readonly ratings: readonly RatingEvidence[];
  readonly awards: readonly AwardEvidence[];
  readonly initiatives: readonly InitiativeEvidence[];
  readonly disciplines: readonly DisciplineEvidence[];
  readonly freezes: readonly FreezeEvidence[];
}

/** A history as evidence, each item with the row that it comes from, and ratings of the preferred kind where there are two. */
export function evidenceOfHistory(
  facts: HistoryFacts,
  details: HistoryDetails,
  preferred: RatingPeriod = 'calendarYear',
): HistoryEvidence {
  return {
    ratings: ratingsOf(facts.ratings, preferred),
    awards: facts.awards.flatMap((award) => awardEvidence(award, details)),
    initiatives: facts.initiatives.map((initiative) => initiativeEvidence(initiative, details)),
    disciplines: facts.disciplines.map(disciplineEvidence),
    // What was lifted has ended with the subject cleared: it bars nothing any more (Decree 152/2025/NĐ-CP, article 4.4).
    freezes: facts.freezes.flatMap(({ id, from, until, isLifted }) =>
      isLifted ? [] : [{ from, until, source: { kind: 'register', id } as const }],
    ),
  };
}

/** The rules ask for one rating a year: of two kinds the preferred one, and the other where there is no such one. */
function ratingsOf(facts: readonly RatingFact[], preferred: RatingPeriod): readonly RatingEvidence[] {
  const ofYear = new Set(facts.flatMap(({ period, year }) => (period === preferred ? [year] : [])));
  const counted = facts.filter(({ period, year }) => period === preferred || !ofYear.has(year));
  // Of two rows of one person that were merged one is enough where they agree; where they do not, both are shown.
  const told = new Map(counted.map((fact) => [`${fact.year} ${fact.rating}`, fact]));
  return [...told.values()]
    .map(({ id, year, rating }): RatingEvidence => ({ year, rating, source: { kind: 'register', id } }))
    .sort((a, b) => a.year - b.year || (a.source.id < b.source.id ? -1 : 1));
}

/** A tier that no rulebook knows proves nothing of one that a rulebook asks for. */
function awardEvidence(award: AwardFact, { cases }: HistoryDetails): readonly AwardEvidence[] {
  const { id, source, tier, decidedOn, achievedFrom, achievedTo, decision } = award;
  if (tier === null) return [];
  const { commendation = null, achievementId = null } = (source === 'case' ? cases.get(id) : undefined) ?? {};
  const from = { kind: source, id, ...(decision === null ? {} : { label: decision }) };
  return [{ tier, decidedOn, achievedFrom, achievedTo, commendation, achievementId, source: from }];
}

function initiativeEvidence(
  { id, title, kind, scope, recognisedOn, uses }: InitiativeFact,
  { cases, recordTiers }: HistoryDetails,
): InitiativeEvidence {
  const usedFor = uses.map((use) => ({
    id: use.caseId ?? use.awardRecordId ?? use.id,
    tier:
      (use.caseId === null ? undefined : cases.get(use.caseId)?.tier) ??
      (use.awardRecordId === null ? undefined : recordTiers.get(use.awardRecordId)) ??
      null,
  }));
  return { kind, scope, recognisedOn, usedFor, source: { kind: 'register', id, label: title } };
}

function disciplineEvidence({ id, form, from, until, liftedOn }: DisciplineFact): DisciplineEvidence {
  return { form, from, until: earlier(until, liftedOn), source: { kind: 'register', id } };
}

function earlier(one: LocalDate | null, other: LocalDate | null): LocalDate | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
