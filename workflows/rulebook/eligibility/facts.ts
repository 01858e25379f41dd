import type { LocalDate } from '../../kernel';
import type { GovernmentLevel, Tier, TierKind } from '../rulebook.types';
import type { EligibilityQuestion } from './answer.types';
import type { AwardEvidence, DisciplineEvidence, Evidence, EvidenceSource } from './evidence.types';
import { firstDayOf, lastYearOf, yearOf } from './years';

/** What the common rules of a rulebook change in how evidence is read. */
export interface Effects {
  /** Awards for these kinds of commendation are no base for what is asked. */
  readonly setAside: readonly string[];
  /** Nothing before the end of a disciplinary measure counts. */
  readonly restartsAfterDiscipline: boolean;
}

/** An award as a base for another one. */
export interface Held {
  readonly award: AwardEvidence;
  /** The years it may be for: one and the same, except of a title whose decision names no period. */
  readonly from: number;
  readonly to: number;
  /** The next achievement counts from the day after this one. */
  readonly until: LocalDate;
  /** False where nobody wrote down whether it is one of those that are set aside. */
  readonly isSure: boolean;
}

/** A question with what follows from it: years, the awards that count, and whether absence decides. */
export class Facts {
  readonly evidence: Evidence;
  /** First and last year of the achievement. */
  readonly firstYear: number;
  readonly year: number;
  /** The last day that does not count any more; null when all do. */
  readonly restartedAfter: LocalDate | null;

  constructor(
    readonly question: EligibilityQuestion,
    private readonly effects: Effects,
    private readonly tiers: ReadonlyMap<string, Tier>,
  ) {
    const { evidence, achievedFrom, achievedTo } = question;
    this.evidence = evidence;
    this.year = lastYearOf(achievedFrom, achievedTo);
    this.firstYear = Math.min(yearOf(achievedFrom), this.year);
    this.restartedAfter = effects.restartsAfterDiscipline ? lastDisciplineDay(evidence.disciplines, question.on) : null;
  }

  /** The awards that are no base because of their kind of commendation. */
  get setAside(): readonly AwardEvidence[] {
    const { setAside } = this.effects;
    return ordered(
      this.evidence.awards.filter(
        ({ commendation, decidedOn }) =>
          decidedOn <= this.question.on && commendation !== null && setAside.includes(commendation),
      ),
    );
  }

  /** Whether a tier is a title or a form; undefined for one that the rulebook does not have. */
  kindOf(tier: string): TierKind | undefined {
    return this.tiers.get(tier)?.kind;
  }

  /** The level of a tier; undefined for one that the rulebook does not have. */
  levelOf(tier: string): GovernmentLevel | undefined {
    return this.tiers.get(tier)?.level;
  }

  /** The awards of a tier that were decided by the day of the question and are a base for it, in the order of their sources. */
  heldOf(tier: string): readonly Held[] {
    const held: Held[] = [];
    for (const award of ordered(this.evidence.awards.filter((each) => each.tier === tier))) {
      const each = this.asHeld(award);
      if (each) held.push(each);
    }
    return held;
  }

  /** The first year that counts: the one after the year in which the last disciplinary measure ended. */
  get countsFromYear(): number {
    return this.restartedAfter === null ? Number.NEGATIVE_INFINITY : yearOf(this.restartedAfter) + 1;
  }

  /** Whether what the registers do not hold from this day on did not happen; null: whenever. */
  isComplete(since: LocalDate | null): boolean {
    const { completeFrom, existsFrom = null } = this.evidence;
    if (completeFrom === null) return false;
    return (since !== null && completeFrom <= since) || (existsFrom !== null && completeFrom <= existsFrom);
  }

  /** The same from the first day of a year on. */
  isCompleteFromYear(year: number): boolean {
    return this.isComplete(Number.isFinite(year) ? firstDayOf(year) : null);
  }

  private asHeld(award: AwardEvidence): Held | null {
    const { on, caseId } = this.question;
    if (award.decidedOn > on || isOf(award.source, caseId)) return null;
    const { commendation, decidedOn, achievedFrom, achievedTo } = award;
    if (commendation !== null && this.effects.setAside.includes(commendation)) return null;
    const isTitle = this.kindOf(award.tier) === 'title';
    const isSure = commendation !== null || isTitle || this.effects.setAside.length === 0;
    if (achievedTo !== null) {
      const year = achievedFrom === null ? yearOf(achievedTo) : lastYearOf(achievedFrom, achievedTo);
      return { award, from: year, to: year, until: achievedTo, isSure };
    }
    const year = yearOf(decidedOn);
    return { award, from: isTitle ? year - 1 : year, to: year, until: decidedOn, isSure };
  }
}

/** Whether a fact comes from the case that is judged. */
export function isOf(source: EvidenceSource, caseId: string | null | undefined): boolean {
  return source.kind === 'case' && source.id === caseId;
}

interface HasSource {
  readonly source: EvidenceSource;
}

/**
 * By their sources, so that an answer does not depend on the order in which facts were found. Callers choose first and
 * order what is left, which is mostly nothing or one.
 */
export function ordered<Fact extends HasSource>(facts: readonly Fact[]): readonly Fact[] {
  return facts.length < 2 ? facts : [...facts].sort(bySource);
}

/** The order of two facts; 0 only for facts that say the same. */
export function bySource(a: HasSource, b: HasSource): number {
  if (a.source.kind !== b.source.kind) return a.source.kind < b.source.kind ? -1 : 1;
  if (a.source.id !== b.source.id) return a.source.id < b.source.id ? -1 : 1;
  if (a === b) return 0;
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  return one === other ? 0 : one < other ? -1 : 1;
}

/** A measure without a known end is taken to end on its first day: the rule itself tells that it is not proven. */
function lastDisciplineDay(disciplines: readonly DisciplineEvidence[], on: LocalDate): LocalDate | null {
  if (disciplines.length === 0) return null;
  return disciplines
    .filter(({ from }) => from <= on)
    .map(({ from, until }) => until ?? from)
    .reduce<LocalDate | null>((last, day) => (last === null || day > last ? day : last), null);
}
