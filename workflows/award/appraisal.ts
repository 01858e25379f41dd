import type { ConditionFinding, Finding } from './award.types';

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
