import { addDays, type Citation, type LocalDate } from '../kernel';
import type { AwardFact, DisciplineFact } from './history.types';

/** Where achievement time begins. */
export interface ClockStart {
  /** First day that counts; null while a disciplinary period has no known end, or when nothing is known of the subject. */
  readonly from: LocalDate | null;
  /** What it follows from. */
  readonly because: 'nothing' | 'achievementPeriod' | 'decisionDate' | 'disciplineEnded' | 'disciplineOpen';
  readonly citation: Citation | null;
}

/** The next award counts from the achievement period of the last decision, or else from its date. */
const NEXT_AWARD: Citation = { text: 'Khoản 7 Điều 33 Nghị định 152/2025/NĐ-CP', status: 'verified' };

/** After a disciplinary measure achievement time counts from the end of its period. */
const AFTER_DISCIPLINE: Citation = { text: 'Khoản 4 Điều 4 Nghị định 152/2025/NĐ-CP', status: 'verified' };

/**
 * The first day of achievement for the next award: the day after the achievement period written in the last decision, or the
 * date of a decision that writes none (Decree 152/2025, article 33.7); later where a disciplinary period ended later
 * (article 4.4), from the day after its last one. `lastAward` is the award that the rule at hand looks back to.
 */
export function startOfClock(
  lastAward: Pick<AwardFact, 'achievedTo' | 'decidedOn'> | undefined,
  disciplines: readonly DisciplineFact[],
): ClockStart {
  const ends = disciplines.map(endOfDiscipline);
  if (ends.includes(null)) return { from: null, because: 'disciplineOpen', citation: AFTER_DISCIPLINE };
  const award = afterAward(lastAward);
  const ended = ends.filter((end) => end !== null).sort();
  const last = ended.at(-1);
  if (last === undefined) return award;
  const from = addDays(last, 1);
  if (award.from !== null && award.from >= from) return award;
  return { from, because: 'disciplineEnded', citation: AFTER_DISCIPLINE };
}

/** Last day of a disciplinary period: the day before it was lifted, if that came first; null while nobody knows. */
export function endOfDiscipline({ until, liftedOn }: Pick<DisciplineFact, 'until' | 'liftedOn'>): LocalDate | null {
  if (liftedOn === null) return until;
  const lifted = addDays(liftedOn, -1);
  return until === null || lifted < until ? lifted : until;
}

function afterAward(award: Pick<AwardFact, 'achievedTo' | 'decidedOn'> | undefined): ClockStart {
  if (!award) return { from: null, because: 'nothing', citation: null };
  const { achievedTo, decidedOn } = award;
  if (achievedTo === null) return { from: decidedOn, because: 'decisionDate', citation: NEXT_AWARD };
  return { from: addDays(achievedTo, 1), because: 'achievementPeriod', citation: NEXT_AWARD };
}
