import type { Citation, LabelParams } from '../kernel';
import type { ConditionFinding, Finding, RulesFinding } from './award.types';

/** From best to worst. */
const BY_WEIGHT: readonly Finding[] = ['met', 'notProven', 'notMet'];

/**
 * The finding that a list of conditions comes to: the worst of them. One condition that is not met fails the standard; one
 * that is not proven leaves the whole unproven, for people to judge. `met` for an empty list.
 */
export function worstFinding(conditions: readonly ConditionFinding[]): Finding {
  const weights = conditions.map(({ finding }) => BY_WEIGHT.indexOf(finding));
  return BY_WEIGHT[Math.max(0, ...weights)] ?? 'met';
}

/**
 * Whether an officer's finding needs no reason beside what the rules say: they say the same, or they leave it to people. What
 * is not proven decides nothing by itself, either way.
 */
export function agreesWithRules(finding: Finding, rules: RulesFinding | undefined): boolean {
  return rules === undefined || rules.finding === 'notProven' || rules.finding === finding;
}

/** The figures of a sentence about what the rules found. */
export function figuresOfRules(rules: RulesFinding | undefined): LabelParams {
  return { regime: rules?.regime ?? '', count: rules?.open.length ?? 0 };
}

/** The rule that decides against a subject; undefined where none does. */
export function decidingCitation(rules: RulesFinding | undefined): Citation | undefined {
  return rules?.open.find(({ finding }) => finding === 'notMet')?.citation;
}

/** Name of the text that is the note on the condition at this place: `note1` for the first. */
export function noteNameOf(index: number): string {
  return `note${index + 1}`;
}

/** The conditions with the commitments of their notes, which travel beside them. */
export function withNotes(
  conditions: readonly ConditionFinding[],
  input: Readonly<Record<string, unknown>>,
): readonly ConditionFinding[] {
  return conditions.map(({ condition, finding }, index) => {
    const note = input[noteNameOf(index)];
    return { condition, finding, ...(typeof note === 'string' ? { note } : {}) };
  });
}
