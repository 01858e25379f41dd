import { localDateOf, type LocalDate } from '../../../workflows/kernel';
import type { CaseSurroundings } from './surroundings.repository';

/** The day whose rules hold: that of the submission (Decree 152/2025/NĐ-CP, article 60.3); before it, the present one. */
export function rulesDayOf({ submittedAt }: Pick<CaseSurroundings, 'submittedAt'>, today: LocalDate): LocalDate {
  return submittedAt === null ? today : localDateOf(submittedAt);
}
