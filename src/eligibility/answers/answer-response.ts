import { explained, tierOf, type EligibilityAnswer, type Rulebook, type RuleAnswer } from '../../../workflows/rulebook';
import type { SubjectLabel } from '../../people';
import type {
  AnswerResponse,
  EvaluatedSubject,
  EvaluationRulebook,
  NextTierResponse,
} from '../dto/evaluation.response';
import type { LineResponse } from '../dto/rule-answer.response';
import { obstacleTreesOf } from './outcomes';

/** The rules that answered, by their names. */
export function rulebookResponse({ id, regime, layers = [] }: Rulebook): EvaluationRulebook {
  return { id, regime, layers: layers.map((layer) => layer.id) };
}

/** Whom an answer is about. */
export function subjectResponse({ kind, id, name }: SubjectLabel): EvaluatedSubject {
  return { kind, id, name };
}

/** An answer with its whole tree, and the same in words. */
export function answerResponse(rulebook: Rulebook, answer: EligibilityAnswer): AnswerResponse {
  const { standard, common } = answer;
  const { tier, tierName, finding, status } = findingResponse(rulebook, answer);
  return { tier, tierName, finding, status, standard, common, lines: linesOf(rulebook, answer) };
}

/** What was found alone. */
export function findingResponse(rulebook: Rulebook, { tier, finding, status }: EligibilityAnswer): AnswerResponse {
  return { tier, tierName: tierOf(rulebook, tier)?.name ?? { vi: tier, en: tier }, finding, status };
}

/** What stands between a subject and a tier. */
export function nextResponse(rulebook: Rulebook, answer: EligibilityAnswer): NextTierResponse {
  const { tier, tierName, finding, status } = findingResponse(rulebook, answer);
  return { tier, tierName, finding, status, obstacles: obstacleLines(rulebook, answer) };
}

/** What is in the way of an answer, in words: of conditions that would do for one another the group comes first. */
export function obstacleLines(rulebook: Rulebook, answer: EligibilityAnswer): readonly LineResponse[] {
  return obstacleTreesOf(answer).flatMap((tree) => linesOf(rulebook, tree));
}

function linesOf(rulebook: Rulebook, answer: EligibilityAnswer | RuleAnswer): readonly LineResponse[] {
  const { words } = rulebook;
  const inVietnamese = explained(answer, 'vi', (code) => tierOf(rulebook, code)?.name.vi ?? code, words);
  const inEnglish = explained(answer, 'en', (code) => tierOf(rulebook, code)?.name.en ?? code, words);
  return inVietnamese.map(({ depth, finding, text, used, missing, citation, status }, index): LineResponse => {
    const other = inEnglish[index];
    const both = (vi: readonly string[], en: readonly string[] = []) =>
      vi.map((sentence, place) => ({ vi: sentence, en: en[place] ?? sentence }));
    return {
      ...{ depth, finding, text: { vi: text, en: other?.text ?? text }, citation, status },
      used: both(used, other?.used),
      missing: both(missing, other?.missing),
    };
  });
}
