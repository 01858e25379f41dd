import type { AppraisalInput, AwardContext, AwardFacts, RulesFinding } from '../../../workflows/award';
import { localDateOf } from '../../../workflows/kernel';
import type { FactQuestion } from '../../platform/runner/feature-workflow';
import type { CaseInQuestion } from './case-eligibility';
import type { PlaceRules } from './place-rules';
import { rulesDayOf } from './rules-day';
import type { CaseSurroundings } from './surroundings.repository';

/** The cases that an officer appraises, as the rules are asked about them; no other command asks. */
export function appraised(
  questions: readonly FactQuestion[],
  knownOf: (question: FactQuestion) => { readonly around: CaseSurroundings; readonly rules: PlaceRules } | undefined,
): readonly CaseInQuestion[] {
  return questions.flatMap((question) => {
    const known = question.type === 'award.appraise' && question.row ? knownOf(question) : undefined;
    if (!known) return [];
    const { around, rules } = known;
    const on = rulesDayOf(around, localDateOf(question.at));
    const { conditions, completeFrom } = question.input as AppraisalInput;
    const stated = { ...(conditions ? { conditions } : {}), ...(completeFrom ? { completeFrom } : {}) };
    const context = question.row?.snapshot.context as AwardContext;
    return [
      { caseId: question.instanceId, context, rules, on, dossierOn: around.datedOn, stated, showsDiscipline: true },
    ];
  });
}

/** The finding of one case as a fact; none where the rules were not asked. */
export function rulesFindingIn(
  findings: ReadonlyMap<string, RulesFinding>,
  { instanceId }: FactQuestion,
): Pick<AwardFacts, 'rulesFinding'> {
  const rulesFinding = findings.get(instanceId);
  return rulesFinding ? { rulesFinding } : {};
}
