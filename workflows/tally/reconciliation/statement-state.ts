/** The states of a published statement: withdrawn is the end. */
export const STATEMENT_STATES = ['published', 'withdrawn'] as const;

export type StatementState = (typeof STATEMENT_STATES)[number];

/** Whether a statement may still be revised or withdrawn. */
export function mayChangeStatement(state: StatementState): boolean {
  return state === 'published';
}
