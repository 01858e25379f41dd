/** The life of the sheet of one unit: it is filled in, handed in, and appraised; then the appraised values count. */
export const SCORE_STATES = ['draft', 'handedIn', 'appraised'] as const;

export type ScoreState = (typeof SCORE_STATES)[number];

/** Whether the unit may still change what it entered, and hand it in. */
export function mayEnterScore(state: ScoreState): boolean {
  return state === 'draft';
}

/** Whether other members may mark the sheet, and whether it may be sent back. */
export function mayMarkScore(state: ScoreState): boolean {
  return state === 'handedIn';
}

/** Whether the sheet may be appraised, again too. */
export function mayAppraiseScore(state: ScoreState): boolean {
  return state === 'handedIn' || state === 'appraised';
}
