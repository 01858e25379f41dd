import { isDecidedState, isOpenState } from '../../../workflows/award';

/**
 * Whether a case in this state keeps its achievement for itself: it was submitted and may still end, or has ended, in an
 * award. One that was returned lies with its unit again, like a draft, and claims the achievement anew when submitted.
 */
export function restsOnAchievement(state: string): boolean {
  return isDecidedState(state) || (isOpenState(state) && state !== 'returned');
}
