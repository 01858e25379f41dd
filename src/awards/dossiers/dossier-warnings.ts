import { fillLabel, type Citation, type Label, type LocalDate } from '../../../workflows/kernel';
import type { ConditionAnswer, Evidence, RuleAnswer } from '../../../workflows/rulebook';
import type { PlaceRules } from '../cases/place-rules';
import { byArticle, missingOf, told, type ChecklistItem } from './dossier-checklist';
import type { NominationsAlike } from './dossier-papers.repository';

/** Something that whoever receives a dossier should know: it refuses nothing. */
export interface DossierWarning {
  /** Stable. */
  readonly code: string;
  readonly message: Label;
  readonly citation: Citation;
}

const WARNINGS = {
  papers: {
    code: 'DOSSIER.CHECKLIST_UNSURE',
    vi: 'Có thể còn thiếu (quy định chưa được đối chiếu với văn bản gốc): {papers}.',
    en: 'May be missing, by a rule whose text was not seen: {papers}.',
  },
  tooOld: {
    code: 'DOSSIER.ACHIEVEMENT_TOO_OLD',
    vi: 'Mức khen {tier}: thành tích của {count} trường hợp tính đến {achievedTo}, đã quá {months} tháng khi trình ({on}).',
    en: 'Tier {tier}: the achievement of {count} case(s) ends on {achievedTo}, more than {months} months before the submission ({on}).',
  },
} as const;

/** What may be missing by rules whose text nobody saw. */
export function paperWarnings(items: readonly ChecklistItem[]): readonly DossierWarning[] {
  const unsure = missingOf(items).filter(({ citation }) => citation.status === 'unverified');
  const { code } = WARNINGS.papers;
  return byArticle(unsure).map(({ citation, names }) => ({ code, message: told(WARNINGS.papers, names), citation }));
}

/**
 * Cases whose report does not run up to the submission: it is as old as the end of the achievement, and the rules of the day
 * say how old it may be (for the State's level six months: Decree 152/2025/NĐ-CP, article 33.9).
 */
export function ageWarnings(
  alike: readonly NominationsAlike[],
  rules: PlaceRules,
  on: LocalDate,
): readonly DossierWarning[] {
  return alike.flatMap(({ tier, subjectKind, commendation, achievedTo, caseCount: count }) => {
    const judged = rules.eligibilityOf({
      ...{ tier, subjectKind, commendation, on, achievedFrom: achievedTo, achievedTo, achievementId: null },
      ...{ dossierOn: achievedTo, evidence: nothingKnown(subjectKind) },
    });
    const tooOld = (judged?.answer.common ?? []).flatMap(conditionsIn).find(isTooOld);
    if (!tooOld) return [];
    const { code } = WARNINGS.tooOld;
    const months = Number(tooOld.with.months);
    const message = fillLabel(WARNINGS.tooOld, { tier, count, achievedTo, months, on });
    return [{ code, message, citation: { text: tooOld.citation, status: tooOld.status } }];
  });
}

function isTooOld({ is, finding }: ConditionAnswer): boolean {
  return is === 'dossierNotOlderThan' && finding === 'notMet';
}

function conditionsIn(answer: RuleAnswer): readonly ConditionAnswer[] {
  return answer.kind === 'condition' ? [answer] : answer.parts.flatMap(conditionsIn);
}

/** The age of a dossier rests on no register. */
function nothingKnown(kind: Evidence['subject']['kind']): Evidence {
  return {
    ...{ subject: { kind, id: '' }, isWoman: null, employedFrom: null, completeFrom: null },
    ...{ ratings: [], awards: [], initiatives: [], disciplines: [], freezes: [] },
    ...{ services: [], members: [], leaderships: [], judgements: [] },
  };
}
